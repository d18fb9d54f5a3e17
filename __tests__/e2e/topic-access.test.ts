import { PublishCommand } from "@aws-sdk/client-sns";
import { targetsOf } from "../support/targets";
import { openAccount } from "./lab/accounts";
import { receive } from "./lab/alert";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { emulatedEnvironment } from "./lab/environment";
import { createQueue, letTopicSend, type Queue } from "./lab/ground";
import { LocalFleet } from "./support/local-fleet";

const region = "eu-west-1";
const [member, security, stranger] = ["111111111111", "999999999999", "666666666666"] as const;
const topicArn = `arn:aws:sns:${region}:${security}:security-alerts`;
const refused = /not authorized to perform: sns:Publish/;

/** A hub and a member. No role is assumed: the hub is deployed by its account's own root, which may do everything. */
const fleet = {
  name: "keywatch",
  defaults: { regions: [region], topic: { hub: security } },
  accounts: [
    { id: member, name: "member", trail: { logGroup: "trail" } },
    {
      id: security,
      name: "security",
      topic: { name: "security-alerts" },
      subscriptions: [{ protocol: "sqs", endpoint: `arn:aws:sqs:${region}:${security}:alerts` }],
      controls: { "cis-4.7": false },
    },
  ],
};

jest.setTimeout(180_000);

/**
 * The emulator, with authorization, asks the topic's policy about every caller that is a principal of IAM. Nobody can
 * call it as a service: what the policy grants to CloudWatch and EventBridge is for a policy simulator to prove.
 */
describeLab("the topic of a hub", () => {
  let aws: Emulator;
  let queue: Queue;

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack", auth: true });
    const hub = openAccount(aws, { account: security, region });
    queue = await createQueue(hub, "alerts");
    await letTopicSend(hub, queue, topicArn);
    const local = new LocalFleet("topic-access", emulatedEnvironment(aws, { account: security, region }));
    local.synth(targetsOf(fleet));
    await (await local.stack(`keywatch-${security}-${region}`)).apply();
  });
  afterAll(() => aws?.stop());

  test("brings what its owner publishes to its subscription", async () => {
    await publish(security, "https", "from the owner");
    const message = await receive(openAccount(aws, { account: security, region }), queue);
    expect(message).toMatchObject({ TopicArn: topicArn, Message: "from the owner" });
  });

  test("refuses what comes without TLS, also from its owner", () =>
    expect(publish(security, "http", "in the clear")).rejects.toThrow(refused));

  test("refuses an account outside the fleet", () =>
    expect(publish(stranger, "https", "from a stranger")).rejects.toThrow(refused));

  test("refuses the people of a member: only its alarms and rules may publish", () =>
    expect(publish(member, "https", "from a member")).rejects.toThrow(refused));

  /** Publishes as the root of an account. The emulator speaks plain HTTP and believes a proxy's word for TLS before it. */
  async function publish(account: string, scheme: "http" | "https", Message: string): Promise<void> {
    const command = new PublishCommand({ TopicArn: topicArn, Message });
    command.middlewareStack.add(
      (next) => (given) => {
        (given.request as { headers: Record<string, string> }).headers["x-forwarded-proto"] = scheme;
        return next(given);
      },
      { step: "build" },
    );
    await openAccount(aws, { account, region }).sns.send(command);
  }
});
