import { processTerminal } from "../../modules/cli/terminal";

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
