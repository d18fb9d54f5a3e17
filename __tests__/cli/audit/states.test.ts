import { seeStore } from "../../../modules/cli/audit/collect/states";
import { templateOf } from "../../../modules/cli/states/template";

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
      return [{ address: `aws_sns_topic.${name}`, attributes: {} }];
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
