import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { lostFleet, smallFleet } from "./support/fleet";
import { run } from "./support/process";

let folder: string;
const at = (name: string) => path.join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "keywatch-"));
  writeFileSync(at("right.json"), JSON.stringify(smallFleet()));
  writeFileSync(at("lost.json"), JSON.stringify(lostFleet()));
  writeFileSync(at("wrong.json"), JSON.stringify(smallFleet({ "accounts[0].regions[0]": "eu-wst-1" })));
});
afterAll(() => rmSync(folder, { recursive: true }));

const WRONG = (file: string) => `${file}: 1 problem. Nothing was written.

${file}:1:87  accounts[0].regions[0]
  AWS has no region "eu-wst-1".
  expected: a region's name such as eu-west-1
  to mend it: Did you mean eu-west-1?
`;

describe.each([
  ["the app of cdktf.json", ["bin/ts.js", "main.ts"]],
  ["keywatch synth", ["bin/keywatch.js", "synth"]],
])("%s, as a process,", (_, program) => {
  const synth = (config: string, outdir: string) =>
    run(program, { KEYWATCH_CONFIG: at(config), CDKTF_OUTDIR: at(outdir) });

  test("writes the stacks where CDKTF wants them", async () => {
    const outdir = program.join("-").replaceAll("/", "-");
    const { code, out, err } = await synth("right.json", outdir);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes are what is looked for
    expect(out).not.toMatch(/\u001b/);
    expect(readdirSync(at(`${outdir}/stacks`))).toEqual(["keywatch-111111111111-eu-west-1"]);
  });

  test("exits with 2 on a wrong config, with no output and nothing written", async () => {
    expect(await synth("wrong.json", "nowhere")).toEqual({ code: 2, out: "", err: WRONG(at("wrong.json")) });
    expect(existsSync(at("nowhere"))).toBe(false);
  });

  test("exits with 1 where an alert would not arrive, with the breaks alone and nothing written", async () => {
    const { code, out, err } = await synth("lost.json", "nowhere");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^Alerts cannot arrive: the path is broken in 2 places\. Nothing was written\.\n/);
    expect(err).not.toMatch(/^\s+at /m);
    expect(existsSync(at("nowhere"))).toBe(false);
  });
});

test.each([
  [["validate", "--nonsense"], 2],
  [["--help"], 0],
  [["validate", "-c", "missing.yaml"], 2],
])("keywatch %j exits with %d", async (args, code) => {
  expect((await run(["bin/keywatch.js", ...args])).code).toBe(code);
});

const keywatch = (args: readonly string[], stdio: StdioOptions) =>
  spawn(process.execPath, ["bin/keywatch.js", ...args], { stdio });
const ended = (child: ChildProcess) => new Promise((resolve) => child.once("close", resolve));

test("keywatch tells in one line that its output cannot be written", async () => {
  const notForWriting = openSync(at("right.json"), "r");
  const child = keywatch(["validate"], ["ignore", notForWriting, "pipe"]);
  const [err, code] = await Promise.all([text(child.stderr as Readable), ended(child)]);
  closeSync(notForWriting);

  expect(code).toBe(1);
  expect(err).toMatch(/^keywatch: The output cannot be written: .+\n$/);
});

test("keywatch goes on when nobody reads its errors", async () => {
  const child = keywatch(["validate", "-c", "missing.yaml"], ["ignore", "ignore", "pipe"]);
  child.stderr?.destroy();

  expect(await ended(child)).toBe(2);
});

test("keywatch tells what it could not do and how to mend it, without a stack trace, and exits with 1", async () => {
  writeFileSync(at("file"), "");
  const { code, out, err } = await run(["bin/keywatch.js", "synth", "-c", at("right.json"), "-o", at("file")]);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toBe(
    `keywatch: ${at("file")} is a file where a folder is needed.\n  to mend it: Name another place with --output, or mend this one.\n`,
  );
});
