import { additionsOf } from "./additions";
import type { Break, Finding, Note, Source } from "./finding";

/** Links that hold alerts back, each once: a hub that refuses is one break, however many paths lead to it. */
export const breaksOf = (findings: readonly Finding[]): Break[] =>
  shared(
    findings.flatMap((finding) => {
      if (finding.verdict !== "broken") return [];
      const { source, link, problem, at } = finding;
      return [{ source, common: { link, at: { stack: at.stack, address: at.address }, problem } }];
    }),
  );

/** What only owners can make sure of, each once, with the statements that their policies must hold. */
export const notesOf = (findings: readonly Finding[]): Note[] =>
  shared(
    findings.flatMap((finding) =>
      finding.verdict === "open" ? [{ source: finding.source, common: { open: finding.open } }] : [],
    ),
  ).map((note) => ({ ...note, additions: additionsOf(note.open, note.paths) }));

/** Entries that have everything but their source in common, as one with all of their sources. */
function shared<T extends object>(
  entries: readonly { readonly source: Source; readonly common: T }[],
): (T & { readonly paths: readonly Source[] })[] {
  const groups = new Map<string, { readonly common: T; readonly paths: Source[] }>();
  for (const { source, common } of entries) {
    const key = JSON.stringify(common);
    const group = groups.get(key) ?? { common, paths: [] };
    groups.set(key, group);
    group.paths.push(source);
  }
  return [...groups.values()].map(({ common, paths }) => ({ ...common, paths }));
}
