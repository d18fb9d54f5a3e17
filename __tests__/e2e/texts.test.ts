import { existsSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { quoted } from "../../modules/controls/filter-pattern/quoting";
import { openAccount } from "./lab/accounts";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { newFolder } from "./lab/folder";
import { readHoldings, readTags } from "./lab/holdings";
import { asStored, text } from "./lab/texts";
import { fleetConfig, logGroup, payments, pipeline, prepareTarget, queueTemplate } from "./support/fleet";
import { Project } from "./support/project";

const regions = ["eu-west-1", "us-east-1"] as const;

/** Texts of one target, each where the config takes it. */
interface Texts {
  readonly filterName: string;
  readonly pattern: string;
  readonly metricName: string;
  readonly namespace: string;
  readonly alarmName: string;
  readonly description: string;
  readonly displayName: string;
  readonly policy: Readonly<Record<string, readonly string[]>>;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Many awkward texts as one, of at most so many bytes, as the provider counts. AWS's XML carries neither controls nor a
 * carriage return.
 */
const texts = (most: number, without: RegExp = unfit): fc.Arbitrary<string> =>
  fc
    .array(text, { minLength: most / 10, maxLength: most / 5 })
    .map((some) => asStored(some.join("·").replace(unfit, "").replace(new RegExp(without, "gu"), "")))
    .map((all) => Buffer.from(all).subarray(0, most).toString().replaceAll("\ufffd", "").trim())
    .filter((all) => all !== "");
const unfit = /[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const unfitForTags = /[^A-Za-z0-9 _.:/=+@-]/u;

const targetTexts: fc.Arbitrary<Texts> = fc.record({
  filterName: texts(120, /[:*\n\t]/),
  pattern: texts(200).map((value) => `{ $.userAgent = ${quoted(value, '"')} }`),
  metricName: texts(120, /[:*$\p{Cc}]/u),
  namespace: texts(120, /[:*$\p{Cc}]/u),
  alarmName: texts(250),
  description: texts(1000),
  displayName: texts(100),
  policy: fc.dictionary(texts(40), fc.array(texts(40), { minLength: 1, maxLength: 3 }), { minKeys: 3, maxKeys: 3 }),
  tags: fc.dictionary(texts(40, unfitForTags), texts(80, unfitForTags), {
    minKeys: 3,
    maxKeys: 3,
  }),
});

jest.setTimeout(180_000);

describeLab("every text of a config", () => {
  let aws: Emulator;

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack" });
  });
  beforeEach(() => aws.reset());
  afterAll(() => aws?.stop());

  test("arrives in the account as it was written, and is found unchanged", () =>
    fc.assert(
      fc.asyncProperty(fc.tuple(targetTexts, targetTexts), async (written) => {
        const targets = regions.map((region) => ({ account: payments, region }));
        await Promise.all(targets.map((target) => prepareTarget(aws, target)));
        const project = new Project("texts", configOf(aws, written), pipeline(aws));
        await project.deploy();
        for (const [index, target] of targets.entries()) {
          expect(await readTexts(aws, target)).toEqual(written[index]);
          const stack = await project.stack(`keywatch-${target.account}-${target.region}`);
          expect(await stack.planned()).toEqual([]);
        }
      }),
      { numRuns: 1, endOnFailure: true },
    ));

  test("names the folder of the state", async () => {
    const path = join(newFolder("state"), '${a} $${b} %{c} %%{d} "e" é');
    const target = { account: payments, region: "eu-west-1" };
    await prepareTarget(aws, target);
    const accounts = [{ id: payments, name: "payments" }];
    await new Project(
      "state-path",
      { ...fleetConfig(aws, { accounts }), state: { type: "local", path } },
      pipeline(aws),
    ).deploy();
    expect(existsSync(join(path, "keywatch", payments, "eu-west-1.tfstate"))).toBe(true);
  });
});

function configOf(aws: Emulator, [first, second]: readonly [Texts, Texts]) {
  const overrides = { [regions[0]]: settingsOf(first), [regions[1]]: settingsOf(second) };
  const accounts = [{ id: payments, name: "payments", regions, overrides }];
  return { ...fleetConfig(aws, { accounts }), state: { type: "local", path: newFolder("texts-state") } };
}

function settingsOf(texts: Texts) {
  return {
    topic: { displayName: texts.displayName },
    subscriptions: [
      { protocol: "sqs", endpoint: queueTemplate, filterPolicy: texts.policy, filterPolicyScope: "MessageBody" },
    ],
    tags: texts.tags,
    controls: {
      "cis-4.7": {
        filter: { name: texts.filterName, pattern: texts.pattern },
        metric: { name: texts.metricName, namespace: texts.namespace },
        alarm: { name: texts.alarmName, description: texts.description },
      },
    },
  };
}

/** What `settingsOf` wrote, as the account has it. */
async function readTexts(aws: Emulator, target: { account: string; region: string }) {
  const account = openAccount(aws, target);
  const { alarms, metricFilters, topics, subscriptions } = await readHoldings(account);
  const [alarm, filter, topic, subscription] = [alarms[0], metricFilters[0], topics[0], subscriptions[0]];
  expect(filter?.logGroupName).toBe(logGroup);
  return {
    filterName: filter?.filterName,
    pattern: filter?.filterPattern,
    metricName: alarm?.MetricName,
    namespace: alarm?.Namespace,
    alarmName: alarm?.AlarmName,
    description: alarm?.AlarmDescription,
    displayName: topic?.DisplayName,
    policy: JSON.parse(subscription?.FilterPolicy ?? "null"),
    tags: await readTags(account, topic?.TopicArn ?? ""),
  };
}
