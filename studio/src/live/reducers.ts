import type { Schemas } from "@/api/client";
import type { Frame } from "./frame";

type EpisodeState = Schemas["EpisodeState"];
type Generation = Schemas["Generation"];

const KINDS = new Set(["measured", "estimated", "unknown"]);

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** undefined: the event says nothing about it; null: it says "none". */
function figure(value: unknown): number | null | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : value === null ? null : undefined;
}

/** The worker's inner states, in the words of the document. */
function stateOf(frame: Frame): Generation["state"] | undefined {
  switch (frame.type) {
    case "generation.completed":
      return "ready";
    case "generation.failed":
      switch (text(frame.data.failure)?.toLowerCase()) {
        case "cancelled":
          return "cancelled";
        case "ambiguous":
          return "ambiguous";
        default:
          return "failed";
      }
    case "generation.requested":
      return "queued";
    case "generation.progress":
      switch (text(frame.data.state)?.toLowerCase()) {
        case "queued":
          return "queued";
        case "running":
        case "submitting":
        case "storing":
          return "running";
        default:
          return undefined;
      }
    default:
      return undefined;
  }
}

export function generationId(frame: Frame): string | undefined {
  return text(frame.data.generation_id) ?? text(frame.data.id);
}

export function episodeId(frame: Frame): string | undefined {
  return (
    text(frame.data.episode_id) ??
    (frame.topic?.startsWith("episode:") ? frame.topic.slice("episode:".length) : undefined)
  );
}

/** Puts a generation event into the episode document. The same event twice changes nothing; a bar never runs back. */
export function withGeneration(episode: EpisodeState, frame: Frame): EpisodeState {
  const id = generationId(frame);
  const index = episode.generations.findIndex((generation) => generation.id === id);
  const old = episode.generations[index];
  if (!old) return episode;

  const { data } = frame;
  const state = stateOf(frame) ?? old.state;
  const attempt = figure(data.attempt) ?? old.attempt;
  // A result is final: a progress frame that was overtaken on the way does not wake it up again.
  // Nor does a worker that lets go of what the person has decided about.
  const over = old.state !== "queued" && old.state !== "running";
  if (over && (state === "queued" || state === "running" || state === "cancelled")) return episode;

  const said = figure(data.progress);
  const again = attempt > old.attempt;
  const progress =
    state === "ready"
      ? 1
      : said === undefined
        ? old.progress
        : said === null || again
          ? said
          : Math.max(said, old.progress ?? 0);
  const kind = text(data.progress_kind)?.toLowerCase();
  const next: Generation = {
    ...old,
    state,
    attempt,
    progress,
    progress_kind: kind !== undefined && KINDS.has(kind) ? (kind as Generation["progress_kind"]) : old.progress_kind,
    stage: text(data.stage) ?? old.stage,
    stage_index: figure(data.stage_index) ?? old.stage_index,
    stage_count: figure(data.stage_count) ?? old.stage_count,
    queue_position: state === "queued" ? (figure(data.queue_position) ?? old.queue_position) : null,
    eta_p50_ms: keep(figure(data.eta_p50_ms), old.eta_p50_ms),
    eta_p90_ms: keep(figure(data.eta_p90_ms), old.eta_p90_ms),
    eta_samples: figure(data.eta_samples) ?? old.eta_samples,
  };
  if ((Object.keys(next) as (keyof Generation)[]).every((key) => next[key] === old[key])) return episode;
  return { ...episode, generations: episode.generations.with(index, next) };
}

function keep(said: number | null | undefined, old: number | null): number | null {
  return said === undefined ? old : said;
}

/** Keeps the last progress frame of each generation: at 50 events a second only the newest counts. */
export function coalesce(frames: readonly Frame[]): Frame[] {
  const last = new Map<string, number>();
  frames.forEach((frame, index) => {
    const id = frame.type === "generation.progress" ? generationId(frame) : undefined;
    if (id !== undefined) last.set(id, index);
  });
  return frames.filter((frame, index) => {
    const id = frame.type === "generation.progress" ? generationId(frame) : undefined;
    return id === undefined || last.get(id) === index;
  });
}
