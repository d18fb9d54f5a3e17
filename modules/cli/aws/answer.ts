import { type Fault, faultOf } from "./fault";

/** What came of one question, and when. */
export type Answer<T> = { readonly at: string } & (
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault }
);

/** Asks, and keeps what came of it: a failure is an answer too. */
export async function answered<T>(signal: AbortSignal, question: () => Promise<T>): Promise<Answer<T>> {
  try {
    const value = await question();
    return { ok: true, value, at: now() };
  } catch (error) {
    return { ok: false, fault: faultOf(error, signal), at: now() };
  }
}

/** The names that services have for errors about something that does not exist. */
const MISSING = /NotFound|NoSuchEntity|NoSuchKey|DoesNotExist/;

/** The answer, or undefined where AWS knows nothing of that name. */
export async function unlessMissing<T>(question: Promise<T>): Promise<T | undefined> {
  try {
    return await question;
  } catch (error) {
    if (MISSING.test(error instanceof Error ? error.name : "")) return undefined;
    throw error;
  }
}

/** The items of all pages. */
export async function everyItem<Page, Item>(
  pages: AsyncIterable<Page>,
  items: (page: Page) => readonly Item[] | undefined,
): Promise<Item[]> {
  const all: Item[] = [];
  for await (const page of pages) all.push(...(items(page) ?? []));
  return all;
}

export const now = (): string => new Date().toISOString();
