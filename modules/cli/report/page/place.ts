import { html } from "htm/preact";
import type { ComponentChildren } from "preact";
import type { TargetAudit } from "../../audit/result";
import { linkTo } from "./text";

interface PlaceProps {
  readonly target?: TargetAudit;
  /** What stands behind its name. */
  readonly children?: ComponentChildren;
}

/** A target by its account and region, as a link to its evidence; or the fleet. */
export const Place = ({ target, children }: PlaceProps) =>
  target
    ? html`<a href=${linkTo(target)}>${target.account.name}</a>${children} <span class="mono">${target.account.id} ${target.region}</span>`
    : html`The fleet as a whole${children}`;
