import { planDrill, planText } from "../../../modules/cli/drill";
import { withFile } from "../../support/config-file";
import { hubFleet, layeredFleet, smallFleet } from "../../support/fleet";
import { keywatchAsync } from "../../support/keywatch";
import { targetOf, targetsOf } from "../../support/targets";

const target = targetOf();
const both = targetOf({
  "accounts[0].controls": { "cis-4.7": true, "cis-4.8": true, "key-disabled-or-deletion-scheduled": true },
});

test.each([
  ["the benchmark's, where it is on", target, {}, "cis-4.7"],
  [
    "another by its name",
    both,
    { control: "key-disabled-or-deletion-scheduled" },
    "key-disabled-or-deletion-scheduled",
  ],
])("is of a control that counts a drill's events: %s", (_, of, choice, control) => {
  expect(planDrill(of, [of], choice)).toMatchObject({ ok: true, plan: { control: { id: control } } });
});

const foreign = targetOf({ "accounts[0].topic": { arn: "arn:aws:sns:eu-west-1:555555555555:shared" } });

test.each([
  [
    "a control that is not on",
    target,
    { control: "cis-4.8" },
    /^keywatch-1{12}-eu-west-1 has no control cis-4\.8\. It has: cis-4\.7\.$/,
  ],
  [
    "a control that counts other events",
    both,
    { control: "cis-4.8" },
    /^cis-4\.8 counts neither DisableKey nor ScheduleKeyDeletion\.$/,
  ],
  [
    "nothing that is watched",
    targetOf({ "accounts[0].controls": { "cis-4.7": false, "cis-4.8": true } }),
    {},
    /Switch cis-4\.7 on\.$/,
  ],
  [
    "a topic of an account that the config does not name",
    foreign,
    {},
    /--alarm-only shows the way as far as the alarm\.$/,
  ],
])("there is none of %s", (_, of, choice, problem) => {
  expect(planDrill(of, [of], choice)).toEqual({ ok: false, problem: expect.stringMatching(problem) });
});

test("a topic that nobody can listen to leaves the alarm", () => {
  const planned = planDrill(foreign, [foreign], { alarmOnly: true });
  expect(planned.ok && planned.plan).not.toHaveProperty("listener");
});

test("a hub's member is listened to at the hub", () => {
  const fleet = targetsOf(hubFleet());
  const [member] = fleet;
  expect(member && planDrill(member, fleet, {})).toMatchObject({
    ok: true,
    plan: { listener: { account: { id: "999999999999" }, region: "eu-west-1" } },
  });
});

test("a dry run tells each step with its account and calls", () => {
  const planned = planDrill(target, [target], {});
  expect(planned.ok && planText(planned.plan)).toMatch(
    /A key that nothing uses is made +111111111111 +kms:CreateKey, kms:TagResource, kms:DescribeKey, kms:ScheduleKeyDeletion\n/,
  );
});

const run = (config: object, ...args: readonly string[]) =>
  withFile("fleet.json", JSON.stringify(config), (file) => keywatchAsync(["drill", ...args, "--config", file]));

test("the command does nothing in a dry run, and says so", async () => {
  const { code, out, err } = await run(smallFleet(), "111111111111", "--dry-run");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^A drill of cis-4\.7 in keywatch-111111111111-eu-west-1 would do this,/);
  expect(out).toMatch(/\nNothing was done\.\n$/);
  const json = await run(smallFleet(), "keywatch-111111111111-eu-west-1", "--dry-run", "--json");
  expect(JSON.parse(json.out)).toMatchObject({
    dryRun: true,
    steps: expect.arrayContaining([expect.objectContaining({ id: "queue", account: "111111111111" })]),
  });
});

test.each([
  [
    "a target that is not there",
    smallFleet(),
    ["444444444444"],
    /^error: 444444444444 is no account or stack of the config\./,
  ],
  [
    "an account with two regions",
    layeredFleet(),
    ["222222222222"],
    /^error: A drill is of one target\. Name its stack: keywatch-222222222222-eu-west-1, keywatch-222222222222-us-east-1\.$/m,
  ],
  [
    "a target without such a control",
    smallFleet(),
    ["111111111111", "--control", "x"],
    /^error: keywatch-1{12}-eu-west-1 has no control x\./,
  ],
  [
    "nobody to ask",
    smallFleet(),
    ["111111111111"],
    /^error: A drill makes a key and sets off an alarm\. Say --yes where nobody can be asked\.$/m,
  ],
])("%s is wrong use", async (_, config, args, message) => {
  const { code, out, err } = await run(config, ...args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(message);
});
