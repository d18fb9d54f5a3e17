/** A managed resource as a state holds it. */
export interface StateResource {
  /** Terraform address: `aws_sns_topic.alerts`. */
  readonly address: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A place that keeps states under names. */
export interface StateStore {
  /** What people call it: `s3://acme-terraform-state`, or a folder. */
  readonly label: string;
  /** The names that begin with a text. */
  readonly list: (prefix: string) => Promise<readonly string[]>;
  /** The state of a name; undefined where there is none. */
  readonly read: (name: string) => Promise<readonly StateResource[] | undefined>;
}

interface StateFile {
  readonly resources?: readonly {
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly instances: readonly { readonly attributes?: Readonly<Record<string, unknown>> }[];
  }[];
}

/** What a state file holds. Source: Terraform's state format, version 4. */
export const resourcesIn = (text: string): StateResource[] =>
  ((JSON.parse(text) as StateFile).resources ?? [])
    .filter(({ mode }) => mode === "managed")
    .flatMap(({ type, name, instances }) =>
      instances.map(({ attributes = {} }) => ({ address: `${type}.${name}`, attributes })),
    );
