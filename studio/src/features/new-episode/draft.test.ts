import { expect, it } from "vitest";
import { EMPTY_BRIEF } from "./brief-form";
import { clearDraft, readDraft, writeDraft } from "./draft";
import { submissionFor } from "./submission";

it("comes back as it was written", () => {
  const draft = { values: { ...EMPTY_BRIEF, idea: "A fox." }, submission: { body: "{}", key: "k" } };
  writeDraft(draft);
  expect(readDraft()).toEqual(draft);
  clearDraft();
  expect(readDraft()).toBeNull();
});

it("survives damage and older versions", () => {
  localStorage.setItem("studio.new.v1", "{oops");
  expect(readDraft()).toBeNull();
  localStorage.setItem("studio.new.v1", JSON.stringify({ values: { idea: "A fox.", ratio: "4:3", autopilot: "yes" } }));
  expect(readDraft()).toEqual({ values: { ...EMPTY_BRIEF, idea: "A fox." }, submission: null });
});

it("keeps the key of the same request and changes it with the request", () => {
  const first = submissionFor("a", null);
  expect(submissionFor("a", first)).toBe(first);
  expect(submissionFor("b", first).key).not.toBe(first.key);
});
