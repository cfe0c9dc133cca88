import { describe, expect, it } from "vitest";
import { character, generation, portrait } from "@/test/examples";
import { characterView, choices, initials } from "./character-view";

const target = { type: "character_portrait", id: "c1", label: "Mara" };
const drawing = generation({ id: "g2", kind: "image", target, progress: 0.3 });
const broken = generation({
  ...drawing,
  state: "failed",
  error: { code: "x", title: "Rejected", detail: null, retryable: true },
});

describe("what a card says about a character", () => {
  it("is the selected portrait and nothing else when all is well", () => {
    const second = portrait({ id: "p2", number: 2, asset_id: "face2" });
    const view = characterView(character({ portraits: [portrait(), second], selected_portrait_id: "p2" }), [
      generation(),
      { ...drawing, state: "ready" },
    ]);
    expect(view).toEqual({ picture: { asset: "face2", portrait: second }, status: null, work: null, blocked: false });
  });

  it("is the reference picture before every portrait", () => {
    const view = characterView(character({ reference_asset_id: "own" }), [broken]);
    expect(view.picture).toEqual({ asset: "own", portrait: null });
    expect(view.status).toBeNull();
  });

  it("is nothing about a portrait that nobody makes", () => {
    for (const status of ["not_started", "cancelled"] as const) {
      const view = characterView(character({ status, portraits: [], selected_portrait_id: null }), [generation()]);
      expect(view).toEqual({ picture: null, status: null, work: null, blocked: false });
    }
  });

  it.each([
    ["running", drawing, true],
    ["queued", { ...drawing, state: "queued" }, true],
    ["undecided", { ...drawing, state: "ambiguous" }, true],
    ["failed", broken, false],
  ] as const)("is %s, and whether another may be asked for", (status, work, blocked) => {
    const view = characterView(character(), [work, generation()]);
    expect(view).toMatchObject({ status, blocked, work: { id: "g2" } });
  });

  it("is not a failure that a later portrait made good", () => {
    expect(characterView(character(), [broken, { ...drawing, id: "g3", state: "ready" }]).status).toBeNull();
  });

  it("is out of date when the words of the character changed", () => {
    expect(characterView(character({ status: "stale" }), []).status).toBe("stale");
  });
});

it("offers the reference picture beside the portraits, also after another one was chosen", () => {
  expect(choices(character(), "own").map((choice) => choice.asset)).toEqual(["own", "face1"]);
  expect(choices(character(), null).map((choice) => choice.asset)).toEqual(["face1"]);
});

it.each([
  ["Mara", "M"],
  ["old tomas reed", "OR"],
  ["Jean-Luc", "JL"],
  ["玛拉", "玛"],
  ["アン・シャーリー", "ア"],
  ["", ""],
])("%s without a picture is %s", (name, letters) => {
  expect(initials(name)).toBe(letters);
});
