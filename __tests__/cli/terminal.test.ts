import { processTerminal } from "../../modules/cli/terminal";
import { fakeTerminal } from "../support/terminal";

/** What a terminal writes to a process with this output and environment. */
function written(isTTY: boolean, env: NodeJS.ProcessEnv) {
  const streams = { stdout: "", stderr: "" };
  const stream = (name: keyof typeof streams) => ({
    isTTY,
    write: (text: string) => {
      streams[name] += text;
    },
  });
  const terminal = processTerminal({
    stdout: stream("stdout"),
    stderr: stream("stderr"),
    env,
  } as unknown as NodeJS.Process);
  terminal.out(`${terminal.bold("bold")} ${terminal.dim("dim")}`);
  terminal.err("wrong");
  return streams;
}

test("results go to the output and the rest to the errors, each on lines of its own", () => {
  expect(written(false, {})).toEqual({ stdout: "bold dim\n", stderr: "wrong\n" });
});

test("a person's terminal gets emphasis", () => {
  expect(written(true, {}).stdout).toBe("\u001b[1mbold\u001b[22m \u001b[2mdim\u001b[22m\n");
});

test.each([[{ NO_COLOR: "1" }], [{ TERM: "dumb" }]])("but not with %j", (env) => {
  expect(written(true, env).stdout).toBe("bold dim\n");
});

describe("what somebody has chosen", () => {
  const foreign = "a\u001b[2J\u0007b\r\u009b3m\u202ec\u{e0041}\nd";

  test("steers no terminal, and is spelt out", () => {
    const { terminal, written } = fakeTerminal();
    terminal.out(foreign);
    terminal.err(foreign);
    const spelt = "a\\u001b[2J\\u0007b\\u000d\\u009b3m\\u202ec\\udb40\\udc41\nd\n";
    expect(written).toEqual({ out: spelt, err: spelt });
  });

  test("leaves JSON what it is", () => {
    const { terminal, written } = fakeTerminal();
    terminal.out(JSON.stringify({ foreign }, null, 2));
    expect(JSON.parse(written.out)).toEqual({ foreign });
    expect(written.out).not.toMatch(/[^\P{C}\n]/u);
  });

  test("stays as it is in a file's content", () => {
    const { terminal, written } = fakeTerminal();
    terminal.file(foreign);
    expect(written.out).toBe(foreign);
  });
});
