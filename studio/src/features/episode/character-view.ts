import type { Schemas } from "@/api/client";
import type { Status } from "@/ui/status-chip";
import { isBusy, isUndecided } from "./episode-view";

type Character = Schemas["Character"];
type Generation = Schemas["Generation"];

/** One of the pictures that a character can have. */
export interface Choice {
  asset: string;
  /** Null for the reference picture: one that was brought along, or that comes from another episode. */
  portrait: Schemas["Portrait"] | null;
}

/** The work on a portrait that is worth showing: what runs or waits, what nobody knows the end of, else how the last one failed. */
export function portraitWork(character: Character, generations: readonly Generation[]): Generation | null {
  const own = generations.filter(
    (generation) =>
      (generation.target.type === "character_portrait" && generation.target.id === character.id) ||
      character.generation_ids.includes(generation.id),
  );
  const last = own.at(-1);
  return (
    own.findLast((generation) => generation.state === "running") ??
    own.findLast((generation) => generation.state === "queued") ??
    own.findLast(isUndecided) ??
    // With a picture of the person's own nobody misses the portrait.
    (last?.state === "failed" && character.reference_asset_id === null ? last : null)
  );
}

export interface CharacterView {
  /** The picture in use. */
  picture: Choice | null;
  /** What to say besides the picture; null when the picture says it all, or when there is nothing to say. */
  status: Extract<Status, "queued" | "running" | "undecided" | "failed" | "stale"> | null;
  work: Generation | null;
  /** Nothing may be asked for meanwhile: it is being made, or waits for a decision. */
  blocked: boolean;
}

export function characterView(character: Character, generations: readonly Generation[]): CharacterView {
  const work = portraitWork(character, generations);
  const selected = character.portraits.find((portrait) => portrait.id === character.selected_portrait_id);
  const picture =
    character.reference_asset_id !== null
      ? { asset: character.reference_asset_id, portrait: null }
      : selected
        ? { asset: selected.asset_id, portrait: selected }
        : null;
  return { picture, status: statusOf(character, work), work, blocked: work !== null && work.state !== "failed" };
}

function statusOf(character: Character, work: Generation | null): CharacterView["status"] {
  if (work === null) return character.status === "stale" ? "stale" : null;
  if (isBusy(work)) return work.state === "running" ? "running" : "queued";
  return isUndecided(work) ? "undecided" : "failed";
}

/** The pictures to choose from; `own` is the last reference picture, which stays to choose after another one was chosen. */
export function choices(character: Character, own: string | null): Choice[] {
  const portraits = character.portraits.map((portrait) => ({ asset: portrait.asset_id, portrait }));
  return own === null ? portraits : [{ asset: own, portrait: null }, ...portraits];
}

/** Stands for a face that has no picture yet: the first letters of a name, or the first character of a Chinese one. */
export function initials(name: string): string {
  const words = name.split(/[\s·・.-]+/).filter(Boolean);
  const first = [...(words[0] ?? "")][0] ?? "";
  if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(first)) return first;
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
  return (first + last).toUpperCase();
}
