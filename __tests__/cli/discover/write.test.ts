import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Call } from "../../../modules/cli/command";
import type { DiscoverOptions } from "../../../modules/cli/discover/options";
import type { Discovery } from "../../../modules/cli/discover/result";
import { writeAccounts } from "../../../modules/cli/discover/write";
import { inFolder } from "../../support/folder";
import { fakeTerminal } from "../../support/terminal";
import { data, type denied, discoveryAmong, payments, trailOf } from "./looked";

const ENTRY = '{ id: "111111111111", name: "name-1", regions: ["eu-west-1"], trail: { logGroup: "trail" } }';
const found = discoveryAmong({ [payments]: [trailOf(payments)] });

/** Writes a discovery to a file in an empty folder, whose path is written as FOLDER. */
const writing = (name: string, before: string | undefined, discovery: Discovery, json = false) =>
  inFolder((folder) => {
    const file = path.join(folder, name);
    if (before !== undefined) writeFileSync(file, before);
    const { terminal, written } = fakeTerminal();
    const options = { config: file, write: true, json } as unknown as DiscoverOptions;
    const fine = writeAccounts({ options, env: {}, terminal } as Call<DiscoverOptions>, discovery);
    const [out, err] = [written.out, written.err].map((text) => text.replaceAll(folder, "FOLDER"));
    return { fine, out, err, after: existsSync(file) ? readFileSync(file, "utf8") : undefined };
  });

const CONFIG =
  'name: keywatch\naccounts:\n  - { id: "222222222222", name: x, regions: [eu-west-1], trail: { logGroup: t } }\n';

test("adds the new accounts and says so", () => {
  const { after, ...rest } = writing("fleet.yaml", CONFIG, found);
  expect(rest).toEqual({
    fine: true,
    out: "\n1 account added to FOLDER/fleet.yaml. Next: npx keywatch validate\n",
    err: "",
  });
  expect(after).toContain(`${CONFIG}  - { id: "111111111111", name: name-1`);
});

test("says it beside the JSON that machines read", () => {
  const { out, err } = writing("fleet.yaml", CONFIG, found, true);
  expect(out).toBe("");
  expect(err).toContain("1 account added");
});

test("writes nothing after Ctrl-C", () => {
  const fault = { kind: "interrupted", message: "Interrupted.", remedy: "Run it again." } as unknown as typeof denied;
  const discovery = discoveryAmong({ [payments]: [trailOf(payments)], [data]: fault });
  expect(writing("fleet.yaml", CONFIG, discovery)).toEqual({
    fine: false,
    out: "",
    err: "Interrupted: nothing was written to FOLDER/fleet.yaml.\n",
    after: CONFIG,
  });
});

test("leaves a program alone and prints what to paste", () => {
  expect(writing("fleet.ts", "mine", found)).toEqual({
    fine: true,
    out: `
FOLDER/fleet.ts is a program, which is not added to. Paste these into its accounts, or keep them in a file that it imports, by --write accounts.json:
    ${ENTRY},
`,
    err: "",
    after: "mine",
  });
});

test("does not write what would not hold", () => {
  const wrong = CONFIG.replace("name: keywatch", "name: 1st");
  expect(writing("fleet.yaml", wrong, found)).toMatchObject({
    fine: false,
    err: expect.stringContaining("Nothing was written."),
    after: wrong,
  });
});

test("says of a program too that there is nothing to add", () => {
  expect(writing("fleet.ts", "mine", discoveryAmong({ [payments]: [] })).out).toBe(
    "\nNothing to add to FOLDER/fleet.ts: it stays as it is.\n",
  );
});
