import type { Raw } from "../../../support/fleet";
import type { Kept } from "./store";

/** What the API answers: JSON:API, or nothing. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export const DONE: Answer = { status: 204 };

export const refused = (status: number, title: string): Answer => ({
  status,
  body: { errors: [{ status: String(status), title }] },
});

/** A single thing, if it is there. */
export const found = (entry: Raw): Answer =>
  entry ? { status: 200, body: { data: shown(entry), included: tagsOf(entry) } } : refused(404, "not found");

export const list = (entries: readonly Kept[]): Answer => ({
  status: 200,
  body: {
    data: entries.map(shown),
    meta: { pagination: { "current-page": 1, "total-pages": 1, "total-count": entries.length } },
  },
});

/** A sensitive value is told to nobody. */
const shown = ({ id, type, attributes, relationships }: Raw) => ({
  id,
  type,
  attributes: attributes.sensitive ? { ...attributes, value: null } : attributes,
  relationships: { ...relationships, "effective-tag-bindings": { data: tagsOf({ id, relationships }) } },
});

/** The tags of a workspace, to include with it. */
const tagsOf = ({ id, relationships }: Raw): Raw[] =>
  (relationships?.["tag-bindings"]?.data ?? []).map(({ attributes }: Raw) => ({
    id: `${id}-${attributes.key}`,
    type: "effective-tag-bindings",
    attributes,
  }));
