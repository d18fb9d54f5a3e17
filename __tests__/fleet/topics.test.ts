import { topicArnOf } from "../../modules/fleet";

const topics = [
  { address: "alerts", arn: "arn:aws:sns:eu-west-1:111111111111:all" },
  { address: "alerts_high", arn: "arn:aws:sns:eu-west-1:111111111111:high" },
];

test("a topic's ARN is found by its address", () => {
  expect(["alerts_high", "alerts"].map(topicArnOf(topics))).toEqual([topics[1]?.arn, topics[0]?.arn]);
});

test("an address that no topic has is a mistake, and never an empty ARN", () => {
  expect(() => topicArnOf(topics)("alerts_low")).toThrow("There is no topic alerts_low.");
});
