import type { Locality } from "../../modules/aws";
import { publishersAt } from "../../modules/notify/publishers";

const at: Locality = { partition: "aws", region: "eu-west-1", account: "999999999999" };

test.each([
  ["one account, which need not be the topic's", ["111111111111"], "111111111111"],
  ["several accounts", ["111111111111", "222222222222"], "*"],
])("publishers are at %s", (_, publishers, account) => {
  expect(publishersAt(publishers, at)).toEqual({ ...at, account });
});
