/** The stacks of a synth, by id: `cdk.tf.json` as text. */
export type StackTexts = ReadonlyMap<string, string>;

/** How the stacks of a fleet differ from those of another revision. */
export interface Difference {
  /** Stacks whose content is another one. */
  readonly changed: readonly string[];
  /** Stacks that the other revision does not have. */
  readonly added: readonly string[];
  /** Stacks that only the other revision has: nothing plans their destruction. */
  readonly left: readonly string[];
}

/** Compares stacks by what Terraform reads of them. */
export function difference(before: StackTexts, now: StackTexts): Difference {
  const ids = [...now.keys()].sort();
  return {
    changed: ids.filter((id) => before.has(id) && content(before.get(id)) !== content(now.get(id))),
    added: ids.filter((id) => !before.has(id)),
    left: [...before.keys()].filter((id) => !now.has(id)).sort(),
  };
}

/** What CDKTF writes for itself. */
interface Noted {
  readonly "//"?: unknown;
}

type Blocks = Readonly<Record<string, Readonly<Record<string, Noted>>>>;

interface Stack extends Noted {
  readonly resource?: Blocks;
  readonly data?: Blocks;
}

/** A stack without CDKTF's own notes, which Terraform passes over. What a user named `//` stays: a tag may be. */
function content(text = "{}"): string {
  const { "//": _, resource, data, ...rest }: Stack = JSON.parse(text);
  return JSON.stringify({ ...rest, resource: withoutNotes(resource), data: withoutNotes(data) });
}

const withoutNotes = (blocks: Blocks = {}): object =>
  Object.fromEntries(
    Object.entries(blocks).map(([type, named]) => [
      type,
      Object.fromEntries(Object.entries(named).map(([name, { "//": _, ...body }]) => [name, body])),
    ]),
  );
