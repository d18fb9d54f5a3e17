import { fill, type Place } from "../aws";
import { DEFAULT_LOCAL_FOLDER, type State } from "../config";
import { stateKey } from "../names";
import { mapTexts } from "../values";
import type { StateBlock } from "./target";

type HcpSettings = Extract<State, { type: "hcp" }>;

/** A stack's folder below the output folder, as CDKTF lays it out: `<output>/stacks/<stack>`. */
const FROM_STACK_TO_ROOT = "../../..";

/**
 * Where one target's state lies, as the `backend` or `cloud` block of its stack.
 *
 * @param key where the config leaves it open: below the bucket or folder of the states
 */
export function stateOf(
  state: State | undefined,
  fleet: string,
  place: Place,
  key: string = stateKey(fleet),
): StateBlock {
  const settings: State = state ?? { type: "local" };
  switch (settings.type) {
    case "local": {
      const folder = settings.path ?? DEFAULT_LOCAL_FOLDER;
      const root = folder.startsWith("/") ? folder : `${FROM_STACK_TO_ROOT}/${folder}`;
      return backend("local", { path: `${root}/${fill(key, place)}` });
    }
    case "hcp":
      return hcpState(settings, place.stack);
    case "s3": {
      const { type, bootstrap: _, ...given } = settings;
      return backend(type, filled({ key, encrypt: true, use_lockfile: true, ...given }, place));
    }
    default: {
      const { type, ...given } = settings;
      return backend(type, filled(given, place));
    }
  }
}

/** A state that a workspace of HCP Terraform keeps. */
export const hcpState = ({ organization, hostname, project }: HcpSettings, workspace: string): StateBlock => ({
  kind: "hcp",
  block: { cloud: { organization, hostname, workspaces: { name: workspace, project } } },
});

const backend = (kind: string, settings: object): StateBlock => ({ kind, block: { backend: { [kind]: settings } } });

/** The settings with the placeholders in all of their texts filled in. */
const filled = <T>(value: T, place: Place): T => mapTexts(value, (text) => fill(text, place)) as T;
