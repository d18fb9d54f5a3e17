import { logGroupArn, parseArn } from "../../modules/aws";

test.each([
  [
    "arn:aws:sns:eu-west-1:111111111111:alerts",
    { partition: "aws", service: "sns", region: "eu-west-1", accountId: "111111111111", resource: "alerts" },
  ],
  [
    "arn:aws-cn:iam::111111111111:role/a/b:c",
    { partition: "aws-cn", service: "iam", region: "", accountId: "111111111111", resource: "role/a/b:c" },
  ],
  ["alerts", undefined],
  ["arn:aws:sns", undefined],
])("the parts of %s", (arn, parts) => {
  expect(parseArn(arn)).toEqual(parts);
});

test("a log group's ARN ends in its name", () => {
  expect(logGroupArn({ partition: "aws-us-gov", region: "us-gov-west-1", account: "111111111111" }, "a/b")).toBe(
    "arn:aws-us-gov:logs:us-gov-west-1:111111111111:log-group:a/b",
  );
});
