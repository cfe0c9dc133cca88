import { readStored, writeStored } from "@/lib/storage";
import { type BriefValues, EMPTY_BRIEF } from "./brief-form";
import type { Submission } from "./submission";

const KEY = "studio.new.v1";

export interface Draft {
  values: BriefValues;
  submission: Submission | null;
}

/** The kept draft, or null. A damaged or older draft gives what can be used of it. */
export function readDraft(): Draft | null {
  const text = readStored(KEY);
  if (text === null) return null;
  try {
    const stored: unknown = JSON.parse(text);
    if (!isObject(stored) || !isObject(stored.values)) return null;
    return { values: usable(stored.values), submission: submission(stored.submission) };
  } catch {
    return null;
  }
}

export function writeDraft(draft: Draft): boolean {
  return writeStored(KEY, JSON.stringify(draft));
}

export function clearDraft(): void {
  writeStored(KEY, null);
}

const CHOICES: Partial<Record<keyof BriefValues, readonly string[]>> = {
  source: ["idea", "script"],
  scriptFormat: ["auto", "plain", "markdown", "fountain"],
  ratio: ["16:9", "9:16", "1:1"],
  language: ["auto", "en", "zh"],
};

function usable(values: Record<string, unknown>): BriefValues {
  const result: Record<string, unknown> = { ...EMPTY_BRIEF };
  for (const key of Object.keys(EMPTY_BRIEF) as (keyof BriefValues)[]) {
    const value = values[key];
    if (typeof value !== typeof EMPTY_BRIEF[key]) continue;
    if (CHOICES[key] && !CHOICES[key].includes(value as string)) continue;
    result[key] = value;
  }
  return result as BriefValues;
}

function submission(value: unknown): Submission | null {
  return isObject(value) && typeof value.body === "string" && typeof value.key === "string"
    ? { body: value.body, key: value.key }
    : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
