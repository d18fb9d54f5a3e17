import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { interleaved, type Program, type Run, typescript } from "./program";

/*
 * How many events a second `keywatch explain` reads, beside jq with the equivalent expression, on the same file.
 * `npm run bench:explain` prints JSON; without jq on the machine it says so.
 */

const EVENTS = 200_000;
const CALLS = ["Decrypt", "GenerateDataKey", "DisableKey", "DescribeKey", "CreateGrant", "ListAliases", "EnableKey"];

/** CIS 4.7 in the words of jq. */
const JQ = `.Records[] | {id: .eventID, hit: (.eventSource == "kms.amazonaws.com" and (.eventName == "DisableKey" or .eventName == "ScheduleKeyDeletion"))}`;

async function writeEvents(file: string): Promise<void> {
  const record = JSON.parse(readFileSync("docs/events/disable-key.json", "utf8"));
  const out = createWriteStream(file);
  out.write('{"Records":[');
  for (let index = 0; index < EVENTS; index += 1) {
    const event = { ...record, eventName: CALLS[index % CALLS.length], eventID: `event-${index}` };
    if (!out.write(`${index > 0 ? "," : ""}${JSON.stringify(event)}`)) await once(out, "drain");
  }
  out.end("]}");
  await once(out, "close");
}

function hasJq(): boolean {
  try {
    execFileSync("jq", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

async function main() {
  if (!hasJq()) return { skipped: "jq is not on this machine" };
  const folder = mkdtempSync(path.join(tmpdir(), "keywatch-bench-"));
  try {
    const file = path.join(folder, "events.json");
    await writeEvents(file);
    const explain = (...options: string[]) =>
      typescript("modules/cli/main.ts", ["explain", file, "--json", "-c", "keywatch.config.ts", ...options]);
    const programs: Record<string, Program> = {
      jq: { command: ["jq", "-c", JQ, file] },
      explain: explain(),
      everyControl: explain("--all-controls"),
    };
    const runs = await interleaved(programs, 3);
    const perSecond = (run?: Run) => Math.round(EVENTS / ((run?.ms ?? Number.NaN) / 1000));
    return {
      events: EVENTS,
      eventsPerSecond: Object.fromEntries(Object.entries(runs).map(([name, run]) => [name, perSecond(run)])),
      besideJq: {
        explain: perSecond(runs.explain) / perSecond(runs.jq),
        everyControl: perSecond(runs.everyControl) / perSecond(runs.jq),
      },
      mib: { explain: runs.explain?.mib, everyControl: runs.everyControl?.mib },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

main().then((result) => process.stdout.write(`${JSON.stringify(result, null, 2)}\n`));
