import { expect, it } from "vitest";
import { fileName, money, wholePercent } from "./figures";
import { documentTitle } from "./use-title";

it("never shows 100 % before the end", () => {
  expect(wholePercent(99.96)).toBe(99);
  expect(wholePercent(-3)).toBe(0);
});

it("puts the percent in front of the title while something is made", () => {
  expect(documentTitle(["The keeper", ""], 62.9)).toBe("(62%) The keeper – Studio");
  expect(documentTitle(["Library"], null)).toBe("Library – Studio");
});

it("keeps fractions of a cent visible", () => {
  expect(money({ amount: "1.85", currency: "USD" }, "en")).toBe("$1.85");
  expect(money({ amount: "0.0042", currency: "USD" }, "en")).toBe("$0.0042");
});

it("makes a file name of every title", () => {
  expect(fileName("The Keeper's: Last/Night", "mp4")).toBe("The-Keeper-s-Last-Night.mp4");
  expect(fileName("守塔人", "srt")).toBe("守塔人.srt");
  expect(fileName("???", "vtt")).toBe("episode.vtt");
});
