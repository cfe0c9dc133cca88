import type { Schemas } from "@/api/client";

type Generation = Schemas["Generation"];
type EpisodeState = Schemas["EpisodeState"];

/** Examples of the API's documents; each test changes what it is about. */
export function generation(change: Partial<Generation> = {}): Generation {
  return {
    id: "g1",
    kind: "video",
    target: { type: "shot", id: "shot1", label: "Shot 1" },
    state: "running",
    stage: "filming",
    stage_index: 2,
    stage_count: 3,
    progress: 0.4,
    progress_kind: "measured",
    queue_position: null,
    eta_p50_ms: 20_000,
    eta_p90_ms: 40_000,
    eta_samples: 12,
    cost_estimated: null,
    cost_actual: null,
    cost_possible: null,
    cost_simulated: false,
    provider: "local",
    model: "local-animatic",
    attempt: 1,
    created_at: "2026-11-22T08:00:00Z",
    started_at: "2026-11-22T08:00:01Z",
    finished_at: null,
    trace_id: null,
    error: null,
    resolution: null,
    ...change,
  };
}

export function shot(change: Partial<Schemas["Shot"]> = {}): Schemas["Shot"] {
  return {
    id: "shot1",
    number: 1,
    global_number: 1,
    description: "Wide on the tower",
    framing: "wide",
    camera_move: "push_in",
    people: [],
    duration_ms: 4_000,
    status: "running",
    stale: false,
    keyframe_asset_id: null,
    generation_ids: [],
    selected_take_id: null,
    takes: [],
    ...change,
  };
}

export function portrait(change: Partial<Schemas["Portrait"]> = {}): Schemas["Portrait"] {
  return {
    id: "p1",
    number: 1,
    asset_id: "face1",
    model: "local-storyboard",
    provider: "local",
    seed: 42,
    cost: { amount: "0.00", currency: "USD" },
    created_at: "2026-11-22T08:00:10Z",
    stale: false,
    ...change,
  };
}

export function character(change: Partial<Schemas["Character"]> = {}): Schemas["Character"] {
  return {
    id: "c1",
    name: "Mara",
    description: "The keeper",
    look: "A woman of sixty in an oilskin coat, grey plait, pale eyes",
    status: "ready",
    reference_asset_id: null,
    selected_portrait_id: "p1",
    portraits: [portrait()],
    generation_ids: [],
    ...change,
  };
}

export function episode(change: Partial<EpisodeState> = {}): EpisodeState {
  return {
    id: "e1",
    series_id: null,
    series_title: null,
    episode_number: null,
    title: "The keeper's last night",
    logline: null,
    language: "en",
    ratio: "16:9",
    width: 1280,
    height: 720,
    fps: 24,
    seed: 42,
    style: "storyboard",
    seconds: 30,
    state: "scene_generation",
    status: "running",
    autopilot: true,
    paused: false,
    version: 3,
    created_at: "2026-11-22T08:00:00Z",
    updated_at: "2026-11-22T08:00:30Z",
    brief: {
      idea: "A keeper.",
      script: null,
      seconds: 30,
      scenes: null,
      ratio: "16:9",
      language: "en",
      style: "storyboard",
      seed: 42,
      models: null,
    },
    guards: [],
    script: { status: "ready", generation_id: null, scene_count: 1, word_count: 12 },
    characters: [],
    scenes: [
      {
        id: "scene1",
        number: 1,
        heading: "EXT. LIGHTHOUSE - NIGHT",
        place: null,
        time_of_day: null,
        weather: null,
        mood: null,
        summary: null,
        status: "ready",
        lines: [],
        shots: [shot()],
      },
    ],
    timeline: null,
    generations: [generation()],
    stale: [],
    cost: { amount: "0.00", currency: "USD" },
    cost_possible: { amount: "0.00", currency: "USD" },
    cost_simulated: false,
    progress: {
      percent: 41.5,
      eta_ms: 38_000,
      stages: [
        { name: "script", status: "ready", done: 1, total: 1, percent: 100 },
        { name: "clips", status: "running", done: 0, total: 1, percent: 40 },
        { name: "render", status: "not_started", done: 0, total: 1, percent: 0 },
      ],
    },
    render: null,
    problems: [],
    ...change,
  };
}

export function rendered(change: Partial<Schemas["Render"]> = {}): Schemas["Render"] {
  return {
    id: "r1",
    number: 1,
    status: "ready",
    film_asset_id: "film1",
    captions_vtt_asset_id: "vtt1",
    captions_srt_asset_id: "srt1",
    poster_asset_id: null,
    duration_ms: 30_000,
    width: 1280,
    height: 720,
    fps: 24,
    bytes: 4_200_000,
    loudness_lufs: -14,
    true_peak_dbtp: -1.2,
    created_at: "2026-11-22T08:01:00Z",
    stale: false,
    ...change,
  };
}

export function summary(change: Partial<Schemas["EpisodeSummary"]> = {}): Schemas["EpisodeSummary"] {
  return {
    id: "e1",
    series_id: null,
    series_title: null,
    episode_number: null,
    title: "Salt",
    logline: null,
    state: "completed",
    status: "ready",
    ratio: "16:9",
    duration_ms: 30_000,
    poster_asset_id: null,
    percent: 100,
    next_action: "watch",
    updated_at: "2026-11-22T08:00:30Z",
    created_at: "2026-11-22T08:00:00Z",
    ...change,
  };
}
