import * as z from "zod/mini";
import type { Schemas } from "@/api/client";

export const IDEA_MAX = 4_000;
export const SCRIPT_MAX = 100_000;
export const SECONDS_MIN = 5;
export const SECONDS_MAX = 600;
export const SCENES_MAX = 60;

/** Everything as the person typed it; numbers become numbers only in the request. */
const fields = z.object({
  source: z.enum(["idea", "script"]),
  idea: z.string(),
  script: z.string(),
  scriptFormat: z.enum(["auto", "plain", "markdown", "fountain"]),
  fileName: z.string(),
  seconds: z.string(),
  scenes: z.string(),
  ratio: z.enum(["16:9", "9:16", "1:1"]),
  language: z.enum(["auto", "en", "zh"]),
  seed: z.string(),
  modelChat: z.string(),
  modelImage: z.string(),
  modelVideo: z.string(),
  modelSpeech: z.string(),
  modelMusic: z.string(),
  autopilot: z.boolean(),
});

export type BriefValues = z.infer<typeof fields>;

export const EMPTY_BRIEF: BriefValues = {
  source: "idea",
  idea: "",
  script: "",
  scriptFormat: "auto",
  fileName: "",
  seconds: "30",
  scenes: "",
  ratio: "16:9",
  language: "auto",
  seed: "",
  modelChat: "",
  modelImage: "",
  modelVideo: "",
  modelSpeech: "",
  modelMusic: "",
  autopilot: true,
};

/** Empty stands for the person's usual choice. */
export const MODEL_FIELDS = {
  chat: "modelChat",
  image: "modelImage",
  video: "modelVideo",
  speech: "modelSpeech",
  music: "modelMusic",
} as const;

export type BriefError =
  | "idea_required"
  | "idea_long"
  | "script_required"
  | "script_long"
  | "seconds_range"
  | "seconds_required"
  | "scenes_range"
  | "seed_number";

/** Messages are names of translations. */
export const briefSchema = fields.check((payload) => {
  const values = payload.value;
  const refuse = (field: keyof BriefValues, message: BriefError) =>
    payload.issues.push({ code: "custom", input: values[field], path: [field], message });

  if (values.source === "idea") {
    if (values.idea.trim() === "") refuse("idea", "idea_required");
    else if (length(values.idea.trim()) > IDEA_MAX) refuse("idea", "idea_long");
  } else if (values.script.trim() === "") refuse("script", "script_required");
  else if (length(values.script) > SCRIPT_MAX) refuse("script", "script_long");

  if (values.seconds.trim() === "") {
    if (values.source === "idea") refuse("seconds", "seconds_required");
  } else if (!within(values.seconds, SECONDS_MIN, SECONDS_MAX)) refuse("seconds", "seconds_range");
  if (values.scenes.trim() !== "" && !within(values.scenes, 1, SCENES_MAX)) refuse("scenes", "scenes_range");
  // JSON numbers of a browser are exact only so far.
  if (values.seed.trim() !== "" && !within(values.seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)) {
    refuse("seed", "seed_number");
  }
});

/** UTF-16 units, as Java counts them. */
export function length(text: string): number {
  return text.length;
}

function within(text: string, least: number, most: number): boolean {
  if (!/^[+-]?\d+$/.test(text.trim())) return false;
  const value = Number(text);
  return value >= least && value <= most;
}

function integer(text: string): number | null {
  return text.trim() === "" ? null : Number(text);
}

/** The request of valid values. */
export function toRequest(values: BriefValues): Schemas["EpisodeCreate"] {
  const script = values.source === "script";
  return {
    series_id: null,
    title: null,
    idea: script ? null : values.idea.trim(),
    script: script ? values.script : null,
    script_format: script ? values.scriptFormat : "auto",
    seconds: integer(values.seconds),
    scenes: integer(values.scenes),
    ratio: values.ratio,
    language: values.language,
    style: "storyboard",
    seed: integer(values.seed),
    models: {
      chat: values.modelChat || null,
      image: values.modelImage || null,
      video: values.modelVideo || null,
      speech: values.modelSpeech || null,
      music: values.modelMusic || null,
    },
    autopilot: values.autopilot,
    budget: null,
  };
}

const FIELDS: Record<string, keyof BriefValues> = {
  idea: "idea",
  script: "script",
  script_format: "script",
  seconds: "seconds",
  scenes: "scenes",
  ratio: "ratio",
  language: "language",
  seed: "seed",
  autopilot: "autopilot",
};

/** Where on the form a refusal of the server belongs; null: it belongs to none of its fields. */
export function fieldOf(serverField: string): keyof BriefValues | null {
  return FIELDS[serverField] ?? null;
}
