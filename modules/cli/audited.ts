import { isActive } from "../fleet";
import type { Audit } from "./audit";
import { AWS_OPTIONS, type AwsOptions, paceOf, withRole } from "./aws/options";
import { type Call, CONFIG_OPTION, CONFIG_OPTIONS } from "./command";
import { EXIT, type ExitCode } from "./exit";
import type { FleetOptions } from "./fleet";
import { chosenTargets, ONLY_OPTION, type OnlyOptions } from "./only";
import { outputFolder } from "./output";
import { withProgress } from "./progress";
import { inWave, WAVE_OPTION, type WaveOptions, withWaves } from "./wave";

/** What a command takes that audits the fleet of the config. */
export interface AuditingOptions extends FleetOptions, AwsOptions, OnlyOptions, WaveOptions {}

export const AUDITING_OPTIONS = [...CONFIG_OPTIONS, ...AWS_OPTIONS, ONLY_OPTION, WAVE_OPTION];

/** Those of them that say whom to audit, and how. */
export const AUDITING_SCOPE = [CONFIG_OPTION, ...AWS_OPTIONS, ONLY_OPTION, WAVE_OPTION];

/** The SDK is loaded by those who ask AWS alone. */
const loadAudit = () => require("./audit") as typeof import("./audit");
const loadAws = () => require("./aws") as typeof import("./aws");

/** Audits the fleet of the config, or the chosen part of it, and hands the result to a command. */
export const withAudit = (
  call: Call<AuditingOptions>,
  command: (audit: Audit) => ExitCode,
): ExitCode | Promise<ExitCode> =>
  withWaves(call, (fleet, config) =>
    chosenTargets(call, fleet, async (chosen) => {
      const { options, terminal, env } = call;
      const told = inWave(chosen, options).filter(isActive);
      if (options.wave !== undefined && told.length === 0) {
        terminal.err(
          `error: Wave ${options.wave} has none of these targets. keywatch targets --waves lists the waves.`,
        );
        return EXIT.wrong;
      }
      const isPart = options.only !== undefined || options.wave !== undefined;
      const audit = await withProgress(terminal, "Auditing", told.length, (step) =>
        loadAudit().audit({
          targets: fleet.map((target) => withRole(target, options.role)),
          only: isPart ? told.map(({ stackId }) => stackId) : undefined,
          config,
          sessions: loadAws().openSessions(env),
          pace: paceOf(
            call,
            (target) => told.some(({ stackId }) => stackId === target.stackId) && step(target.stackId),
          ),
          env,
          outdir: outputFolder({}, env),
        }),
      );
      return command(audit);
    }),
  );
