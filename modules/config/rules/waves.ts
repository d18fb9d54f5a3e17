import type { Rollout } from "../schema";
import { eachOf, type Rule } from "./rule";

/** Waves name accounts of the fleet, and their shares leave somebody for the last wave. */
export const wavesFit: Rule = ({ rollout, accounts, retired }) => {
  const known = new Set([accounts, retired].flatMap((list) => (list ?? []).flatMap(({ id }) => id ?? [])));
  const waves = rollout?.waves ?? [];
  const path = ["rollout", "waves"];
  const unknown = eachOf(waves, (wave, index) =>
    "accounts" in wave
      ? eachOf(wave.accounts, (id, at) =>
          known.has(id)
            ? []
            : [
                {
                  path: [...path, index, "accounts", at],
                  message: `Account ${id} is not in the fleet.`,
                  expected: "the id of an account under `accounts`",
                  remedy: "Correct the id, or take it out of the wave.",
                },
              ],
        )
      : [],
  );
  const shared = waves.reduce((sum, wave) => sum + shareOf(wave), 0);
  if (shared <= 100) return unknown;
  return [
    ...unknown,
    {
      path,
      message: `The shares of the waves add up to ${shared} per cent.`,
      expected: "shares of 100 per cent or less in all",
      remedy: "Lower them; what they leave comes in the last wave.",
    },
  ];
};

const shareOf = (wave: Rollout["waves"][number]): number => ("share" in wave ? wave.share : 0);
