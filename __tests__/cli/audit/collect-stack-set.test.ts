import {
  CloudFormationClient,
  DescribeStackSetCommand,
  type ListStackInstancesCommand,
  StackSetNotFoundException,
} from "@aws-sdk/client-cloudformation";
import { seeStackSet } from "../../../modules/cli/audit/collect/stack-set";
import type { Session } from "../../../modules/cli/aws";
import type { TargetOrganization } from "../../../modules/fleet";
import { organizationFleet } from "../../support/fleet";
import { targetsOf } from "../../support/targets";

type Answers = (command: DescribeStackSetCommand | ListStackInstancesCommand) => object;

const described = { StackSet: { StackSetName: "keywatch-organization" } };
const denied = () => {
  throw Object.assign(new Error("no"), { name: "AccessDenied" });
};

/** A session of which CloudFormation gives these answers. */
function answering(answers: Answers): Session {
  const client = Object.assign(Object.create(CloudFormationClient.prototype), {
    send: async (command: Parameters<Answers>[0]) => answers(command),
  });
  const { signal } = new AbortController();
  return { signal, client: () => client, ask: (_: unknown, command: never) => client.send(command) } as never;
}

const organizationOf = (delegatedAdmin: boolean): TargetOrganization =>
  targetsOf(organizationFleet({ "organization.delegatedAdmin": delegatedAdmin })).flatMap(
    ({ organization }) => organization ?? [],
  )[0] as TargetOrganization;

test("the instances of all pages are seen", async () => {
  const session = answering((command) => {
    if (command instanceof DescribeStackSetCommand) return described;
    const page = Number(command.input.NextToken ?? 0);
    return { Summaries: [{ Account: `${page}`.repeat(12) }], ...(page < 2 ? { NextToken: `${page + 1}` } : {}) };
  });
  expect(await seeStackSet(session, organizationOf(false))).toMatchObject({
    ok: true,
    value: {
      stackSet: described.StackSet,
      instances: {
        ok: true,
        value: [{ Account: "000000000000" }, { Account: "111111111111" }, { Account: "222222222222" }],
      },
    },
  });
});

test.each([
  [false, "SELF"],
  [true, "DELEGATED_ADMIN"],
])("where the account is a delegated administrator: %s, CloudFormation is asked as %s", async (delegated, callAs) => {
  const asked: unknown[] = [];
  const session = answering((command) => {
    asked.push({ ...command.input }); // the paginator goes on to write into its own
    return command instanceof DescribeStackSetCommand ? described : {};
  });
  await seeStackSet(session, organizationOf(delegated));
  expect(asked).toEqual([
    { StackSetName: "keywatch-organization", CallAs: callAs },
    { StackSetName: "keywatch-organization", CallAs: callAs, MaxResults: 100 },
  ]);
});

test("a StackSet that is not there is none", async () => {
  const session = answering(() => {
    throw new StackSetNotFoundException({ message: "no", $metadata: {} });
  });
  expect(await seeStackSet(session, organizationOf(false))).toMatchObject({ ok: true, value: undefined });
});

test("a StackSet that may not be described is a fault, as are instances that may not be listed", async () => {
  expect(await seeStackSet(answering(denied), organizationOf(false))).toMatchObject({
    ok: false,
    fault: { kind: "denied" },
  });
  const session = answering((command) => (command instanceof DescribeStackSetCommand ? described : denied()));
  expect(await seeStackSet(session, organizationOf(false))).toMatchObject({
    ok: true,
    value: { instances: { ok: false, fault: { kind: "denied" } } },
  });
});
