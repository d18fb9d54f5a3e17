import type { AdvancedEventSelector, EventSelector } from "@aws-sdk/client-cloudtrail";
import { SERVICE } from "../../aws";
import type { SeenTrail } from "./seen";

type Selectors = Extract<SeenTrail["selectors"], { ok: true }>["value"];

/** What a trail's selectors let through of the management events. */
interface Selected {
  readonly form: "classic" | "advanced";
  /** Why management events are missing; undefined where all are recorded. */
  readonly missing?: string;
  readonly keepsKms: boolean;
}

/** Reads the selectors of a trail: the one that records most of the management events counts. */
export function selectedBy({ EventSelectors = [], AdvancedEventSelectors = [] }: Selectors): Selected {
  const read = AdvancedEventSelectors.length > 0 ? AdvancedEventSelectors.map(advanced) : EventSelectors.map(classic);
  const whole = read.find(({ missing, keepsKms }) => !missing && keepsKms) ?? read.find(({ missing }) => !missing);
  return (
    whole ??
    read.find(({ keepsKms }) => keepsKms) ??
    read[0] ?? { form: "classic", missing: "there is no selector", keepsKms: true }
  );
}

function classic({
  IncludeManagementEvents,
  ReadWriteType,
  ExcludeManagementEventSources = [],
}: EventSelector): Selected {
  const missing =
    IncludeManagementEvents === false
      ? "its selector leaves management events out"
      : ReadWriteType && ReadWriteType !== "All"
        ? `its selector records ${ReadWriteType}`
        : undefined;
  return { form: "classic", missing, keepsKms: !ExcludeManagementEventSources.includes(SERVICE.kms) };
}

/** Source: CloudTrail API Reference, `AdvancedFieldSelector`. A field beyond these narrows what is recorded. */
function advanced({ FieldSelectors = [] }: AdvancedEventSelector): Selected {
  const category = FieldSelectors.find(({ Field }) => Field === "eventCategory");
  const sources = FieldSelectors.filter(({ Field }) => Field === "eventSource");
  const narrowing = FieldSelectors.filter(({ Field }) => Field !== "eventCategory" && Field !== "eventSource");
  const missing = !category?.Equals?.includes("Management")
    ? "no advanced selector records management events"
    : narrowing.length > 0
      ? `its advanced selector is narrowed by ${narrowing.map(({ Field }) => Field).join(", ")}`
      : undefined;
  return { form: "advanced", missing, keepsKms: sources.every(letsKmsIn) };
}

const letsKmsIn = ({ NotEquals = [], Equals }: { NotEquals?: string[]; Equals?: string[] }): boolean =>
  !NotEquals.includes(SERVICE.kms) && (Equals === undefined || Equals.includes(SERVICE.kms));
