import { keywatch } from "../support/keywatch";

const COMMANDS = keywatch(["--help"])
  .out.split("Commands:\n")[1]
  ?.match(/^ {2}[a-z]+/gm)
  ?.map((name) => name.trim()) as string[];

test("the commands are those that the card names", () => {
  expect(COMMANDS).toEqual([
    "init",
    "discover",
    "validate",
    "targets",
    "affected",
    "explain",
    "cost",
    "permissions",
    "bootstrap",
    "synth",
    "preflight",
    "deploy",
    "audit",
    "report",
    "drill",
    "completion",
    "help",
  ]);
});

const examplesIn = (help: string) =>
  [...help.matchAll(/^ {2}\$ npx keywatch (.+?)(?: < .+)?$/gm)].map(([, args]) => args as string);

describe.each(["", ...COMMANDS.filter((name) => name !== "help")])("keywatch %s --help", (command) => {
  const { code, out, err } = keywatch([...(command ? [command] : []), "--help"]);

  test("tells what it does, on the output", () => {
    expect(code).toBe("help");
    expect(out).toContain(`Usage: keywatch ${command}`.trim());
    expect(err).toBe("");
  });

  test("has examples of its own that parse", () => {
    const examples = examplesIn(out);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      if (command) expect(example).toMatch(new RegExp(`^${command}( |$)`));
      if (!out.includes("--config <file>")) {
        expect(keywatch(example.split(" "))).toMatchObject({ code: 0 });
        continue;
      }
      // a file that is not there, or for init one that is, stops a command before it does anything, and is no wrong use
      const args = example
        .split(" ")
        .filter((arg, at, all) => arg !== "--config" && all[at - 1] !== "--config")
        .map((arg) => (arg.endsWith(".json") ? "missing.json" : arg));
      const file = command === "init" ? "package.json" : "missing.yaml";
      expect(keywatch([...args, "--config", file])).toMatchObject({ code: 2 });
    }
  });
});

test("the help fits on 80 columns, with a command and what it does on a line", () => {
  const { out } = keywatch(["--help"]);

  expect(out).toMatch(/^ {2}validate +Check the config/m);
  expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
});

test("the exit codes are told", () => {
  expect(keywatch(["--help"]).out).toContain("Exit codes: 0 fine, 1 failed or found something, 2 wrong use or config.");
});

test("the version is the package's", () => {
  expect(keywatch(["--version"])).toEqual({
    code: "version",
    out: `${require("../../package.json").version}\n`,
    err: "",
  });
});

test.each([
  [["validat"], "error: unknown command 'validat'\n(Did you mean validate?)"],
  [["validate", "--conifg", "x"], "error: unknown option '--conifg'\n(Did you mean --config?)"],
  [["validate", "--matrix"], "error: unknown option '--matrix'"],
  [["validate", "--config"], "error: option '-c, --config <file>' argument missing"],
  [
    ["synth", "--role", "keywatch-plan"],
    "error: option '--role <arn>' argument 'keywatch-plan' is invalid. The ARN of a role is expected; {account} may stand for the account's id in it.",
  ],
  [["targets", "extra"], "error: too many arguments for 'targets'. Expected 0 arguments but got 1."],
])("%j is wrong use, told with where to find help", (args, message) => {
  expect(keywatch(args)).toEqual({
    code: "wrong use",
    out: "",
    err: `${message}\nRun keywatch --help, or keywatch <command> --help, for examples.\n`,
  });
});
