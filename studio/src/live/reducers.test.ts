import { describe, expect, it } from "vitest";
import { episode, generation } from "@/test/examples";
import { type Frame, parseFrame } from "./frame";
import { coalesce, episodeId, withGeneration } from "./reducers";

const progress = (data: Record<string, unknown>): Frame => ({
  type: "generation.progress",
  data: { generation_id: "g1", state: "running", ...data },
});

describe("withGeneration", () => {
  it("takes the figures of a progress event, in the words of the document", () => {
    const after = withGeneration(
      episode(),
      progress({ state: "storing", progress: 0.7, progress_kind: "ESTIMATED", eta_p50_ms: 9_000, stage: "storing" }),
    );
    expect(after.generations[0]).toMatchObject({
      state: "running",
      progress: 0.7,
      progress_kind: "estimated",
      eta_p50_ms: 9_000,
      stage: "storing",
    });
  });

  it("never runs a bar backwards within one attempt, and starts again with the next", () => {
    const before = episode();
    expect(withGeneration(before, progress({ progress: 0.1 })).generations[0]?.progress).toBe(0.4);
    expect(withGeneration(before, progress({ progress: 0.1, attempt: 2 })).generations[0]?.progress).toBe(0.1);
  });

  it("does not wake up what is finished", () => {
    const before = episode({ generations: [generation({ state: "ready", progress: 1 })] });
    expect(withGeneration(before, progress({ progress: 0.9 }))).toBe(before);
  });

  it("is the same object when an event comes twice", () => {
    const once = withGeneration(episode(), progress({ progress: 0.7 }));
    expect(withGeneration(once, progress({ progress: 0.7 }))).toBe(once);
  });

  it("tells cancelled from failed", () => {
    const ended = (failure: string) =>
      withGeneration(episode(), { type: "generation.failed", data: { generation_id: "g1", failure } }).generations[0]
        ?.state;
    expect(ended("CANCELLED")).toBe("cancelled");
    expect(ended("FAILED")).toBe("failed");
    expect(ended("AMBIGUOUS")).toBe("ambiguous");
  });

  it("keeps what is over when a worker lets go of it", () => {
    const before = episode({ generations: [generation({ state: "ambiguous" })] });
    const event = { type: "generation.failed", data: { generation_id: "g1", failure: "cancelled" } };
    expect(withGeneration(before, event)).toBe(before);
  });

  it("leaves an episode alone that does not know the generation", () => {
    const before = episode();
    expect(withGeneration(before, { type: "generation.progress", data: { generation_id: "other" } })).toBe(before);
  });
});

it("keeps only the newest progress of each generation", () => {
  const done: Frame = { type: "generation.completed", data: { generation_id: "g1" } };
  const frames = [progress({ progress: 0.1 }), progress({ progress: 0.2 }), done];
  expect(coalesce(frames)).toEqual([frames[1], done]);
});

it("finds the episode in the data or in the topic", () => {
  expect(episodeId({ type: "episode.changed", data: { episode_id: "e1" } })).toBe("e1");
  expect(episodeId({ type: "episode.changed", topic: "episode:e2", data: {} })).toBe("e2");
  expect(episodeId({ type: "episode.changed", topic: "library", data: {} })).toBeUndefined();
});

it("reads frames with care", () => {
  expect(parseFrame('{"v":1,"cursor":7,"type":"hello"}')).toEqual({ type: "hello", cursor: "7", data: {} });
  expect(parseFrame("not json")).toBeNull();
  expect(parseFrame('{"v":1}')).toBeNull();
  expect(parseFrame(new ArrayBuffer(1))).toBeNull();
});
