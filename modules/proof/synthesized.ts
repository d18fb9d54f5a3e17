/** The arguments of a block in Terraform's JSON syntax. */
export type Body = Readonly<Record<string, unknown>>;

type Blocks = Readonly<Record<string, Readonly<Record<string, Body>>>>;

/** The parts of a stack's `cdk.tf.json` that an alert passes through. */
export interface TerraformJson {
  readonly provider?: {
    readonly aws?: readonly { readonly region?: string; readonly allowed_account_ids?: readonly string[] }[];
  };
  readonly resource?: Blocks;
  readonly data?: Blocks;
}

/** A stack as it was synthesized, and what must be found in it. */
export interface SynthesizedStack {
  readonly id: string;
  readonly terraform: TerraformJson;
  readonly expected: {
    /** Ids of the controls that it must watch. */
    readonly controls: readonly string[];
    /** Addresses of the alarms on the alert path itself that it must hold. */
    readonly alarms: readonly string[];
    /** Addresses of the EventBridge rules that it must hold. */
    readonly rules: readonly string[];
    /** ARNs of the topics that it publishes to and another stack must make. */
    readonly topics: readonly string[];
    /** The organization whose accounts the stack lets send, by a StackSet, and from which regions. */
    readonly organization?: { readonly id: string; readonly regions: readonly string[] };
    /** Id of the organization as whose account the stack sends, where it is in one that nobody lists. */
    readonly sentAs?: string;
  };
}
