import { Document, isCollection, isPair, visit, type YAMLMap, type YAMLSeq } from "yaml";

/** Whether a collection is written on one line, by its depth (the whole is 1) and whether it holds no other. */
export type OneLine = (depth: number, innermost: boolean) => boolean;

/** Data as YAML, without a line end behind it. */
export function yamlText(value: object, oneLine: OneLine): string {
  const document = new Document(value);
  visit(document, {
    Collection: (_, collection, ancestors) => {
      collection.flow = oneLine(ancestors.filter(isCollection).length + 1, isInnermost(collection));
    },
  });
  return document.toString({ lineWidth: 0 }).trimEnd();
}

const isInnermost = ({ items }: YAMLMap | YAMLSeq): boolean =>
  !items.some((item: unknown) => isCollection(isPair(item) ? item.value : item));
