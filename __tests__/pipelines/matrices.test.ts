import { writeFileSync } from "node:fs";
import path from "node:path";
import { changed, layeredFleet, type Raw } from "../support/fleet";
import { inFolderAsync } from "../support/folder";
import type { Ended } from "../support/process";
import { installKeywatch, newRepository, script } from "./script";

const PAYMENTS = "keywatch-111111111111-eu-west-1";
const DATA = ["keywatch-222222222222-eu-west-1", "keywatch-222222222222-us-east-1"];
const CONFIG = "keywatch.config.json";
const fleet = layeredFleet({ rollout: { waves: [{ accounts: ["222222222222"] }] } });
const subscribed = changed(fleet, {
  "accounts[0].subscriptions": [{ protocol: "email", endpoint: "payments@acme.example" }],
});

/** A job in the repository of a fleet, after a commit that made this of its config. */
const inJob = <T>(now: Raw, use: (base: string, run: (...args: readonly string[]) => Promise<Ended>) => Promise<T>) =>
  inFolderAsync(async (folder) => {
    const repository = newRepository(folder);
    installKeywatch(folder);
    writeFileSync(path.join(folder, ".gitignore"), "node_modules\n");
    const base = repository.commit({ [CONFIG]: JSON.stringify(fleet) });
    repository.commit({ [CONFIG]: typeof now === "string" ? now : JSON.stringify(now) });
    return use(base, (name, ...args) =>
      script(name as string, args, { cwd: folder, env: { KEYWATCH_CONFIG: CONFIG } }),
    );
  });

const stacksOf = (matrix: string): string[] =>
  JSON.parse(matrix).include.flatMap(({ stacks }: Raw) => stacks.split(" "));
/** The jobs of a child pipeline, each with its stacks. */
const jobsIn = (pipeline: string): Record<string, string> => {
  const { include, stages, ...jobs } = JSON.parse(pipeline);
  return Object.fromEntries(Object.entries<Raw>(jobs).map(([name, { variables }]) => [name, variables?.STACKS]));
};

test("stacks.sh prints what has changed since a commit", async () => {
  await inJob(subscribed, async (base, run) => {
    const { code, out } = await run("stacks.sh", base, "--shards", "20");
    expect([code, stacksOf(out)]).toEqual([0, [PAYMENTS]]);
  });
});

test("a merge request plans what it changes", async () => {
  await inJob(subscribed, async (base, run) => {
    const { code, out } = await run("gitlab-pipeline.sh", "plan", base);
    expect([code, jobsIn(out)]).toEqual([0, { "plan 1: 1": PAYMENTS }]);
  });
});

test("a merge applies what it changes, in its wave", async () => {
  await inJob(subscribed, async (base, run) => {
    const { code, out } = await run("gitlab-pipeline.sh", "apply", base);
    expect([code, jobsIn(out)]).toEqual([0, { "apply 2: 1": PAYMENTS, "audit 2": PAYMENTS }]);
  });
});

test("the first commit of a branch, which GitLab compares with zeros, applies all, wave after wave", async () => {
  await inJob(subscribed, async (_, run) => {
    const { code, out } = await run("gitlab-pipeline.sh", "apply", "0".repeat(40));
    expect([code, jobsIn(out)]).toEqual([
      0,
      {
        "apply 1: 1": DATA[0],
        "apply 1: 2": DATA[1],
        "audit 1": DATA.join(" "),
        "apply 2: 1": PAYMENTS,
        "audit 2": PAYMENTS,
      },
    ]);
  });
});

test.each(["plan", "apply"])("a config that does not hold stops the %s", async (kind) => {
  await inJob("{", async (base, run) => {
    const { code, err } = await run("gitlab-pipeline.sh", kind, base);
    expect(code).not.toBe(0);
    expect(err).toContain(CONFIG);
  });
});
