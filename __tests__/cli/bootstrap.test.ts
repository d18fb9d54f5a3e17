import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bootstrapSteps } from "../../modules/cli/bootstrap/steps";
import { withFile } from "../support/config-file";
import { smallFleet } from "../support/fleet";
import { inFolderAsync } from "../support/folder";
import { keywatchAsync } from "../support/keywatch";

const told = (first: boolean) =>
  bootstrapSteps(first, ["-auto-approve"]).map((step) =>
    step.kind === "terraform" ? step.args.join(" ") : `${step.kind} ${step.file}`,
  );

test("the first time, the state lies in the folder until the bucket is there, and then moves into it", () => {
  expect(told(true)).toEqual([
    "write backend_override.tf.json",
    "init -input=false -reconfigure",
    "apply -auto-approve",
    "remove backend_override.tf.json",
    "init -input=false -migrate-state -force-copy",
    "remove bootstrap.tfstate",
    "remove bootstrap.tfstate.backup",
  ]);
});

test("later the stack is applied like any other", () => {
  expect(told(false)).toEqual(["init -input=false", "apply -auto-approve"]);
});

test.each([
  ["local", undefined],
  ["s3 without a bootstrap", { type: "s3", bucket: "acme-state", region: "eu-west-1" }],
])("with a state of type %s there is nothing to make", async (_, state) => {
  const run = withFile("fleet.json", JSON.stringify(smallFleet({ state })), (file) =>
    keywatchAsync(["bootstrap", "-c", file]),
  );
  expect(await run).toEqual({
    code: 2,
    out: "",
    err: "The config asks for nothing to be made: it has neither state.bootstrap, with a state of type s3, nor state.workspaces, with one of type hcp.\n",
  });
});

describe("workspaces of HCP Terraform", () => {
  const state = { type: "hcp", organization: "acme", project: "keywatch", workspaces: {} };
  /** A terraform that takes down what it is asked, and where it is told to run; one command may fail, one takes its time. */
  const DOUBLE = `#!/bin/sh
echo "$TF_FORCE_LOCAL_BACKEND \${1##*/} $2 $3" >> "$JOURNAL"
for signal in INT TERM; do trap "echo told $signal >> $JOURNAL; exit 1" $signal; done
test "$2" != "$TAKES_LONG" || for tenth in 1 2 3 4 5 6 7 8 9 10; do sleep 0.1; done
test "$2" != "$FAILS"
`;

  /** Bootstraps; a reason interrupts the command that takes its time, once that has begun. */
  const bootstrapped = ({ fails = "", takesLong = "", reason = "" } = {}) =>
    inFolderAsync(async (folder) => {
      const [config, binary, journal] = ["fleet.json", "terraform", "journal"].map((name) =>
        path.join(folder, name),
      ) as [string, string, string];
      writeFileSync(config, JSON.stringify(smallFleet({ state })));
      writeFileSync(binary, DOUBLE, { mode: 0o755 });
      writeFileSync(journal, "");
      const ran = () => readFileSync(journal, "utf8");
      const controller = new AbortController();
      const looking = setInterval(() => {
        if (reason && ran().includes(takesLong)) controller.abort(reason);
      }, 20);
      const { code, out, err } = await keywatchAsync(
        ["bootstrap", "--auto-approve", "-c", config, "-o", path.join(folder, "out")],
        {
          PATH: process.env.PATH,
          TERRAFORM_BINARY_NAME: binary,
          JOURNAL: journal,
          FAILS: fails,
          TAKES_LONG: takesLong,
        },
        () => controller.signal,
      );
      clearInterval(looking);
      return { code, out, err, ran: ran() };
    });

  test("are made by a Terraform that runs here, with its state there", async () => {
    expect(await bootstrapped()).toEqual({
      code: 0,
      out: "Project keywatch of acme keeps the state of every stack, in a workspace of its own.\n",
      err: "",
      ran: "1 keywatch-workspaces init -input=false\n1 keywatch-workspaces apply -auto-approve\n",
    });
  });

  test("are not told to be there where Terraform failed", async () => {
    expect(await bootstrapped({ fails: "init" })).toEqual({
      code: 1,
      out: "",
      err: "",
      ran: "1 keywatch-workspaces init -input=false\n",
    });
  });

  test.each([
    ["SIGTERM is passed on to Terraform", "SIGTERM", "told TERM\n"],
    ["Ctrl-C is not, since Terraform has it from the terminal", "SIGINT", ""],
  ])("%s, and nothing more begins", async (_, reason, told) => {
    expect(await bootstrapped({ takesLong: "init", reason })).toEqual({
      code: 1,
      out: "",
      err: "",
      ran: `1 keywatch-workspaces init -input=false\n${told}`,
    });
  });
});
