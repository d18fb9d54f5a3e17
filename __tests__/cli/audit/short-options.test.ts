import { keywatchAsync } from "../../support/keywatch";

const NOBODY = {
  AWS_ACCESS_KEY_ID: "a",
  AWS_SECRET_ACCESS_KEY: "b",
  AWS_ENDPOINT_URL: "http://127.0.0.1:9",
  AWS_MAX_ATTEMPTS: "1",
};

test.each([
  ["--sarif", ({ version }: Record<string, unknown>) => version === "2.1.0"],
  ["--json", ({ targets }: Record<string, unknown>) => Array.isArray(targets)],
])("%s is short for a format", async (option, isIt) => {
  const { out } = await keywatchAsync(["audit", "-c", "examples/minimal/keywatch.config.yaml", option], NOBODY);
  expect(isIt(JSON.parse(out))).toBe(true);
});
