import { readConfig } from "../../modules/config";
import { prove } from "../../modules/proof";
import { EXAMPLES } from "../support/examples";
import { synthesized } from "../support/synthesized";

/** How many paths each example has, and what of them cannot be proven. */
const PROOFS: Readonly<Record<string, { readonly proven: number; readonly open: readonly string[] }>> = {
  adopt: { proven: 1, open: [] },
  "created-trail": { proven: 1, open: [] },
  everything: {
    proven: 51,
    open: [
      ...Array(6).fill("other-action"),
      "existing-topic",
      ...Array(2).fill("other-action"),
      "existing-key",
      ...Array(2).fill("other-action"),
    ],
  },
  fleet: { proven: 6, open: [] },
  hub: { proven: 3, open: [] },
  minimal: { proven: 1, open: [] },
  "organization-trail": { proven: 1, open: [] },
};

test.each(EXAMPLES)("alerts get through the example $name", ({ name, file }) => {
  const read = readConfig(file);
  if (!read.ok) throw new Error(file);
  const { broken, unproven, proven } = prove(synthesized(read.config));
  expect(broken).toEqual([]);
  expect({ proven, open: unproven.map(({ open }) => open.kind) }).toEqual(PROOFS[name]);
});
