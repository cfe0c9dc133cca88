import type { Schemas } from "@/api/client";
import type { Status } from "@/ui/status-chip";

type EpisodeState = Schemas["EpisodeState"];
type Generation = Schemas["Generation"];
type Shot = Schemas["Shot"];
type StageName = Schemas["StageProgress"]["name"];

/** With fewer finished generations behind it an estimate is a guess: it is not shown. */
const SAMPLES_MIN = 5;

export const STEPS = ["script", "scenes", "timeline", "audio", "film"] as const;
export type Step = (typeof STEPS)[number];
export type StepState = "done" | "current" | "attention" | "todo";

const STEP_OF_STATE: Record<EpisodeState["state"], number> = {
  script_review: 0,
  scene_generation: 1,
  timeline_editing: 2,
  audio_customization: 3,
  completed: 4,
};

export function isBusy(generation: Generation): boolean {
  return generation.state === "queued" || generation.state === "running";
}

/** Something is being made for the episode right now. */
export function isWorking(episode: EpisodeState): boolean {
  return (
    episode.generations.some(isBusy) ||
    (!episode.paused && (episode.status === "running" || episode.status === "queued"))
  );
}

export function hasFilm(episode: EpisodeState): boolean {
  return Boolean(episode.render?.film_asset_id);
}

export function steps(episode: EpisodeState): { step: Step; state: StepState }[] {
  const render = episode.progress.stages.find((stage) => stage.name === "render");
  const rendering =
    render !== undefined && (render.status === "running" || render.status === "queued" || render.status === "failed");
  const finished = episode.state === "completed" && hasFilm(episode) && !rendering;
  const now = episode.state === "audio_customization" && rendering ? 4 : STEP_OF_STATE[episode.state];
  return STEPS.map((step, index) => {
    if (finished || index < now) return { step, state: "done" };
    if (index > now) return { step, state: "todo" };
    return { step, state: episode.problems.length > 0 || episode.status === "failed" ? "attention" : "current" };
  });
}

export type Now = StageName | "queued" | "paused" | "review" | "failed" | "undecided" | "done";

/** The one thing to say about what happens at this moment. */
export function now(episode: EpisodeState): Now {
  const running = episode.generations.some((generation) => generation.state === "running");
  const active =
    episode.progress.stages.findLast((stage) => stage.status === "running") ??
    episode.progress.stages.find((stage) => stage.status === "queued");
  if (episode.paused && !running) return "paused";
  if (isWorking(episode)) {
    if (!running && episode.generations.some((generation) => generation.state === "queued")) return "queued";
    return active?.name ?? "queued";
  }
  if (episode.problems.length > 0 && episode.problems.every((problem) => problem.action === "resolve"))
    return "undecided";
  if (episode.problems.length > 0 || episode.status === "failed") return "failed";
  if (episode.state === "completed" && hasFilm(episode)) return "done";
  return "review";
}

/** A figure that rests on an estimate anywhere is an estimate. */
export function isEstimated(episode: EpisodeState): boolean {
  return episode.generations.some(
    (generation) =>
      generation.state === "running" && generation.progress !== null && generation.progress_kind === "estimated",
  );
}

/** The percent for bar and title; null when there is nothing to wait for. */
export function titlePercent(episode: EpisodeState): number | null {
  return isWorking(episode) ? episode.progress.percent : null;
}

/** Nobody knows whether the provider took it, and the person has not decided what to do. */
export function isUndecided(generation: Generation): boolean {
  return generation.state === "ambiguous" && generation.resolution === null;
}

/** The work on a shot that is worth showing: what runs, else what waits, else the last that went wrong. */
export function generationOf(shot: Shot, generations: readonly Generation[]): Generation | null {
  const own = generations.filter(
    (generation) => generation.target.id === shot.id || shot.generation_ids.includes(generation.id),
  );
  return (
    own.findLast((generation) => generation.state === "running") ??
    own.findLast((generation) => generation.state === "queued") ??
    own.findLast((generation) => generation.state === "failed" || isUndecided(generation)) ??
    null
  );
}

export interface ShotView {
  status: Status;
  keyframe: string | null;
  clip: string | null;
  generation: Generation | null;
}

export function shotView(shot: Shot, generations: readonly Generation[]): ShotView {
  const take = shot.takes.find((candidate) => candidate.id === shot.selected_take_id) ?? shot.takes.at(-1) ?? null;
  const generation = generationOf(shot, generations);
  const busy = generation !== null && isBusy(generation);
  return {
    status: busy
      ? generation.state === "running"
        ? "running"
        : "queued"
      : generation !== null && isUndecided(generation)
        ? "undecided"
        : shot.status === "ready" && shot.stale
          ? "stale"
          : shot.status,
    keyframe: take?.keyframe_asset_id ?? shot.keyframe_asset_id,
    clip: take?.clip_asset_id ?? null,
    generation,
  };
}

export type Eta =
  | { kind: "none" }
  | { kind: "long" }
  | { kind: "queue"; position: number }
  | { kind: "range"; from: number; to: number };

/** What to say about the time that one generation still takes. */
export function etaOf(generation: Generation): Eta {
  if (generation.state === "queued") {
    return generation.queue_position === null
      ? { kind: "none" }
      : { kind: "queue", position: generation.queue_position };
  }
  if (generation.state !== "running" || generation.eta_samples < SAMPLES_MIN) return { kind: "none" };
  const { eta_p50_ms: p50, eta_p90_ms: p90 } = generation;
  if (p90 !== null && p90 <= 0) return { kind: "long" };
  if (p50 === null || p90 === null) return { kind: "none" };
  return { kind: "range", from: Math.max(0, Math.min(p50, p90)), to: Math.max(p50, p90) };
}

export type NextStep =
  | { kind: "script" }
  | { kind: "scenes" }
  | { kind: "transition"; to: "timeline_editing" | "audio_customization" }
  | { kind: "render" };

/** Without autopilot: the call that carries the episode one step on, when nothing is in its way. */
export function nextStep(episode: EpisodeState): NextStep | null {
  if (isWorking(episode) || episode.paused || episode.autopilot || episode.problems.length > 0) return null;
  const allowed = (to: EpisodeState["state"]) => episode.guards.find((guard) => guard.to === to)?.allowed ?? false;
  switch (episode.state) {
    case "script_review":
      if (!episode.script || episode.script.status === "not_started") return { kind: "script" };
      return episode.script.status === "ready" ? { kind: "scenes" } : null;
    case "scene_generation":
      return allowed("timeline_editing") ? { kind: "transition", to: "timeline_editing" } : { kind: "scenes" };
    case "timeline_editing":
      return allowed("audio_customization") ? { kind: "transition", to: "audio_customization" } : null;
    case "audio_customization":
      return { kind: "render" };
    case "completed":
      return hasFilm(episode) && !episode.render?.stale ? null : { kind: "render" };
  }
}

/** What a person decides about a generation of which nobody knows whether the provider took it. */
export interface Decision {
  generation: string;
  decision: Schemas["Resolution"]["decision"];
}

/** The generation that a problem wants a decision about. */
export function undecidedOf(problem: Schemas["EpisodeProblem"], generations: readonly Generation[]): Generation | null {
  return generations.find((generation) => generation.id === problem.generation_id && isUndecided(generation)) ?? null;
}

/** The failed generation behind a problem, when it can be started again as it is. */
export function retryable(problem: Schemas["EpisodeProblem"], generations: readonly Generation[]): Generation | null {
  const failed = generations.filter((generation) => generation.state === "failed");
  const found =
    failed.find((generation) => generation.id === problem.generation_id) ??
    failed.findLast((generation) => generation.target.id !== null && generation.target.id === problem.target?.id) ??
    null;
  return found?.error?.retryable === false ? null : found;
}

/** What a listener should hear after a change; null when nothing worth saying happened. */
export type Announcement =
  | { kind: "stage_done"; stage: StageName }
  | { kind: "film_ready" }
  | { kind: "failed"; label: string }
  | { kind: "undecided"; label: string };

export function announcement(before: EpisodeState, after: EpisodeState): Announcement | null {
  if (!hasFilm(before) && hasFilm(after)) return { kind: "film_ready" };
  const fresh = after.problems.find(
    (problem) => !before.problems.some((old) => old.target?.id === problem.target?.id && old.code === problem.code),
  );
  if (fresh) {
    const kind = fresh.action === "resolve" ? "undecided" : "failed";
    return { kind, label: fresh.target?.label ?? fresh.title };
  }
  const done = after.progress.stages.find(
    (stage) =>
      stage.status === "ready" && before.progress.stages.find((old) => old.name === stage.name)?.status !== "ready",
  );
  return done ? { kind: "stage_done", stage: done.name } : null;
}
