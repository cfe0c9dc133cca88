import { randomUUID } from "node:crypto";

const STAGES = ["script", "keyframes", "clips", "voices", "music", "timeline", "render"];
const SCENES = [
  [
    "EXT. LIGHTHOUSE - NIGHT",
    "Rain on the glass. Mara winds the lamp for the last time.",
    ["Wide on the tower in the storm", "Mara's hands on the brass"],
    [
      ["Narrator", "narration", "Forty years the lamp had turned, and Mara with it."],
      ["Mara", "dialogue", "One more night, old friend."],
    ],
  ],
  [
    "INT. LAMP ROOM - NIGHT",
    "Out at sea a light answers hers.",
    ["A far spark on the black water", "Her face in the beam", "The logbook, an empty line"],
    [["Narrator", "narration", "Then, from where nobody sails any more, something answered."]],
  ],
  [
    "EXT. SHORE - DAWN",
    "The boat comes in with nobody aboard but a lantern.",
    ["A boat touches the shingle", "Lantern on the empty thwart"],
    [["Mara", "dialogue", "You took your time, Tomas."]],
  ],
];
/** Name, what the character is, what it looks like, and in which shots it is seen. Tomas has no picture: he is never shown. */
const CAST = [
  [
    "Mara",
    "The keeper of the light",
    "A woman of sixty in an oilskin coat, grey plait, pale eyes, a burn on the left hand",
    [2, 4, 7],
  ],
  ["Tomas", "Her brother, lost at sea", "A man of twenty in a wet fisherman's jersey, barefoot", []],
];
/** Real lengths of the kinds, in milliseconds at speed 1. */
const LENGTH = { chat: 900, image: 700, speech: 400, music: 900, video: 1100, render: 1500 };
const SLOTS = 3;
export const FILM_MS = 12_000;

const iso = (ms) => new Date(ms).toISOString();
const usd = (amount) => ({ amount, currency: "USD" });
const free = () => usd("0.00");

/** One episode that makes itself: generations run in slots, results go into the document, events go out. */
export class Episode {
  constructor(request, { emit, speed = 1, failShot = null, unknownShot = null, simulated = false, estimated = false }) {
    Object.assign(this, { request, emit, speed, failShot, unknownShot, simulated, estimated });
    const now = Date.now();
    this.assets = new Map();
    this.createdAt = this.updatedAt = now;
    this.version = 1;
    this.id = randomUUID();
    this.state = "script_review";
    this.title = request.title;
    this.logline = null;
    this.paused = false;
    this.scenes = [];
    this.characters = [];
    this.generations = [];
    this.timeline = null;
    this.render = null;
    this.ratio = request.ratio;
    this.ask("chat", { type: "episode", id: this.id, label: "Script" });
  }

  ask(kind, target, attempt = 1) {
    const generation = {
      id: randomUUID(),
      kind,
      target,
      state: "queued",
      stage: "waiting",
      stage_index: 1,
      stage_count: 3,
      progress: null,
      progress_kind: this.estimated && kind === "video" ? "estimated" : "measured",
      queue_position: null,
      eta_p50_ms: null,
      eta_p90_ms: null,
      eta_samples: 12,
      cost_estimated: kind === "video" && this.unknownShot ? usd("0.15") : free(),
      cost_actual: null,
      cost_possible: null,
      cost_simulated: this.simulated,
      provider: "local",
      model: {
        chat: "local-story",
        image: "local-storyboard",
        video: "local-animatic",
        speech: "local-voice",
        music: "local-ambient",
        render: "local-render",
      }[kind],
      attempt,
      created_at: iso(Date.now()),
      started_at: null,
      finished_at: null,
      trace_id: randomUUID().replaceAll("-", ""),
      error: null,
      resolution: null,
      ms: 0,
    };
    this.generations.push(generation);
    this.tell("generation.requested", this.facts(generation));
    return generation;
  }

  get shots() {
    return this.scenes.flatMap((scene) => scene.shots);
  }
  get lines() {
    return this.scenes.flatMap((scene) => scene.lines);
  }
  busy(kind) {
    return this.generations.some((g) => g.kind === kind && (g.state === "queued" || g.state === "running"));
  }

  tick(ms) {
    let slots = SLOTS - this.generations.filter((g) => g.state === "running").length;
    let place = 1;
    for (const g of this.generations.filter((g) => g.state === "queued")) {
      if (slots > 0) {
        slots -= 1;
        Object.assign(g, {
          state: "running",
          stage: "preparing",
          progress: 0,
          started_at: iso(Date.now()),
          queue_position: null,
        });
      } else g.queue_position = place++;
    }
    for (const g of this.generations.filter((g) => g.state === "running")) {
      g.ms += ms * this.speed;
      const total = LENGTH[g.kind];
      g.progress = Math.min(1, g.ms / total);
      Object.assign(g, {
        stage:
          g.progress < 0.2
            ? "preparing"
            : g.progress < 0.9
              ? {
                  chat: "writing",
                  image: "drawing",
                  video: "filming",
                  speech: "speaking",
                  music: "composing",
                  render: "encoding",
                }[g.kind]
              : "storing",
        stage_index: g.progress < 0.2 ? 1 : g.progress < 0.9 ? 2 : 3,
      });
      // The figures that people see are those of a slower machine.
      g.eta_p50_ms = Math.round(((total - g.ms) / total) * 24_000);
      g.eta_p90_ms = Math.round(g.eta_p50_ms * 1.6);
      if (g.kind === "video" && g.target.label === `Shot ${this.failShot}` && g.attempt === 1 && g.progress > 0.5)
        this.fail(g);
      else if (
        g.kind === "video" &&
        g.target.label === `Shot ${this.unknownShot}` &&
        g.attempt === 1 &&
        g.progress > 0.5
      )
        this.lose(g);
      else if (g.progress >= 1) this.finish(g);
      else this.tell("generation.progress", this.facts(g));
    }
  }

  fail(g) {
    Object.assign(g, {
      state: "failed",
      finished_at: iso(Date.now()),
      error: {
        code: "content-rejected",
        title: "The provider rejected the prompt",
        detail: "A content rule of the provider. Other words may pass.",
        retryable: true,
      },
    });
    const shot = this.shots.find((s) => s.id === g.target.id);
    if (shot) shot.status = "failed";
    this.changed();
    this.tell("generation.failed", {
      ...this.facts(g),
      failure: "FAILED",
      code: g.error.code,
      detail: g.error.detail,
      retryable: true,
    });
  }

  /** The connection breaks before the provider has answered: nobody knows whether it took the job. */
  lose(g) {
    Object.assign(g, {
      state: "ambiguous",
      finished_at: iso(Date.now()),
      cost_possible: g.cost_estimated,
      error: {
        code: "ambiguous",
        title: "Ambiguous",
        detail: "The connection broke: it may or may not have reached the provider. Decide whether to send it again.",
        retryable: false,
      },
    });
    const shot = this.shots.find((s) => s.id === g.target.id);
    if (shot) shot.status = "failed";
    this.changed();
    this.tell("generation.failed", {
      ...this.facts(g),
      failure: "AMBIGUOUS",
      detail: g.error.detail,
      retryable: false,
    });
  }

  /** The person's decision; null when the other one was made before. */
  resolve(g, decision) {
    if (g.resolution) return g.resolution.decision === decision ? this.resolved(g) : null;
    g.resolution = { decision, decided_at: iso(Date.now()), successor_id: null };
    const shot = this.shots.find((s) => s.id === g.target.id);
    if (decision === "resubmit") {
      const next = this.ask(g.kind, g.target, 2);
      g.resolution.successor_id = next.id;
      if (shot) {
        shot.status = "queued";
        shot.generation_ids.push(next.id);
      }
    } else {
      g.state = "failed";
      g.error = { code: "given-up", title: "Given up", detail: "You gave it up.", retryable: true };
    }
    this.changed();
    // As the real worker does when it is told of the decision.
    this.tell("generation.failed", { ...this.facts(g), failure: "CANCELLED" });
    return this.resolved(g);
  }

  resolved(g) {
    const successor = this.generations.find((other) => other.id === g.resolution.successor_id);
    return { generation: this.plain(g), successor: successor ? this.plain(successor) : null };
  }

  possible() {
    const open = this.generations.filter((g) => g.cost_possible && g.cost_actual === null);
    return usd(open.reduce((sum, g) => sum + Number(g.cost_possible.amount), 0).toFixed(2));
  }

  finish(g) {
    Object.assign(g, {
      state: "ready",
      progress: 1,
      finished_at: iso(Date.now()),
      cost_actual: free(),
      eta_p50_ms: null,
      eta_p90_ms: null,
    });
    const asset = (type, extra = {}) => {
      const id = randomUUID();
      this.assets.set(id, { type, ...extra });
      return id;
    };
    if (g.kind === "chat") {
      this.write();
      if (this.request.autopilot) this.film();
    }
    if (g.target.type === "character_portrait") this.portray(g.target.id, g);
    else if (g.kind === "image") {
      const shot = this.shots.find((s) => s.id === g.target.id);
      shot.keyframe_asset_id = asset("still", { number: shot.global_number, ratio: this.ratio });
      shot.status = "running";
      shot.generation_ids.push(this.ask("video", g.target).id);
    }
    if (g.kind === "video") {
      const shot = this.shots.find((s) => s.id === g.target.id);
      const take = {
        id: randomUUID(),
        number: 1,
        keyframe_asset_id: shot.keyframe_asset_id,
        clip_asset_id: asset("clip"),
        duration_ms: shot.duration_ms,
        model: g.model,
        provider: "local",
        seed: 42,
        cost: free(),
        created_at: iso(Date.now()),
        stale: false,
      };
      Object.assign(shot, { status: "ready", takes: [take], selected_take_id: take.id });
    }
    if (g.kind === "speech") {
      const line = this.lines.find((l) => l.id === g.target.id);
      Object.assign(line, {
        status: "ready",
        voice: { asset_id: randomUUID(), duration_ms: 1400 + line.text.length * 55 },
      });
    }
    if (g.kind === "render") {
      this.render = {
        id: randomUUID(),
        number: 1,
        status: "ready",
        film_asset_id: asset("film"),
        captions_vtt_asset_id: asset("vtt"),
        captions_srt_asset_id: asset("srt"),
        poster_asset_id: asset("still", { number: 2, ratio: this.ratio }),
        duration_ms: FILM_MS,
        width: 1280,
        height: 720,
        fps: 24,
        bytes: 64_906,
        loudness_lufs: -14,
        true_peak_dbtp: -1.4,
        created_at: iso(Date.now()),
        stale: false,
      };
      this.state = "completed";
      this.tell("episode.stage_changed", {
        episode_id: this.id,
        from_stage: "audio_customization",
        to_stage: "completed",
      });
    }
    this.changed();
    this.tell("generation.completed", this.facts(g));
    if (this.request.autopilot && this.state === "scene_generation" && this.filmed()) {
      this.cut();
      this.state = "audio_customization";
      this.ask("render", { type: "episode", id: this.id, label: "Film" });
    }
  }

  portray(id, g) {
    const character = this.characters.find((c) => c.id === id);
    const number = character.portraits.length + 1;
    const asset_id = randomUUID();
    this.assets.set(asset_id, { type: "face", number });
    const portrait = {
      id: randomUUID(),
      number,
      asset_id,
      model: "local-storyboard",
      provider: "local",
      seed: 41 + number,
      cost: free(),
      created_at: iso(Date.now()),
      stale: false,
    };
    character.portraits.push(portrait);
    character.status = "ready";
    this.use(character, { selected_portrait_id: portrait.id }, g !== null);
  }

  draw(character) {
    const g = this.ask("image", {
      type: "character_portrait",
      id: character.id,
      label: `Portrait of ${character.name}`,
    });
    character.generation_ids.push(g.id);
    this.changed();
    return this.plain(g);
  }

  /** Another picture: shots that were made with the old one show an old face. */
  use(character, picture, aged = true) {
    Object.assign(character, picture);
    if (character.reference_asset_id) character.status = "ready";
    const shown = CAST.find(([name]) => name === character.name)[3];
    for (const shot of this.shots)
      if (aged && shot.status === "ready" && shown.includes(shot.global_number)) shot.stale = true;
    this.changed();
  }

  filmed() {
    return (
      this.shots.length > 0 &&
      this.shots.every((s) => s.status === "ready") &&
      this.lines.every((l) => l.status === "ready") &&
      !this.busy("music")
    );
  }

  write() {
    let global = 0;
    this.title ??= "The keeper's last night";
    this.logline = "A keeper, a lamp, and a light that answers.";
    this.scenes = SCENES.map(([heading, summary, shots, lines], s) => {
      const made = shots.map((description, n) => ({
        id: randomUUID(),
        number: n + 1,
        global_number: ++global,
        description,
        framing: "wide",
        camera_move: "push_in",
        people: CAST.filter(([, , , shown]) => shown.includes(global)).map(([name]) => name),
        duration_ms: 3000 + ((global * 700) % 2600),
        status: "not_started",
        stale: false,
        keyframe_asset_id: null,
        generation_ids: [],
        selected_take_id: null,
        takes: [],
      }));
      return {
        id: randomUUID(),
        number: s + 1,
        heading,
        place: null,
        time_of_day: "night",
        weather: "rain",
        mood: "hopeful",
        summary,
        status: "ready",
        shots: made,
        lines: lines.map(([speaker, kind, text], n) => ({
          id: randomUUID(),
          number: n + 1,
          shot_id: made[0].id,
          speaker,
          kind,
          text,
          status: "not_started",
          voice: null,
          generation_id: null,
          start_ms: null,
        })),
      };
    });
    this.characters = CAST.map(([name, description, look]) => ({
      id: randomUUID(),
      name,
      description,
      look,
      status: "not_started",
      reference_asset_id: null,
      selected_portrait_id: null,
      portraits: [],
      generation_ids: [],
    }));
    this.portray(this.characters[0].id, null);
  }

  film() {
    this.state = "scene_generation";
    for (const shot of this.shots) {
      if (
        shot.status === "ready" ||
        this.generations.some(
          (g) => g.target.id === shot.id && g.state !== "cancelled" && g.state !== "failed" && g.state !== "ready",
        )
      )
        continue;
      shot.status = "queued";
      shot.generation_ids.push(
        this.ask(shot.keyframe_asset_id ? "video" : "image", {
          type: "shot",
          id: shot.id,
          label: `Shot ${shot.global_number}`,
        }).id,
      );
    }
    for (const line of this.lines.filter((l) => l.status !== "ready" && l.status !== "queued")) {
      line.status = "queued";
      this.ask("speech", { type: "line", id: line.id, label: `Line ${line.number}` });
    }
    if (!this.generations.some((g) => g.kind === "music" && g.state !== "cancelled"))
      this.ask("music", { type: "episode", id: this.id, label: "Music" });
    this.changed();
  }

  cut() {
    let at = 1500;
    const scale = (FILM_MS - 3000) / this.shots.reduce((sum, s) => sum + s.duration_ms, 0);
    const clip = (kind, label, start_ms, duration_ms, ref_id = null) => ({
      id: randomUUID(),
      kind,
      ref_id,
      label,
      asset_id: null,
      start_ms: Math.round(start_ms),
      duration_ms: Math.round(duration_ms),
      in_ms: 0,
      transition_in: null,
    });
    const video = [clip("title", null, 0, 1500)];
    const voice = [],
      caption = [];
    for (const scene of this.scenes) {
      const start = at;
      for (const shot of scene.shots) {
        video.push(clip("shot", `${shot.global_number} ${shot.description}`, at, shot.duration_ms * scale, shot.id));
        at += shot.duration_ms * scale;
      }
      scene.lines.forEach((line, n) => {
        const length = (at - start) / scene.lines.length;
        voice.push(clip("line", line.speaker, start + n * length, length * 0.9, line.id));
        caption.push(clip("caption", line.text, start + n * length, length * 0.9, line.id));
      });
    }
    video.push(clip("end", null, at, FILM_MS - at));
    this.timeline = {
      revision: 1,
      duration_ms: FILM_MS,
      tracks: [
        { kind: "video", clips: video },
        { kind: "voice", clips: voice },
        { kind: "music", clips: [clip("music", "Slow tide", 0, FILM_MS)] },
        { kind: "caption", clips: caption },
      ],
    };
    this.changed();
  }

  cancel() {
    this.paused = true;
    for (const g of this.generations) if (g.state === "queued" || g.state === "running") g.state = "cancelled";
    for (const unit of [...this.shots, ...this.lines]) if (unit.status !== "ready") unit.status = "cancelled";
    this.changed();
  }

  resume() {
    this.paused = false;
    if (this.scenes.length === 0) this.ask("chat", { type: "episode", id: this.id, label: "Script" });
    else if (this.state === "audio_customization") this.ask("render", { type: "episode", id: this.id, label: "Film" });
    else this.film();
    this.changed();
  }

  retry(g) {
    this.generations = this.generations.filter((other) => other !== g);
    const shot = this.shots.find((s) => s.id === g.target.id);
    const next = this.ask(g.kind, g.target, g.attempt + 1);
    this.characters.find((c) => c.id === g.target.id)?.generation_ids.push(next.id);
    if (shot) {
      shot.status = "queued";
      shot.generation_ids.push(next.id);
    }
    this.changed();
    return this.plain(next);
  }

  facts(g) {
    return {
      generation_id: g.id,
      episode_id: this.id,
      kind: g.kind,
      target: g.target,
      state: g.state,
      stage: g.stage,
      stage_index: g.stage_index,
      stage_count: g.stage_count,
      progress: g.progress,
      progress_kind: g.progress_kind.toUpperCase(),
      queue_position: g.queue_position,
      eta_p50_ms: g.eta_p50_ms,
      eta_p90_ms: g.eta_p90_ms,
      eta_samples: g.eta_samples,
      attempt: g.attempt,
    };
  }

  changed() {
    this.version += 1;
    this.updatedAt = Date.now();
    this.tell("episode.changed", { episode_id: this.id, version: this.version });
  }
  tell(type, data) {
    this.emit(`episode:${this.id}`, type, data);
    if (type !== "generation.progress") this.emit("library", type, data);
  }
  plain({ ms, ...g }) {
    return g;
  }

  stages() {
    const of = (units, ready) => [units.filter(ready).length, units.length];
    const counts = {
      script: [this.scenes.length ? 1 : 0, 1],
      keyframes: of(this.shots, (s) => s.keyframe_asset_id),
      clips: of(this.shots, (s) => s.status === "ready"),
      voices: of(this.lines, (l) => l.status === "ready"),
      music: [this.generations.some((g) => g.kind === "music" && g.state === "ready") ? 1 : 0, 1],
      timeline: [this.timeline ? 1 : 0, 1],
      render: [this.render ? 1 : 0, 1],
    };
    const kinds = {
      script: "chat",
      keyframes: "image",
      clips: "video",
      voices: "speech",
      music: "music",
      render: "render",
    };
    return STAGES.map((name) => {
      const [done, total] = counts[name];
      const own = this.generations.filter((g) => g.kind === kinds[name] && g.target.type !== "character_portrait");
      const part = own.filter((g) => g.state === "running").reduce((sum, g) => sum + (g.progress ?? 0), 0);
      const status =
        total > 0 && done === total
          ? "ready"
          : own.some((g) => g.state === "running")
            ? "running"
            : own.some((g) => g.state === "queued")
              ? "queued"
              : own.some((g) => g.state === "failed" || (g.state === "ambiguous" && !g.resolution))
                ? "failed"
                : own.some((g) => g.state === "cancelled")
                  ? "cancelled"
                  : "not_started";
      return { name, status, done, total, percent: total ? Math.min(100, ((done + part) / total) * 100) : 0 };
    });
  }

  status() {
    if (this.generations.some((g) => g.state === "running")) return "running";
    if (this.generations.some((g) => g.state === "queued")) return "queued";
    if (this.paused) return "cancelled";
    return this.generations.some((g) => g.state === "failed" || (g.state === "ambiguous" && !g.resolution))
      ? "failed"
      : "ready";
  }

  percent() {
    const weight = { script: 6, keyframes: 18, clips: 38, voices: 10, music: 6, timeline: 2, render: 20 };
    return this.stages().reduce((sum, stage) => sum + (stage.percent / 100) * weight[stage.name], 0);
  }

  document() {
    const working = ["running", "queued"].includes(this.status());
    const percent = this.percent();
    return {
      id: this.id,
      series_id: randomSeries,
      series_title: "The Lighthouse Keeper",
      episode_number: 3,
      title: this.title,
      logline: this.logline,
      language: this.request.language === "auto" ? "en" : this.request.language,
      ratio: this.ratio,
      width: 1280,
      height: 720,
      fps: 24,
      seed: 42,
      style: "storyboard",
      seconds: this.request.seconds,
      state: this.state,
      status: this.status(),
      autopilot: this.request.autopilot,
      paused: this.paused,
      version: this.version,
      created_at: iso(this.createdAt),
      updated_at: iso(this.updatedAt),
      brief: {
        idea: this.request.idea,
        script: this.request.script,
        seconds: this.request.seconds,
        scenes: this.request.scenes,
        ratio: this.ratio,
        language: this.request.language,
        style: "storyboard",
        seed: 42,
        models: this.request.models,
      },
      guards: [
        { to: "scene_generation", allowed: this.scenes.length > 0, reasons: [] },
        { to: "timeline_editing", allowed: this.filmed(), reasons: [] },
        { to: "audio_customization", allowed: this.timeline !== null, reasons: [] },
      ],
      script: {
        status: this.scenes.length ? "ready" : "running",
        generation_id: null,
        scene_count: this.scenes.length,
        word_count: this.lines.reduce((sum, l) => sum + l.text.split(" ").length, 0),
      },
      characters: this.characters,
      scenes: this.scenes,
      timeline: this.timeline,
      audio: { voice: { name: "local", gain_db: 0, speed: 1 } },
      generations: this.generations.map(this.plain),
      stale: [],
      cost: free(),
      cost_possible: this.possible(),
      cost_simulated: this.simulated,
      progress: { percent, eta_ms: working ? Math.round((100 - percent) * 900) : null, stages: this.stages() },
      render: this.render,
      problems: this.generations
        .filter((g) => g.state === "failed" || (g.state === "ambiguous" && !g.resolution))
        .map((g) => ({
          target: g.target,
          generation_id: g.id,
          code: g.error.code,
          title: g.error.title,
          detail: g.error.detail,
          action: g.state === "ambiguous" ? "resolve" : "retry",
        })),
    };
  }

  summary() {
    const poster =
      this.render?.poster_asset_id ?? this.shots.find((s) => s.keyframe_asset_id)?.keyframe_asset_id ?? null;
    return {
      id: this.id,
      series_id: randomSeries,
      series_title: "The Lighthouse Keeper",
      episode_number: 3,
      title: this.title,
      logline: this.logline,
      state: this.state,
      status: this.status(),
      ratio: this.ratio,
      duration_ms: this.request.seconds * 1000,
      poster_asset_id: poster,
      percent: this.percent(),
      next_action:
        { failed: "retry", cancelled: "resume", running: "wait", queued: "wait" }[this.status()] ??
        (this.state === "completed" ? "watch" : this.state === "script_review" ? "approve_script" : "render"),
      updated_at: iso(this.updatedAt),
      created_at: iso(this.createdAt),
    };
  }
}

const randomSeries = randomUUID();
