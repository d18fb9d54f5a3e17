import { isMap, isSeq, LineCounter, parseDocument } from "yaml";
import type { Path, Position } from "../problem";
import { type Loaded, unreadable } from "./source";

/** Reads YAML, and JSON as the part of YAML that it is, with the position of every value. */
export function loadYaml(file: string, text: string): Loaded {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const unparsed = (message: string, position?: Position) =>
    unreadable(`The file cannot be parsed: ${message}`, "YAML or JSON", "Mend the syntax.", position);
  const [error] = document.errors;
  if (error) return unparsed(error.message, at(error.pos[0]));
  let raw: unknown;
  try {
    raw = document.toJS();
  } catch (error) {
    // an alias of an anchor that does not stand before it, or of one that would grow without end
    return unparsed((error as Error).message);
  }
  return {
    ok: true,
    source: {
      file,
      raw,
      positionOf: (path) => {
        const offset = offsetOf(document.contents, path);
        return offset === undefined ? undefined : at(offset);
      },
    },
  };
}

/** Offset of the key or element at a path, else of the innermost thing around it. */
function offsetOf(contents: unknown, path: Path): number | undefined {
  let node = contents;
  let offset = startOf(node);
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === String(key));
      if (!pair) return offset;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = startOf(node) ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return (node as { range?: [number, number, number] } | null)?.range?.[0];
}
