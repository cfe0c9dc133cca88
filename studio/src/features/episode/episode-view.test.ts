import { describe, expect, it } from "vitest";
import { episode, generation, rendered, shot } from "@/test/examples";
import { announcement, etaOf, nextStep, now, retryable, shotView, steps, titlePercent } from "./episode-view";

describe("steps", () => {
  it("marks what is behind, here and ahead", () => {
    expect(steps(episode()).map(({ state }) => state)).toEqual(["done", "current", "todo", "todo", "todo"]);
  });

  it("counts the render as the last step", () => {
    const stages = [{ name: "render", status: "running", done: 0, total: 1, percent: 10 } as const];
    const rendering = episode({ state: "audio_customization", progress: { percent: 80, eta_ms: null, stages } });
    expect(steps(rendering).at(-1)).toEqual({ step: "film", state: "current" });
  });

  it("is done only with a film", () => {
    const states = (film: boolean) =>
      steps(episode({ state: "completed", status: "ready", render: film ? rendered() : null })).map(
        ({ state }) => state,
      );
    expect(new Set(states(true))).toEqual(new Set(["done"]));
    expect(states(false).at(-1)).toBe("current");
  });

  it("asks for attention where something failed", () => {
    const failed = episode({
      problems: [
        {
          target: { type: "shot", id: "shot1", label: "Shot 1" },
          generation_id: null,
          code: "x",
          title: "X",
          detail: null,
          action: null,
        },
      ],
    });
    expect(steps(failed)[1]?.state).toBe("attention");
  });
});

describe("now", () => {
  it("names the stage that runs", () => expect(now(episode())).toBe("clips"));
  it("says when everything waits for a slot", () =>
    expect(now(episode({ generations: [generation({ state: "queued" })] }))).toBe("queued"));
  it("says that it was stopped", () =>
    expect(now(episode({ paused: true, status: "cancelled", generations: [] }))).toBe("paused"));
  it("waits for the person without autopilot", () =>
    expect(now(episode({ state: "script_review", status: "ready", autopilot: false, generations: [] }))).toBe(
      "review",
    ));
});

describe("etaOf", () => {
  it("is silent with little history", () => expect(etaOf(generation({ eta_samples: 4 }))).toEqual({ kind: "none" }));
  it("is a range with enough", () => expect(etaOf(generation())).toEqual({ kind: "range", from: 20_000, to: 40_000 }));
  it("admits when it takes longer", () => expect(etaOf(generation({ eta_p90_ms: 0 }))).toEqual({ kind: "long" }));
  it("tells the place in the queue", () =>
    expect(etaOf(generation({ state: "queued", queue_position: 3 }))).toEqual({ kind: "queue", position: 3 }));
});

describe("shotView", () => {
  it("shows the keyframe before there is a take, and work in progress above the stored status", () => {
    const view = shotView(shot({ status: "not_started", keyframe_asset_id: "k1" }), [generation()]);
    expect(view).toMatchObject({ status: "running", keyframe: "k1", clip: null });
  });

  it("keeps the last good take while a new one is made", () => {
    const take = {
      id: "t1",
      number: 1,
      keyframe_asset_id: "k1",
      clip_asset_id: "c1",
      duration_ms: 4000,
      model: "m",
      provider: "p",
      seed: null,
      cost: null,
      created_at: "2026-11-22T08:00:00Z",
      stale: false,
    };
    expect(shotView(shot({ takes: [take], selected_take_id: "t1" }), [generation()]).clip).toBe("c1");
    expect(shotView(shot({ takes: [take], selected_take_id: "t1", status: "ready", stale: true }), []).status).toBe(
      "stale",
    );
  });
});

describe("nextStep", () => {
  const still = { autopilot: false, status: "ready", generations: [] } as const;
  it("goes from script to film, one call at a time", () => {
    expect(nextStep(episode({ ...still, generations: [], state: "script_review" }))).toEqual({ kind: "scenes" });
    const guards = [{ to: "timeline_editing" as const, allowed: true, reasons: [] }];
    expect(nextStep(episode({ ...still, generations: [], guards }))).toEqual({
      kind: "transition",
      to: "timeline_editing",
    });
    expect(nextStep(episode({ ...still, generations: [], state: "audio_customization" }))).toEqual({ kind: "render" });
  });
  it("is nothing while work runs, and nothing after the film", () => {
    expect(nextStep(episode({ autopilot: false }))).toBeNull();
    expect(nextStep(episode({ ...still, generations: [], state: "completed", render: rendered() }))).toBeNull();
  });
});

it("finds the generation to start again, unless that is hopeless", () => {
  const problem = {
    target: { type: "shot", id: "shot1", label: null },
    generation_id: null,
    code: "x",
    title: "X",
    detail: null,
    action: null,
  };
  const failed = generation({ state: "failed", error: { code: "x", title: "X", detail: null, retryable: true } });
  expect(retryable(problem, [failed])?.id).toBe("g1");
  expect(
    retryable(problem, [{ ...failed, error: { code: "x", title: "X", detail: null, retryable: false } }]),
  ).toBeNull();
});

it("announces stages and endings, not percents", () => {
  const before = episode();
  expect(announcement(before, episode({ progress: { ...before.progress, percent: 60 } }))).toBeNull();
  expect(announcement(before, episode({ render: rendered() }))).toEqual({ kind: "film_ready" });
  const stages = before.progress.stages.map((stage) =>
    stage.name === "clips" ? { ...stage, status: "ready" as const } : stage,
  );
  expect(announcement(before, episode({ progress: { ...before.progress, stages } }))).toEqual({
    kind: "stage_done",
    stage: "clips",
  });
});

it("shows a percent in the title only while something is made", () => {
  expect(titlePercent(episode())).toBe(41.5);
  expect(titlePercent(episode({ status: "ready", generations: [] }))).toBeNull();
});
