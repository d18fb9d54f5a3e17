import { html } from "htm/preact";
import { parseArn } from "../../../aws";
import type { Audit } from "../../audit/result";
import { counted } from "../../summary";
import { VERSION } from "../../version";
import { Time } from "./time";

/** Who asked, by the role's name alone: `assumed-role/keywatch-audit/keywatch`, and in how many targets. */
function callers({ targets }: Audit): [string, number][] {
  const names = targets.flatMap(({ caller }) => (caller ? [parseArn(caller)?.resource ?? caller] : []));
  return [...new Set(names)].map((name) => [name, names.filter((other) => other === name).length]);
}

/** How the audit was done, so that it can be judged and done again. */
export const Method = ({ audit }: { readonly audit: Audit }) =>
  html`<section aria-labelledby="method">
    <h2 id="method">How this was done</h2>
    <dl class="told">
      <dt>Config</dt><dd><code>${audit.config}</code></dd>
      <dt>Asked</dt><dd><${Time} at=${audit.startedAt} /> to <${Time} at=${audit.endedAt} /></dd>
      <dt>Scope</dt><dd>${counted(audit.targets.length, "target")}; ${audit.complete ? "everything was answered" : "the result is partial"}</dd>
      <dt>Asked by</dt><dd>${callers(audit).map(([name, count]) => html`<div><code>${name}</code> in ${counted(count, "target")}</div>`)}</dd>
      <dt>Written by</dt><dd>Keywatch ${VERSION}</dd>
    </dl>
    <p>
      <code>keywatch audit</code> asked AWS, in every target, for each link of the way from a call on a KMS key to a person, with calls that only read, and
      for what the benchmark's own audit of the control asks. What hangs on something that is missing is not judged, so a topic that is gone is one
      finding. This page was made of that answer alone: it asked nobody, and it loads nothing.
    </p>
  </section>`;
