/** A place that keeps states under names. */
export interface StateStore {
  /** What people call it: `s3://acme-terraform-state`, or a folder. */
  readonly label: string;
  /** The names that begin with a text. */
  readonly list: (prefix: string) => Promise<readonly string[]>;
  /** Terraform addresses of what the state of a name manages, such as `aws_sns_topic.alerts`; undefined where there is none. */
  readonly read: (name: string) => Promise<readonly string[] | undefined>;
}

interface StateFile {
  readonly resources?: readonly {
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly instances: readonly unknown[];
  }[];
}

/** The addresses that a state file manages, one for each instance. Source: Terraform's state format, version 4. */
export const addressesIn = (text: string): string[] =>
  ((JSON.parse(text) as StateFile).resources ?? [])
    .filter(({ mode }) => mode === "managed")
    .flatMap(({ type, name, instances }) => instances.map(() => `${type}.${name}`));
