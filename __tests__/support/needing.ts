/**
 * `describe` for tests that need something of the machine. Where it is missing they are skipped, with the reason in their
 * name; in CI they fail with it.
 */
export function describeNeeding(name: string, missing: string | undefined, tests: () => void): void {
  if (missing === undefined) describe(name, tests);
  else if (process.env.CI === "true") {
    describe(name, () => {
      test("finds what it needs on this machine", () => {
        throw new Error(missing);
      });
    });
  } else describe.skip(`${name} (skipped: ${missing})`, tests);
}
