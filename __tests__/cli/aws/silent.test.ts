import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import path from "node:path";
import { layeredFleet } from "../../support/fleet";
import { inFolderAsync } from "../../support/folder";
import { ended, start } from "../../support/process";

/** An AWS that takes every call and answers none. */
let silent: Server;
beforeAll(async () => {
  silent = createServer((socket) => socket.on("error", () => {})).listen(0, "127.0.0.1");
  await once(silent, "listening");
});
afterAll(() => silent.close());

const environment = () => ({
  AWS_ENDPOINT_URL: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
  AWS_ACCESS_KEY_ID: "a",
  AWS_SECRET_ACCESS_KEY: "b",
  AWS_REGION: "eu-west-1",
});

/** Runs a command on a fleet whose accounts do not answer. */
const asking = (args: readonly string[], meanwhile: (child: ReturnType<typeof start>) => unknown = () => {}) =>
  inFolderAsync(async (folder) => {
    const config = path.join(folder, "fleet.json");
    writeFileSync(config, JSON.stringify(layeredFleet()));
    const child = start(["bin/keywatch.js", ...args, "-c", config], environment());
    const end = ended(child);
    await meanwhile(child);
    return end;
  });

const interrupting = async (child: ReturnType<typeof start>) => {
  await once(silent, "connection");
  child.kill("SIGINT");
};

// A call has 20 s and five attempts, and a process that does not end is killed before: its code is null.
test.each(["audit", "preflight"])("%s ends when the time of its targets is over", async (command) => {
  const { code, out } = await asking([command, "--timeout", "1"]);
  expect(code).toBe(1);
  expect(out).toContain("TimeoutError: The operation was aborted due to timeout");
});

test.each([
  ["audit"],
  ["discover", "--account", "333333333333=new"],
  ["discover", "--organization"],
  ["drill", "keywatch-111111111111-eu-west-1", "--yes"],
])("%s %s ends at Ctrl-C", async (...args) => {
  const { code, out, err } = await asking(args, interrupting);
  expect(code).toBe(1);
  expect(out + err).toContain("Interrupted.");
});
