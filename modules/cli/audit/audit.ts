import { hasPath, isActive, type Target } from "../../fleet";
import { eachTarget, now, type Outcome, type Pace, type Sessions, within } from "../aws";
import { fleetStores } from "../states";
import { see } from "./collect";
import { seeStore } from "./collect/states";
import { fleetLook } from "./fleet-look";
import { type FleetLook, judge, stepOf } from "./judge";
import { judgeStates, states } from "./judge/states";
import type { Audit, Step, TargetAudit } from "./result";
import type { Seen } from "./seen";

/** What an audit is of, and how it is done. */
export interface AuditProps {
  /** The whole fleet. */
  readonly targets: readonly Target[];
  /** Ids of the stacks that are told of; without it all, and the states of the fleet. */
  readonly only?: readonly string[];
  /** The config file, as the result names it. */
  readonly config: string;
  readonly sessions: Sessions;
  readonly pace: Pace;
  readonly env: NodeJS.ProcessEnv;
  /** Folder that synth writes to, to which local states are relative. */
  readonly outdir: string;
}

interface Looked {
  readonly seen: Seen;
  readonly caller: string;
}

/** Walks the alert path of every target, live. Only reads; a target that fails is a row with its reason. */
export async function audit({ targets, only, config, sessions, pace, env, outdir }: AuditProps): Promise<Audit> {
  const startedAt = now();
  const active = targets.filter(isActive);
  const told = active.filter(({ stackId }) => !only || only.includes(stackId));
  const [outcomes, fleet] = await Promise.all([
    eachTarget(
      withHubs(told, active),
      sessions,
      pace,
      async (session, target): Promise<Looked> => ({
        seen: await see(session, target, env),
        caller: session.caller,
      }),
    ),
    only ? [] : within(pace.signal, pace.timeout, (ends) => auditStates(targets, outdir, ends)),
  ]);
  const look = fleetLook(active, outcomes);
  const audits = outcomes.filter(({ target }) => told.includes(target)).map((outcome) => auditOf(outcome, look));
  const steps = [...audits.flatMap(({ steps }) => steps), ...fleet];
  return {
    version: 1,
    startedAt,
    endedAt: now(),
    config,
    complete: audits.every(({ fault }) => !fault) && steps.every(({ verdict }) => verdict !== "unknown"),
    targets: audits,
    fleet,
  };
}

/**
 * The targets with the hubs that they publish to, which alone can say how their topics are. The stack of an organization
 * waits for others and publishes to none.
 */
function withHubs(told: readonly Target[], all: readonly Target[]): readonly Target[] {
  const publishing = told.filter(hasPath);
  const wanted = new Set([...told.map(({ stackId }) => stackId), ...publishing.flatMap(({ dependsOn }) => dependsOn)]);
  return all.filter(({ stackId }) => wanted.has(stackId));
}

function auditOf(outcome: Outcome<Looked>, look: FleetLook): TargetAudit {
  const { target, milliseconds } = outcome;
  const { stackId, account, region } = target;
  const about = { stackId, account, region, milliseconds };
  if (!outcome.ok) return { ...about, steps: [], fault: outcome.fault };
  const { caller, seen } = outcome.value;
  return { ...about, caller, steps: judge({ ...look, target, seen }) };
}

async function auditStates(targets: readonly Target[], outdir: string, signal: AbortSignal): Promise<readonly Step[]> {
  const { stores, unreadable } = fleetStores(targets, { outdir, signal });
  const seen = await Promise.all(stores.map((store) => seeStore(store, signal)));
  return judgeStates(seen, unreadable, now()).flatMap((ruling) => {
    const spec = states.steps[ruling.id];
    return spec ? [stepOf(spec, ruling)] : [];
  });
}
