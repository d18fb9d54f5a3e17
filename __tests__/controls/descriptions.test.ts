import { REGIONS } from "../../modules/aws";
import { CONTROL_IDS } from "../../modules/controls";
import { smallFleet } from "../support/fleet";
import { targetOf, targetsOf } from "../support/targets";
import { describeRight, describeWrong } from "../support/validation";

const everything = Object.fromEntries(CONTROL_IDS.map((id) => [id, true]));
const descriptions = (changes = {}): Record<string, string> =>
  Object.fromEntries(targetOf(changes).controls.map(({ id, alarm }) => [id, alarm.description]));

const FOLDER = "https://git.acme.example/keywatch/docs/runbooks";
const RUNBOOKS = "accounts[0].runbooks";

test.each([FOLDER, `${FOLDER}/`])("an alarm's text ends in the link to its runbook below %s", (folder) => {
  expect(descriptions({ [RUNBOOKS]: folder })["cis-4.7"]).toBe(
    `${descriptions()["cis-4.7"]} Runbook: ${FOLDER}/cis-4.7.md`,
  );
});

test("a text that the config gives stays as it is", () => {
  const changes = {
    [RUNBOOKS]: FOLDER,
    "accounts[0].controls": { "cis-4.7": { alarm: { description: "Call Ada." } } },
  };

  expect(descriptions(changes)["cis-4.7"]).toBe("Call Ada.");
});

test("a region's folder goes before the fleet's", () => {
  const [target] = targetsOf(
    smallFleet({
      "defaults.runbooks": FOLDER,
      "accounts[0].overrides": { "eu-west-1": { runbooks: "https://wiki.acme.example" } },
    }),
  );

  expect(target?.controls[0]?.alarm.description).toMatch(/ Runbook: https:\/\/wiki\.acme\.example\/cis-4\.7\.md$/);
});

test("texts fit CloudWatch in every region, with the longest link and an organization's trail", () => {
  const folder = `https://${"f".repeat(248)}`;
  const targets = targetsOf(
    smallFleet({
      "accounts[0].regions": [...REGIONS.values()].flatMap(({ name, partition }) =>
        partition === "aws" ? [name] : [],
      ),
      "accounts[0].trail.organization": true,
      "accounts[0].controls": everything,
      [RUNBOOKS]: folder,
    }),
  );
  const lengths = targets.flatMap(({ controls }) => controls.map(({ alarm }) => alarm.description.length));

  expect(lengths).toHaveLength(targets.length * CONTROL_IDS.length);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(1024);
});

test("a text says what it is that may be elsewhere", () => {
  const texts = descriptions({ "accounts[0].controls": everything });

  expect(texts["cis-4.10"]).toContain("The security group may be in any region that the trail records.");
  expect(descriptions({ "accounts[0].trail.organization": true })["cis-4.7"]).toContain(
    "The trail is the organization's: the key may be in any of its accounts and regions.",
  );
});

const WRONG = [
  "the https URL of a folder, up to 256 characters, without ? # { and }",
  "Write where your copy of docs/runbooks is shown, such as https://git.acme.example/keywatch/docs/runbooks.",
] as const;

describeWrong("what is wrong with a folder of runbooks", [
  ["http", { [RUNBOOKS]: "http://a.example" }, [RUNBOOKS, '"http://a.example" cannot stand here.', ...WRONG]],
  ["a query", { [RUNBOOKS]: "https://a.example?b" }, [RUNBOOKS, '"https://a.example?b" cannot stand here.', ...WRONG]],
  [
    "a placeholder",
    { [RUNBOOKS]: "https://{account}.example" },
    [RUNBOOKS, '"https://{account}.example" cannot stand here.', ...WRONG],
  ],
]);

describeRight("what is right with a folder of runbooks", [
  ["256 characters", { [RUNBOOKS]: `https://${"f".repeat(248)}` }],
]);
