// Sizes of what the browser loads, gzip -9, against the budgets. Reads the manifest of the last build.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const BUDGET_KB = { "first route": 175, css: 25, "/new": 60, "/episodes/:id": 60 };
const LAZY = {
  "/new": "src/features/new-episode/new-episode-page.tsx",
  "/episodes/:id": "src/features/episode/episode-page.tsx",
};

const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8"));
const kb = (file) => gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length / 1024;

/** A chunk with everything that it imports at once (not what it loads later). */
function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key]?.imports ?? []) closure(next, seen);
  return seen;
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const library = "src/features/library/library-page.tsx";
const language = "src/i18n/en.json";
const first = closure(entry);
for (const key of [library, language]) if (manifest[key]) closure(key, first);

const sizes = { "first route": 0, css: 0 };
for (const key of first) sizes["first route"] += kb(manifest[key].file);
const styles = new Set(Object.values(manifest).flatMap((chunk) => chunk.css ?? []));
for (const file of styles) sizes.css += kb(file);
for (const [route, key] of Object.entries(LAZY)) {
  if (!manifest[key]) throw new Error(`no chunk for ${route}`);
  sizes[route] = [...closure(key)].filter((k) => !first.has(k)).reduce((sum, k) => sum + kb(manifest[k].file), 0);
}

let failed = false;
for (const [name, size] of Object.entries(sizes)) {
  const over = size > BUDGET_KB[name];
  failed ||= over;
  console.log(`${name.padEnd(14)} ${size.toFixed(1).padStart(6)} KB of ${BUDGET_KB[name]} KB${over ? "  OVER" : ""}`);
}
process.exit(failed ? 1 : 0);
