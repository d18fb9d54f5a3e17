import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { seeStore } from "../../../modules/cli/audit/collect/states";
import { judgeStates } from "../../../modules/cli/audit/judge/states";
import { fleetStores } from "../../../modules/cli/states";
import { templateOf } from "../../../modules/cli/states/template";
import { type Changes, organizationFleet } from "../../support/fleet";
import { inFolderAsync } from "../../support/folder";
import { targetsOf } from "../../support/targets";
import { AT } from "./healthy";

const [member, organization] = ["keywatch/111111111111/eu-west-1.tfstate", "keywatch/organization.tfstate"];
const TOPIC = "aws_sns_topic.alerts";
const STACK_SET = "aws_cloudformation_stack_set.organization";

/** Writes a state that holds a resource of this address; without one, nothing. */
function write(file: string, address: string | undefined): void {
  const [type, name] = address?.split(".") ?? [];
  const resources = address ? [{ mode: "managed", type, name, instances: [{ attributes: {} }] }] : [];
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ version: 4, resources }));
}

/** What is found of the local states of a fleet, by the names below their folder. */
const foundIn = (states: Readonly<Record<string, string | undefined>>, changes: Changes = {}) =>
  inFolderAsync(async (folder) => {
    for (const [name, address] of Object.entries(states)) write(path.join(folder, name), address);
    const { signal } = new AbortController();
    const targets = targetsOf(organizationFleet({ state: { type: "local", path: folder }, ...changes }));
    const { stores, unreadable } = fleetStores(targets, { outdir: folder, signal });
    const seen = await Promise.all(stores.map((store) => seeStore(store, signal)));
    return judgeStates(seen, unreadable, AT)
      .flatMap((ruling) => ("holds" in ruling && !ruling.holds ? [ruling] : []))
      .map(({ id, resource = "", evidence, remedy }) => ({
        id,
        name: path.relative(folder, resource),
        evidence,
        remedy,
      }));
  });

test("the states of a fleet and its organization are in order", async () => {
  expect(await foundIn({ [member]: TOPIC, [organization]: STACK_SET })).toEqual([]);
});

test("the state of an organization that was taken out of the config is named, with how to end its stack", async () => {
  const states = { [member]: TOPIC, [organization]: STACK_SET };
  expect(await foundIn(states, { organization: undefined })).toEqual([
    {
      id: "state-without-target",
      name: organization,
      evidence: `The stack of an organization: it holds ${STACK_SET}.`,
      remedy: "Put `organization` back, destroy its stack with npx cdktf destroy, then take it out.",
    },
  ]);
});

test("one whose stack was destroyed before is none", async () => {
  expect(await foundIn({ [organization]: undefined }, { organization: undefined })).toEqual([]);
});

test("the state of an account that was taken out is named by where its name says that it is", async () => {
  const name = "keywatch/666666666666/us-gov-west-1.tfstate";
  expect(await foundIn({ [member]: TOPIC, [name]: TOPIC })).toEqual([
    {
      id: "state-without-target",
      name,
      evidence: `666666666666 in us-gov-west-1: it holds ${TOPIC}.`,
      remedy: undefined,
    },
  ]);
});

const template = templateOf("keywatch/111111111111/eu-west-1.tfstate", {
  account: { id: "111111111111", name: "one" },
  region: "eu-west-1",
});
const names = Array.from({ length: 100 }, (_, at) => `keywatch/${111111111112 + at}/eu-west-1.tfstate`);

test("the states without a target are read in order, and only some at a time", async () => {
  let [running, most] = [0, 0];
  const store = {
    label: "s3://acme-state",
    list: async () => names,
    read: async (name: string) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      return [`aws_sns_topic.${name}`];
    },
  };
  const { states } = await seeStore({ store, template, names: new Map() }, new AbortController().signal);
  expect(states).toMatchObject({
    ok: true,
    value: {
      kept: 100,
      leftovers: names.map((name) => ({ name, resources: { ok: true, value: [`aws_sns_topic.${name}`] } })),
    },
  });
  expect(most).toBe(16);
});
