import { describe, expect, it } from "vitest";
import { ago, exactSpan, timecode, waitSpan } from "./time";

describe("timecode", () => {
  it.each([
    [0, "00:00"],
    [4_999, "00:04"],
    [83_000, "01:23"],
    [3_661_000, "1:01:01"],
    [-5, "00:00"],
  ])("writes %i ms as %s", (ms, words) => expect(timecode(ms)).toBe(words));
});

describe("waitSpan", () => {
  it.each([
    [3_000, { unit: "moment" }],
    [6_000, { unit: "seconds", count: 10 }],
    [38_000, { unit: "seconds", count: 40 }],
    [58_000, { unit: "minutes", count: 1 }],
    [80_000, { unit: "minutes", count: 2 }],
    [130_000, { unit: "minutes", count: 2 }],
    [4_000_000, { unit: "hours", count: 1 }],
  ])("rounds %i ms so that it is rather long than short", (ms, span) => expect(waitSpan(ms)).toEqual(span));
});

it("says a known length to the second", () => {
  expect(exactSpan(95_000)).toEqual({ unit: "seconds", count: 95 });
  expect(exactSpan(300_000)).toEqual({ unit: "minutes", count: 5 });
});

it("leaves the first minute to the caller's words", () => {
  const now = Date.parse("2026-11-22T08:00:00Z");
  expect(ago("2026-11-22T07:59:30Z", now, "en")).toBeNull();
  expect(ago("2026-11-22T05:00:00Z", now, "en")).toBe("3 hours ago");
  expect(ago("2026-11-21T08:00:00Z", now, "zh")).toBe("昨天");
});
