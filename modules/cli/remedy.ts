/** What is wrong, and on a line of its own how to mend it. */
export const withRemedy = (problem: string, remedy: string): string => `${problem}\n  to mend it: ${remedy}`;
