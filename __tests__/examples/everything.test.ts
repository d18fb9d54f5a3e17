import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { validate } from "../../modules/config";
import { configSchema } from "../../modules/config/schema";
import { EXAMPLES } from "../support/examples";
import type { Raw } from "../support/fleet";
import { propertiesOf, usedIn } from "../support/schema-walk";

const file = EXAMPLES.find(({ name }) => name === "everything")?.file as string;
const text = readFileSync(file, "utf8");
const config: Raw = parse(text);

/** The states that the file offers in comments, which cannot stand in it beside its own. */
const states: Raw[] = [...text.matchAll(/^# {3}(state: .+(\n# {5}.+)*)$/gm)].map(
  ([, lines = ""]) => parse(lines.replace(/^#/gm, "")).state,
);
const configs: Raw[] = [config, ...states.map((state) => ({ ...config, state }))];

test("states other than its own are offered", () => {
  expect(states.map(({ type }) => type)).toEqual(["local", "hcp", "gcs", "hcp", "hcp"]);
});

test.each(configs.map((each) => ({ each, type: each.state.type })))(
  "it holds with a state of type $type",
  ({ each }) => {
    expect(validate(each).ok).toBe(true);
  },
);

test("every property of the schema is used", () => {
  const all = propertiesOf(configSchema);
  const used = new Set(configs.flatMap((each) => usedIn(configSchema, each)));
  expect(all.size).toBeGreaterThan(70);
  expect([...all].filter(([property]) => !used.has(property)).map(([, path]) => path)).toEqual([]);
});
