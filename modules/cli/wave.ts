import { Option } from "commander";
import type { Target } from "../fleet";
import { positive } from "./numbers";

/** What a command takes that can keep to a wave of the rollout. */
export interface WaveOptions {
  readonly wave?: number;
}

export const WAVE_OPTION = new Option("--wave <number>", "only the targets of a wave of the rollout").argParser(
  positive,
);

/** The targets of the wave that is asked for; without one all. */
export const inWave = (targets: readonly Target[], { wave }: WaveOptions): readonly Target[] =>
  targets.filter((target) => wave === undefined || target.wave === wave);

/** Targets that are deployed together. */
export interface Wave {
  readonly number: number;
  readonly targets: readonly Target[];
}

/** The waves of targets, in their order. */
export const wavesOf = (targets: readonly Target[]): readonly Wave[] =>
  [...new Set(targets.map(({ wave }) => wave))]
    .sort((a, b) => a - b)
    .map((number) => ({ number, targets: targets.filter(({ wave }) => wave === number) }));
