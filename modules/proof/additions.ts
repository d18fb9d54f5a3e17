import { type ARN, type Locality, type Partition, parseArn } from "../aws";
// Not from the index, which brings CDKTF along.
import { publisherStatements } from "../notify/key-policy";
import { publishStatements } from "../notify/topic-policy";
import type { Addition, Open, Source } from "./finding";

/** The statements that a policy outside the fleet must hold, so that all of these paths can pass. */
export function additionsOf(open: Open, paths: readonly Source[]): Addition[] {
  const accounts = [...new Set(paths.map(({ account }) => account))].sort();
  switch (open.kind) {
    case "existing-topic": {
      const at = locality(open.arn);
      return [
        { policy: "topic", statements: publishStatements(open.arn, accounts, at) },
        { policy: "key", ifEncrypted: true, statements: publisherStatements(accounts, at) },
      ];
    }
    case "existing-key":
      return [{ policy: "key", statements: publisherStatements(accounts, locality(open.arn)) }];
    case "other-action":
    case "execution-role":
    case "silenced":
    case "no-subscription":
      return [];
  }
}

function locality(arn: string): Locality {
  const { partition = "aws", region = "", accountId: account = "" }: Partial<ARN> = parseArn(arn) ?? {};
  return { partition: partition as Partition, region, account };
}
