import { controlAddress, OUTPUTS, stackId, stateKey, subscriptionAddress } from "../modules/names";

test("a stack and its workspace are named after fleet, account and region", () => {
  expect(stackId("keywatch", "111111111111", "eu-west-1")).toBe("keywatch-111111111111-eu-west-1");
});

test("a state lies below its fleet and account", () => {
  expect(stateKey("keywatch")).toBe("keywatch/{account}/{region}.tfstate");
});

test("a control's address is its id with underscores", () => {
  expect(controlAddress("cis-4.7")).toBe("cis_4_7");
});

test("a subscription's address is its protocol and a short SHA-256 of its endpoint", () => {
  expect(subscriptionAddress("email", "security@acme.example")).toBe("email_fa80862e");
  expect(subscriptionAddress("email-json", "security@acme.example")).toBe("email-json_fa80862e");
  expect(subscriptionAddress("email", "security@acme.example.")).not.toBe("email_fa80862e");
});

test("outputs say of which control they are", () => {
  const names = Object.values(OUTPUTS).map((name) => (typeof name === "string" ? name : name("cis-4.7")));
  expect(names).toEqual([
    "topic_name",
    "topic_arn",
    "cis_4_7_alarm_name",
    "cis_4_7_alarm_arn",
    "cis_4_7_filter_name",
    "cis_4_7_filter_log_group_arn",
  ]);
});
