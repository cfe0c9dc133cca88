import { describe, expect, it } from "vitest";
import { type BriefValues, briefSchema, EMPTY_BRIEF, fieldOf, toRequest } from "./brief-form";

function complaints(change: Partial<BriefValues>): Record<string, string> {
  const result = briefSchema.safeParse({ ...EMPTY_BRIEF, idea: "A keeper.", ...change });
  return Object.fromEntries((result.error?.issues ?? []).map((issue) => [String(issue.path[0]), issue.message]));
}

describe("the brief", () => {
  it("is good with an idea alone", () => expect(complaints({})).toEqual({}));
  it.each<[Partial<BriefValues>, Record<string, string>]>([
    [{ idea: "  " }, { idea: "idea_required" }],
    [{ idea: "x".repeat(4001) }, { idea: "idea_long" }],
    [{ source: "script" }, { script: "script_required" }],
    [{ source: "script", script: "x".repeat(100_001) }, { script: "script_long" }],
    [{ seconds: "" }, { seconds: "seconds_required" }],
    [{ source: "script", script: "Hi.", seconds: "" }, {}],
    [{ seconds: "4" }, { seconds: "seconds_range" }],
    [{ seconds: "601" }, { seconds: "seconds_range" }],
    [{ seconds: "12.5" }, { seconds: "seconds_range" }],
    [{ scenes: "61" }, { scenes: "scenes_range" }],
    [{ seed: "abc" }, { seed: "seed_number" }],
    [{ seed: "-7" }, {}],
  ])("%o gives %o", (change, expected) => expect(complaints(change)).toEqual(expected));

  it("sends exactly one of idea and script", () => {
    const request = toRequest({
      ...EMPTY_BRIEF,
      source: "script",
      idea: "left over",
      script: "Hi.",
      scenes: "3",
      seconds: "",
    });
    expect(request).toMatchObject({ idea: null, script: "Hi.", scenes: 3, seconds: null, seed: null });
  });

  it("knows where a complaint of the server belongs", () => {
    expect(fieldOf("seconds")).toBe("seconds");
    expect(fieldOf("models.video")).toBeNull();
  });
});
