import fs, { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { errorText } from "../../modules/cli/error-text";
import { writeAt } from "../../modules/cli/write-at";
import { smallFleet } from "../support/fleet";
import { inFolderAsync } from "../support/folder";
import { keywatchAsync } from "../support/keywatch";

const INIT = ["--account", "111111111111=a", "--email", "a@acme.example", "--state", "local", "--yes"];
const COMMANDS = {
  synth: (folder: string, place: string) => ["synth", "-c", path.join(folder, "fleet.json"), "--output", place],
  init: (_: string, place: string) => ["init", ...INIT, "--config", place],
};

/** What is told of a command that cannot write to a place in a folder that holds a file. */
const writing = (command: keyof typeof COMMANDS, place: string): Promise<string> =>
  inFolderAsync(async (folder) => {
    writeFileSync(path.join(folder, "fleet.json"), JSON.stringify(smallFleet()));
    const error = await keywatchAsync(COMMANDS[command](folder, path.join(folder, place))).catch((thrown) => thrown);
    expect(readdirSync(folder)).toEqual(["fleet.json"]);
    return errorText(error).replaceAll(`${folder}/`, "");
  });

afterEach(() => {
  jest.restoreAllMocks();
});

test.each([
  ["synth", "fleet.json", "is a file where a folder is needed", "--output"],
  ["synth", "fleet.json/out", "lies below a file, which cannot be", "--output"],
  ["init", "fleet.json/a.yaml", "lies below a file, which cannot be", "--config"],
  ["init", "none/a.yaml", "cannot be made: its folder is not there, or takes nothing new", "--config"],
] as const)("%s to %s tells that it %s", async (command, place, fault, option) => {
  expect(await writing(command, place)).toBe(
    `${place} ${fault}.\n  to mend it: Name another place with ${option}, or mend this one.`,
  );
});

test.each([
  ["synth", "mkdtempSync", ".staging-", "out", "--output"],
  ["init", "writeFileSync", ".draft", "a.yaml", "--config"],
] as const)(
  "%s, denied by %s of a file on the way, names what was asked for",
  async (command, call, on, place, option) => {
    const write = fs[call] as (...args: readonly unknown[]) => unknown;
    jest.spyOn(fs, call).mockImplementation(((file: string, ...rest: unknown[]) => {
      if (!file.endsWith(on)) return write(file, ...rest);
      throw Object.assign(new Error(`EACCES: permission denied, open '${file}'`), { code: "EACCES", path: file });
    }) as never);
    expect(await writing(command, place)).toBe(
      `${place} may not be written by this user.\n  to mend it: Name another place with ${option}, or mend this one.`,
    );
  },
);

test("what is no fault of the place is thrown as it is", () => {
  const fault = new Error("It broke.");
  expect(() =>
    writeAt("out", "--output", () => {
      throw fault;
    }),
  ).toThrow(fault);
});
