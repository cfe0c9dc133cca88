import type { Schemas } from "@/api/client";

type Model = Schemas["Model"];

export const KINDS = ["chat", "image", "video", "speech", "music"] as const;
export type Kind = (typeof KINDS)[number];

const UNITS = ["generation", "second", "token", "character"] as const;

export type Price =
  | { kind: "free" }
  | { kind: "unknown" }
  /** In US dollars for one of the unit. */
  | { kind: "priced"; amount: string; unit: (typeof UNITS)[number] };

export function priceOf({ price }: Model): Price {
  const unit = UNITS.find((known) => known === price.unit);
  if (price.micros === null || unit === undefined) return { kind: "unknown" };
  return price.micros === 0
    ? { kind: "free" }
    : { kind: "priced", amount: (price.micros / 1_000_000).toString(), unit };
}

/** Models of a kind: those that can be used first, then by name. One that is shut down is no choice any more. */
export function modelsOf(models: readonly Model[], kind: Kind): Model[] {
  return models
    .filter((model) => model.category === kind && model.state !== "retired")
    .toSorted((a, b) => Number(b.available) - Number(a.available) || a.name.localeCompare(b.name));
}
