import { expect, it } from "vitest";
import en from "./en.json";
import zh from "./zh.json";

function names(tree: object, path = ""): string[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === "string" ? [`${path}${name}`] : names(value as object, `${path}${name}.`),
  );
}

/** Chinese has one form for all counts. */
const forms = (list: string[]) => new Set(list.filter((name) => !name.endsWith("_one")));

it("has every word in both languages", () => {
  expect(forms(names(zh))).toEqual(forms(names(en)));
});

it("fills in the same values", () => {
  const holes = (text: string) => [...text.matchAll(/{{\w+}}/g)].map(([hole]) => hole).sort();
  const word = (tree: object, path: string) =>
    path.split(".").reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], tree);
  for (const path of forms(names(en))) {
    expect(holes(String(word(zh, path))), path).toEqual(holes(String(word(en, path))));
  }
});
