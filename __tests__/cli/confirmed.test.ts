import { PassThrough } from "node:stream";
import { drill } from "../../modules/cli/commands/drill";
import { canAsk, confirmed } from "../../modules/cli/confirmed";
import { withFile } from "../support/config-file";
import { smallFleet } from "../support/fleet";
import { fakeTerminal } from "../support/terminal";

/** A call on a terminal, from an input that is one or not. */
function callOn({ live = true, isTTY = true, options = {} }: { live?: boolean; isTTY?: boolean; options?: object }) {
  const { terminal, written } = fakeTerminal();
  const stdin = Object.assign(new PassThrough(), { isTTY }) as unknown as NodeJS.ReadStream & PassThrough;
  const interrupted = () => AbortSignal.abort();
  return {
    written,
    call: { options, given: [], args: [], env: {}, stdin, interrupted, terminal: { ...terminal, live } },
  };
}

const NOBODY = [
  ["the output is no terminal", { live: false }],
  ["the input is none", { isTTY: false }],
  ["a machine reads the answer", { options: { json: true } }],
] as const;

test("somebody can be asked on a terminal", () => {
  expect(canAsk(callOn({}).call)).toBe(true);
});

test.each(NOBODY)("nobody can be asked where %s, and a drill needs --yes", async (_, given) => {
  const { call, written } = callOn(given);
  expect(canAsk(call)).toBe(false);
  const code = await withFile("fleet.json", JSON.stringify(smallFleet()), (config) =>
    drill.run({ ...call, args: ["111111111111"], options: { ...call.options, config } }),
  );
  expect([code, written.out]).toEqual([2, ""]);
  expect(written.err).toMatch(/^error: A drill makes a key and sets off an alarm\. /);
});

describe("a question", () => {
  beforeEach(() => {
    jest.spyOn(process.stdout, "write").mockReturnValue(true);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const answer = (keys: string, signal = new AbortController().signal) => {
    const { call } = callOn({});
    call.stdin.write(keys);
    return confirmed(call, "Apply?", signal);
  };

  test.each([
    ["y\r", true],
    ["\r", false],
    ["n\r", false],
    ["\x03", false],
  ])("is answered from the call's input: %j", async (keys, yes) => {
    expect(await answer(keys)).toBe(yes);
  });

  test("is a no once its signal is aborted", async () => {
    const controller = new AbortController();
    const asked = answer("", controller.signal);
    controller.abort();
    expect(await asked).toBe(false);
  });
});
