import { Option } from "commander";
import type { Target } from "../fleet";
import type { Call } from "./command";
import { EXIT, type ExitCode } from "./exit";
import { type FleetOptions, withFleet } from "./fleet";
import { positive } from "./numbers";

/** What a command takes that can keep to a wave of the rollout. */
export interface WaveOptions {
  readonly wave?: number;
}

export const WAVE_OPTION = new Option("--wave <number>", "only the targets of a wave of the rollout").argParser(
  positive,
);

/**
 * Reads the fleet for a command that can keep to a wave. A number above those of the waves is wrong use; a wave below them
 * that no target is in has none today, and a pipeline may ask for it.
 */
export const withWaves = <C extends ExitCode | Promise<ExitCode>>(
  call: Call<FleetOptions & WaveOptions>,
  command: (fleet: readonly Target[], file: string) => C,
): C | typeof EXIT.wrong =>
  withFleet(call, (fleet, file) => {
    const { wave = 0 } = call.options;
    const last = Math.max(...fleet.map((target) => target.wave));
    if (wave <= last) return command(fleet, file);
    const waves = last === 1 ? "wave 1 alone" : `waves 1 to ${last}`;
    call.terminal.err(
      `error: ${wave} is no wave of the config, which has ${waves}. keywatch targets --waves lists them.`,
    );
    return EXIT.wrong;
  });

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
