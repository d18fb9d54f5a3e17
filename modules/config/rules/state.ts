import { nearestName } from "../nearest";
import { S3_SETTINGS, type State } from "../schema";
import { unknownRegion } from "./regions";
import type { Rule } from "./rule";

/** The settings of other backends that usually tell states apart. */
const ADDRESS_SETTINGS: Readonly<Record<string, string>> = {
  azurerm: "key",
  consul: "path",
  cos: "key",
  gcs: "prefix",
  http: "address",
  kubernetes: "secret_suffix",
  oci: "key",
  oss: "key",
  pg: "schema_name",
  remote: "workspaces",
  s3: "key",
};

/** What the setting of a backend may look like that is no plain text. */
const ADDRESS_EXAMPLES: Readonly<Record<string, string>> = { remote: '{ name: "keywatch-{account}-{region}" }' };

/** The states of two stacks never share an address. */
export const statesAreApart: Rule = ({ state }) => {
  const address = stateAddress(state);
  if (!state || !address || address.texts.some(tellsApart)) return [];
  return [
    {
      path: ["state", address.setting],
      message: "All stacks would share one state.",
      expected: "`{stack}`, or `{account}` and `{region}`, in the setting that says where a state lies",
      remedy: `Write ${address.setting}: ${ADDRESS_EXAMPLES[state.type] ?? '"keywatch/{account}/{region}"'}.`,
    },
  ];
};

/** The setting that usually says where a state lies, and the texts that could; undefined where Keywatch itself says it. */
export function stateAddress(
  state: State | undefined,
): { readonly setting: string; readonly texts: readonly string[] } | undefined {
  if (!state || state.type === "local" || state.type === "hcp" || state.type === "inmem") return undefined;
  const setting = ADDRESS_SETTINGS[state.type] as string;
  if (state.type !== "s3") return { setting, texts: textsIn(state) };
  return state.key === undefined ? undefined : { setting, texts: [state.key] };
}

const tellsApart = (text: string): boolean =>
  text.includes("{stack}") || (text.includes("{account}") && text.includes("{region}"));

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(textsIn) : [];
}

/** What CDKTF would take for a token of its own; nothing can be quoted in a backend's settings. */
const TOKEN = /TfToken\[|[\d.]e\+?\d{3}/;

/** The settings of the state reach Terraform as they were written. */
export const statesHoldNoTokens: Rule = ({ state }) =>
  Object.entries(state ?? {}).flatMap(([key, value]) =>
    [key, ...textsIn(value)].some((text) => TOKEN.test(text))
      ? [
          {
            path: ["state", key],
            message: "CDKTF would take a part of this text for a token of its own.",
            expected: "a text without TfToken[ and without numbers such as 1e298",
            remedy: "Choose another text.",
          },
        ]
      : [],
  );

/** The bucket's region exists, and no setting of the S3 backend looks like a misspelt one that Keywatch knows. */
export const s3StateIsSpeltRight: Rule = ({ state }) =>
  state?.type === "s3" ? [...unknownRegion(state.region, ["state", "region"]), ...misspeltSettings(state)] : [];

function misspeltSettings(state: State) {
  return Object.keys(state)
    .filter((key) => !S3_SETTINGS.includes(key))
    .flatMap((key) => {
      const near = nearestName(
        key,
        S3_SETTINGS.filter((setting) => !(setting in state)),
        2,
      );
      return near === undefined
        ? []
        : [
            {
              path: ["state", key],
              message: `The S3 backend has no setting ${JSON.stringify(key)}.`,
              expected: `one of: ${S3_SETTINGS.join(", ")}, or another setting of Terraform's S3 backend`,
              remedy: `Did you mean ${near}?`,
            },
          ];
    });
}
