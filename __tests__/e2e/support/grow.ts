import type { RoleDescription } from "../../../modules/access";
import type { Finished } from "../lab/command";
import { denialsIn, type Grant, grantsFor, limitedTo } from "./grants";

/** How a job went. */
export interface Attempt {
  readonly done: boolean;
  /** What it failed for, as it says itself. */
  readonly failures: string;
}

/** What a role is grown for. */
export interface Growth {
  /** The role as it is documented. */
  readonly role: RoleDescription;
  /** What it may do from the start, because another job has shown that it needs it. */
  readonly from: readonly Grant[];
  /** Lets the role do this, and nothing else. */
  readonly allow: (role: RoleDescription) => Promise<void>;
  /** Does the job as far as it goes. */
  readonly job: () => Promise<Attempt>;
}

/**
 * Lets a role do its job with less than it needs, gives it what the job failed for, out of what is documented, and so on
 * until the job is done. Terraform works on after a failure on all that does not depend on it, so that a round finds many.
 *
 * @returns what the job failed for, sorted: it is not done without any of these
 * @throws where the job fails for something that is not documented, or for something else
 */
export async function grow({ role, from, allow, job }: Growth): Promise<Grant[]> {
  const granted = new Set(from);
  for (;;) {
    await allow(limitedTo(role, granted));
    const { done, failures } = await job();
    if (done) return [...granted].filter((grant) => !from.includes(grant)).sort();
    const wanted = denialsIn(failures).map((denial) => ({ denial, grants: grantsFor(role, denial) }));
    const strange = wanted.filter(({ grants }) => grants.every((grant) => granted.has(grant)));
    if (wanted.length === 0 || strange.length > 0) {
      const all = strange.map(({ denial: { action, resource } }) => `${action} on ${resource}`);
      throw new Error([`${role.name} is not documented to need this: ${all.join(", ")}`, failures].join("\n"));
    }
    for (const grant of wanted.flatMap(({ grants }) => grants)) granted.add(grant);
  }
}

/**
 * How a job of Terraform went, from what it says, with `-json` where it can: its errors count, its warnings do not. A job that
 * takes for gone what is there has failed too.
 */
export function attemptOf({ code, stdout, stderr }: Finished): Attempt {
  const lines = `${stdout}\n${stderr}`.split("\n");
  const failures = lines.filter(isJson).flatMap((line) => failureIn(JSON.parse(line)));
  const text = lines.filter((line) => !isJson(line)).join(" ");
  return {
    done: code === 0 && failures.length === 0,
    failures: [...failures, ...(code === 0 ? [] : [unwrapped(text)])].join("\n"),
  };
}

const isJson = (line: string): boolean => line.startsWith("{");

/** A text without the frame and the line breaks that Terraform gives it. */
const unwrapped = (text: string): string => text.replace(/[\s│]+/g, " ");

/** A line of Terraform's `-json`, as far as it tells of failures. */
interface Message {
  readonly type: string;
  readonly diagnostic?: { readonly severity: string; readonly summary: string; readonly detail: string };
  readonly change?: { readonly action: string; readonly resource: { readonly addr: string } };
}

function failureIn({ type, diagnostic, change }: Message): string[] {
  if (diagnostic?.severity === "error") return [`${diagnostic.summary} ${diagnostic.detail}`];
  if (type === "resource_drift" && change?.action === "delete") return [`${change.resource.addr} is taken for gone`];
  return [];
}
