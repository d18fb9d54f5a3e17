import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { buildOnce } from "./build-once";
import { CommandError, type Environment, type Finished, run, TERRAFORM } from "./command";
import { inLab, inProject, projectRoot } from "./paths";
import { awsProvider, type Provider, providerMirror, tfeProvider } from "./provider";
import { type Engine, type Status, writeStatus } from "./status";

/** Finds out what the machine has, fetches what can be fetched, and leaves the verdict for the tests. */
export default async function setup(): Promise<void> {
  const status = await prepare().catch(notReady);
  if (!status.ready) console.warn(`No end-to-end test can run: ${status.missing}`);
  writeStatus(status);
}

async function prepare(): Promise<Status> {
  const { platform } = await findEngine(TERRAFORM);
  const engines = [{ binary: TERRAFORM }, ...(await Promise.all(ENGINES.filter((one) => one !== TERRAFORM).map(look)))];
  const python = await installPython("requirements.txt", "the emulators");
  const checkov = await installPython("checkov-requirements.txt", "Checkov");
  const usable = engines.filter(({ missing }) => missing === undefined).map(({ binary }) => binary);
  const providers = await fetchProvider(awsProvider, platform, usable);
  const tfe = await fetchProvider(tfeProvider, platform, [TERRAFORM]).catch(({ message }: Error) => message);
  return { ready: true, engines, python, checkov, providers, tfe };
}

/** The programs that apply stacks; the lab needs the one of TERRAFORM alone. */
const ENGINES = ["terraform", "tofu"];

async function findEngine(binary: string): Promise<{ readonly platform: string }> {
  const { stdout } = await attempt(binary, ["version", "-json"], `${binary} is not on PATH`);
  const { terraform_version: version, platform } = JSON.parse(stdout);
  if (!isAtLeast(version, 1, 10)) throw new Error(`${binary} ${version} is older than 1.10`);
  return { platform };
}

const look = (binary: string): Promise<Engine> =>
  findEngine(binary).then(
    () => ({ binary }),
    ({ message }) => ({ binary, missing: message }),
  );

/** Fetches a provider by the first engine whose registry can be reached. */
const fetchProvider = (provider: Provider, platform: string, engines: readonly string[]): Promise<Environment> =>
  providerMirror(provider, platform, (folder, env) =>
    initialize(engines, folder, env, `${provider.source} cannot be had`),
  );

const initialize = (
  [binary = "", ...others]: readonly string[],
  folder: string,
  env: Environment,
  complaint: string,
): Promise<Finished> =>
  attempt(binary, [`-chdir=${folder}`, "init", "-no-color"], complaint, env).catch((error) => {
    if (others.length === 0) throw error;
    return initialize(others, folder, env, complaint);
  });

/** The Python of a virtual environment that has what a file lists. */
async function installPython(file: string, what: string): Promise<string> {
  const { stdout } = await attempt("python3", ["--version"], "python3 is not on PATH");
  const version = stdout.replace("Python", "").trim();
  if (!isAtLeast(version, 3, 10)) throw new Error(`python3 ${version} is older than 3.10`);

  const requirements = inProject("__tests__/e2e/lab", file);
  const pins = createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 12);
  const venv = await buildOnce(inLab(`venv-${pins}`), "bin/python", async (draft) => {
    const install = ["-m", "pip", "install", "--quiet", "--requirement", requirements];
    await attempt("python3", ["-m", "venv", draft], "python3 cannot make a virtual environment");
    await attempt(`${draft}/bin/python`, install, `${what} cannot be installed`);
  });
  return `${venv}/bin/python`;
}

async function attempt(
  command: string,
  args: readonly string[],
  complaint: string,
  env?: Environment,
): Promise<Finished> {
  try {
    return await run(command, args, {
      cwd: projectRoot,
      env: { ...(process.env as Environment), CHECKPOINT_DISABLE: "1", ...env },
    });
  } catch (error) {
    throw new Error(error instanceof CommandError ? `${complaint}: ${headline(error.result)}` : complaint);
  }
}

function notReady(error: Error): Status {
  return { ready: false, missing: error.message };
}

function headline({ stdout, stderr }: Finished): string {
  const lines = (stderr.trim() || stdout.trim()).split("\n");
  return lines.find((line) => /^error/i.test(line)) ?? lines.at(-1) ?? "";
}

function isAtLeast(version: string, major: number, minor: number): boolean {
  const [hasMajor = 0, hasMinor = 0] = version.split(".").map(Number);
  return hasMajor > major || (hasMajor === major && hasMinor >= minor);
}
