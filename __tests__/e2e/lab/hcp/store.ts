import { randomUUID } from "node:crypto";
import type { Raw } from "../../../support/fleet";

/** Something that the API keeps, as JSON:API has it, and the collection that it is part of. */
export interface Kept {
  readonly id: string;
  readonly type: string;
  readonly collection: string;
  readonly attributes: Raw;
  readonly relationships: Raw;
}

/** All that was made, and how it can be made and changed. */
export interface Store {
  /** All of a type, such as `workspaces`, `vars` and `run-triggers`, in the order in which they were made. */
  all(type: string): readonly Kept[];
  by(id: string): Kept | undefined;
  named(type: string, attribute: string, value: string): Kept | undefined;
  make(type: string, collection: string, attributes: Raw, relationships?: Raw): Kept;
  change(entry: Kept | undefined, attributes: Raw, relationships?: Raw): Kept | undefined;
  remove(id: string): void;
}

/** What ids start with, by which the provider knows them. */
const PREFIXES: Readonly<Record<string, string>> = {
  projects: "prj",
  workspaces: "ws",
  varsets: "varset",
  vars: "var",
  "run-triggers": "rt",
  "state-versions": "sv",
};

/** How something names what it belongs to. */
const RELATIONS: Readonly<Record<string, readonly string[]>> = {
  organizations: ["organization"],
  workspaces: ["workspace", "configurable"],
  varsets: ["varset"],
};

/** What a new workspace has that nobody asked for. */
const WORKSPACE = {
  "execution-mode": "remote",
  operations: true,
  locked: false,
  "resource-count": 0,
  "terraform-version": "1.11.4",
  "file-triggers-enabled": true,
  "allow-destroy-plan": true,
  "speculative-enabled": true,
  "structured-run-output-enabled": true,
  "setting-overwrites": { "execution-mode": false, "agent-pool": false },
  permissions: { "can-update": true, "can-lock": true, "can-unlock": true, "can-force-delete": true },
};

export function newStore(): Store {
  const kept = new Map<string, Kept>();
  const all = (type: string) => [...kept.values()].filter((entry) => entry.type === type);
  return {
    all,
    by: (id) => kept.get(id),
    named: (type, attribute, value) => all(type).find(({ attributes }) => attributes[attribute] === value),
    make: (type, collection, attributes, relationships = {}) => {
      const id = `${PREFIXES[type]}-${randomUUID().replaceAll("-", "").slice(0, 16)}`;
      const [owner = "", ownerId] = collection.split("/");
      const owned = (RELATIONS[owner] ?? []).map((relation) => [relation, { data: { type: owner, id: ownerId } }]);
      const entry = {
        id,
        type,
        collection,
        attributes: { ...(type === "workspaces" ? WORKSPACE : {}), ...attributes },
        relationships: { ...Object.fromEntries(owned), ...relationships },
      };
      kept.set(id, entry);
      return entry;
    },
    change: (entry, attributes, relationships = {}) => {
      if (!entry) return undefined;
      const changed = {
        ...entry,
        attributes: { ...entry.attributes, ...attributes },
        relationships: { ...entry.relationships, ...relationships },
      };
      kept.set(entry.id, changed);
      return changed;
    },
    remove: (id) => {
      kept.delete(id);
    },
  };
}
