import type { Schemas } from "@/api/client";
import type { Status } from "@/ui/status-chip";

type Item = Schemas["EpisodeSummary"];

const CONTINUE_COUNT = 4;

/** Actions whose words we know; another word of the server is shown as it came. */
export const KNOWN_ACTIONS = [
  "write_script",
  "approve_script",
  "review_script",
  "generate_scenes",
  "retry",
  "retry_failed",
  "resume",
  "decide",
  "edit_timeline",
  "customize_audio",
  "render",
  "export",
  "watch",
  "wait",
] as const;
export type KnownAction = (typeof KNOWN_ACTIONS)[number];

export function isKnownAction(action: string): action is KnownAction {
  return (KNOWN_ACTIONS as readonly string[]).includes(action);
}

export function inMotion(item: Item): boolean {
  return item.status === "running" || item.status === "queued";
}

/** What is worth going on with: the newest few that are not finished. */
export function toContinue(items: readonly Item[]): Item[] {
  return items.filter((item) => item.state !== "completed" || item.status !== "ready").slice(0, CONTINUE_COUNT);
}

/** A script that waits for its reader is not "ready": the film is. */
export function statusOf(item: Item): Status {
  if (item.status === "cancelled" && item.next_action === "resume") return "paused";
  if (item.status === "failed" && item.next_action === "decide") return "undecided";
  return item.status === "ready" && item.state === "script_review" ? "draft" : item.status;
}
