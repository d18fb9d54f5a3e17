import type { Locality } from "../../modules/aws";
import { publishersAt } from "../../modules/notify/publishers";
import { topicPolicy } from "../../modules/notify/topic-policy";

const at: Locality = { partition: "aws", region: "eu-west-1", account: "999999999999" };

test.each([
  ["one account, which need not be the topic's", ["111111111111"], "111111111111"],
  ["several accounts", ["111111111111", "222222222222"], "*"],
])("publishers are at %s", (_, publishers, account) => {
  expect(publishersAt(publishers, at)).toEqual({ ...at, account });
});

test("the policy of the topic of the largest hub is within what SNS takes: 30 KB and 200 principals", () => {
  const publishers = Array.from({ length: 401 }, (_, index) => String(100_000_000_000 + index));
  const arn = "arn:aws:sns:eu-west-1:999999999999:KMSCustomerKeyEvents";
  const document = topicPolicy(
    { kind: "made", address: "alerts", name: "KMSCustomerKeyEvents", arn, encryption: { kind: "none" }, publishers },
    at,
  );
  expect(JSON.stringify(document).length).toBeLessThanOrEqual(30 * 1024);
  expect(document.Statement.flatMap(({ Principal }) => Object.values(Object(Principal)).flat()).length).toBeLessThan(
    200,
  );
});
