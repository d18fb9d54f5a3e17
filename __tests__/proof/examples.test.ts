import { readConfig } from "../../modules/config";
import { prove } from "../../modules/proof";
import { EXAMPLES } from "../support/examples";
import { synthesized } from "../support/synthesized";

/** How many paths each example has, and what of them cannot be proven. */
const PROOFS: Readonly<Record<string, { readonly proven: number; readonly open: readonly string[] }>> = {
  adopt: { proven: 2, open: [] },
  "created-trail": { proven: 1, open: [] },
  everything: {
    // the last are those of its hub on the bus, and the relay of the accounts that nobody lists
    proven: 109 + 8 + 1,
    open: [
      ...Array(8).fill("other-action"),
      "existing-topic",
      ...Array(3).fill("other-action"),
      "existing-key",
      ...Array(7).fill("other-action"),
    ],
  },
  // of the hub an alarm, and in each region 16 rules and the alarm of its queue; of each member a relay and such an alarm
  "fast-path": { proven: 1 + 2 * 17 + 3 * 2, open: [] },
  fleet: { proven: 6, open: [] },
  hcp: { proven: 3, open: [] },
  hub: { proven: 3, open: [] },
  liveness: { proven: 5, open: ["other-action"] },
  minimal: { proven: 1, open: [] },
  // as above, of one member in two regions, and in each region the relay of the accounts that nobody lists
  organization: { proven: 1 + 2 * 17 + 2 * 2 + 2, open: [] },
  "organization-trail": { proven: 1, open: [] },
};

test.each(EXAMPLES)("alerts get through the example $name", ({ name, file }) => {
  const read = readConfig(file);
  if (!read.ok) throw new Error(file);
  const { broken, unproven, proven } = prove(synthesized(read.config));
  expect(broken).toEqual([]);
  expect({ proven, open: unproven.map(({ open }) => open.kind) }).toEqual(PROOFS[name]);
});
