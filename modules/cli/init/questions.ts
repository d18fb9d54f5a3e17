import { REGIONS } from "../../aws";
import { ROLE_NAMES } from "../../names";

/** What a first config is made of, by the names of the options. */
export type Answers = Readonly<Partial<Record<AnswerKey, string>>>;

export type AnswerKey =
  | "name"
  | "account"
  | "region"
  | "logGroup"
  | "email"
  | "role"
  | "state"
  | "bucket"
  | "bucketRegion"
  | "organization"
  | "project";

/** One thing to know of a fleet. */
export interface Question {
  readonly key: AnswerKey;
  /** The option that answers it. */
  readonly flag: string;
  readonly description: string;
  /** What a person is asked. */
  readonly ask: string;
  /** What is proposed; nothing where only a person can know. */
  readonly preset?: string | ((answers: Answers) => string | undefined);
  readonly choices?: readonly string[];
  /** Whether it is asked at all, by what was answered before. */
  readonly applies?: (answers: Answers) => boolean;
}

const inS3 = ({ state }: Answers): boolean => state === "s3";
const inHcp = ({ state }: Answers): boolean => state === "hcp";

/** The deploy role as a config names it: where the region is of another partition than `aws`, that is filled in too. */
const deployRole = ({ region = "" }: Answers): string => {
  const partition = (REGIONS.get(region)?.partition ?? "aws") === "aws" ? "aws" : "{partition}";
  return `arn:${partition}:iam::{account}:role/${ROLE_NAMES.deploy}`;
};

/** The questions, in the order in which they are asked. */
export const QUESTIONS: readonly Question[] = [
  {
    key: "name",
    flag: "--name <name>",
    description: "prefix of stack ids and state keys",
    ask: "Name of the fleet, with which stacks and states begin",
    preset: "keywatch",
  },
  {
    key: "account",
    flag: "--account <id=name>",
    description: "first account: its id, and what people call it",
    ask: "First account, as ID=NAME",
  },
  {
    key: "region",
    flag: "--region <region>",
    description: "region of the trail's log group",
    ask: "Region of the log group that CloudTrail writes to",
    preset: "eu-west-1",
  },
  {
    key: "logGroup",
    flag: "--log-group <name>",
    description: "log group that CloudTrail writes to; keywatch discover finds it",
    ask: "Name of that log group",
    preset: "aws-controltower/CloudTrailLogs",
  },
  {
    key: "email",
    flag: "--email <address>",
    description: "who gets the alerts",
    ask: "Email address that gets the alerts",
  },
  {
    key: "role",
    flag: "--role <arn>",
    description: "role that Terraform assumes in the account",
    ask: "Role that Terraform assumes in the account",
    preset: deployRole,
  },
  {
    key: "state",
    flag: "--state <kind>",
    description: "where Terraform keeps the states",
    ask: "Where Terraform keeps the states (local is for trying things out)",
    choices: ["s3", "local", "hcp"],
    preset: "s3",
  },
  {
    key: "bucket",
    flag: "--bucket <name>",
    description: "bucket of the states, with --state s3",
    ask: "Bucket of the states",
    applies: inS3,
  },
  {
    key: "bucketRegion",
    flag: "--bucket-region <region>",
    description: "its region",
    ask: "Region of the bucket",
    preset: ({ region }) => region,
    applies: inS3,
  },
  {
    key: "organization",
    flag: "--organization <name>",
    description: "organization in HCP Terraform, with --state hcp",
    ask: "Organization in HCP Terraform",
    applies: inHcp,
  },
  {
    key: "project",
    flag: "--project <name>",
    description: "project of the workspaces, with --state hcp",
    ask: "Project of the workspaces",
    preset: "keywatch",
    applies: inHcp,
  },
];

/** Whether an answer is still wanted. */
export const isOpen = ({ key, applies }: Question, answers: Answers): boolean =>
  answers[key] === undefined && (applies?.(answers) ?? true);

/** What is proposed for an answer, given those before. */
export const presetOf = ({ preset }: Question, answers: Answers): string | undefined =>
  typeof preset === "function" ? preset(answers) : preset;

/** The answers with what is proposed for those that are open. */
export function withPresets(given: Answers): Answers {
  let answers = given;
  for (const question of QUESTIONS) {
    const preset = isOpen(question, answers) ? presetOf(question, answers) : undefined;
    if (preset !== undefined) answers = { ...answers, [question.key]: preset };
  }
  return answers;
}
