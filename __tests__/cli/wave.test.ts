import { withFile } from "../support/config-file";
import { layeredFleet, type Raw, smallFleet } from "../support/fleet";
import { keywatchAsync } from "../support/keywatch";

const run = (config: Raw, ...args: readonly string[]) =>
  withFile("keywatch.config.json", JSON.stringify(config), (file) =>
    keywatchAsync([...args.slice(0, 1), "--config", file, ...args.slice(1)]),
  );

/** Nobody is in the first of its three waves. */
const staged = layeredFleet({
  rollout: { waves: [{ tags: { stage: "sandbox" } }, { accounts: ["222222222222"] }] },
});

describe.each([
  ["targets", []],
  ["targets", ["--matrix"]],
  ["targets", ["--shards", "20"]],
  ["affected", ["--base", "HEAD", "--matrix"]],
  ["deploy", ["--yes"]],
  ["audit", []],
  ["report", []],
])("%s %j", (command, args) => {
  test.each([
    [smallFleet(), "2", "2 is no wave of the config, which has wave 1 alone."],
    [staged, "99", "99 is no wave of the config, which has waves 1 to 3."],
  ])("with a wave that there is not is wrong use, and nothing is done", async (config, wave, message) => {
    await expect(run(config, command, ...args, "--wave", wave)).resolves.toEqual({
      code: 2,
      out: "",
      err: `error: ${message} keywatch targets --waves lists them.\n`,
    });
  });
});

test("a wave that nobody is in today is an empty matrix, as a pipeline may ask for it", async () => {
  await expect(run(staged, "targets", "--shards", "20", "--wave", "1")).resolves.toEqual({
    code: 0,
    out: '{"include":[]}\n',
    err: "",
  });
});

test.each([
  ["nobody is in", ["--wave", "1"]],
  ["an account is not in", ["--wave", "2", "--only", "111111111111"]],
])("an audit of a wave that %s is wrong use all the same: nothing looked at is no pass", async (_, args) => {
  const wave = args[1];
  await expect(run(staged, "audit", ...args)).resolves.toEqual({
    code: 2,
    out: "",
    err: `error: Wave ${wave} has none of these targets. keywatch targets --waves lists the waves.\n`,
  });
});
