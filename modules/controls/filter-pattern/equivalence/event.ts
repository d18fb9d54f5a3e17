import type { Selector, Step } from "../ast";

/** Stands for a field that an event does not have. */
export const MISSING = Symbol("missing");

/** A node and the place in an event where it is wanted. An empty object stands for any object or array. */
export interface Placement {
  readonly selector: Selector;
  /** A JSON value or MISSING; undefined asks for nothing. */
  readonly node: unknown;
}

type Container = Record<string | number, unknown>;

/** An event with these nodes; undefined where they cannot be in one event, such as `$.a = 1` beside `$.a.b = 1`. */
export function buildEvent(placements: readonly Placement[]): unknown {
  const event = newObject();
  const wanted = placements.filter(({ node }) => node !== MISSING && node !== undefined);
  const deepestFirst = wanted.toSorted((a, b) => b.selector.length - a.selector.length);
  return deepestFirst.every(({ selector, node }) => place(event, selector.map(keyOf), node)) ? event : undefined;
}

/** Puts a node into a container that may already hold deeper ones; says whether it had room there. */
function place(container: Container, [key, ...rest]: readonly (string | number)[], node: unknown): boolean {
  if (key === undefined || Array.isArray(container) !== (typeof key === "number")) return false;
  if (rest.length > 0) {
    container[key] ??= typeof rest[0] === "number" ? [] : newObject();
    return place(container[key] as Container, rest, node);
  }
  if (container[key] !== undefined) return typeof node === "object" && node !== null;
  container[key] = node;
  return true;
}

/** Without a prototype, so that `__proto__` is a field like any other. */
const newObject = (): Container => Object.create(null);

function keyOf(step: Step): string | number {
  switch (step.kind) {
    case "property":
      return step.name;
    case "index":
      return step.index;
    case "anyField":
      return "any";
    case "anyElement":
      return 0;
  }
}
