import { execFileSync } from "node:child_process";

const SAMPLE_MS = 50;

interface Member {
  readonly pid: number;
  readonly parent: number;
  /** Resident memory in KiB. */
  readonly resident: number;
  /** Processor time in whole seconds. */
  readonly seconds: number;
}

/** A process and all that it started. */
function familyOf(root: number): readonly Member[] {
  const table = execFileSync("ps", ["-eo", "pid=,ppid=,rss=,cputimes="], { encoding: "utf8" }).trim().split("\n");
  const members = table.map((line): Member => {
    const [pid = 0, parent = 0, resident = 0, seconds = 0] = line.trim().split(/\s+/).map(Number);
    return { pid, parent, resident, seconds };
  });
  const family = new Set([root]);
  for (const one of family) for (const { pid, parent } of members) if (parent === one) family.add(pid);
  return members.filter(({ pid }) => family.has(pid));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Processor time in milliseconds that a process and all that it started have used, to a second. */
export const processorTime = (root: number): number => sum(familyOf(root).map(({ seconds }) => seconds)) * 1000;

/**
 * Watches the memory of a process with all that it started.
 *
 * @returns what ends the watch, and says the most that was seen, in MiB
 */
export function watchMemory(root: number): () => number {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, sum(familyOf(root).map(({ resident }) => resident)));
  }, SAMPLE_MS);
  return () => {
    clearInterval(timer);
    return Math.round(most / 1024);
  };
}
