// What Maven calls: installs packages when the lock changed, builds when any input changed, else does nothing.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "..");
const STAMP = "dist/.build-stamp";
const INSTALLED = "node_modules/.studio-lock";
const INPUTS = [
  "index.html",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "vite.config.ts",
  "build",
  "public",
  "src",
];

process.chdir(ROOT);

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `The Studio needs Node 20.19 or newer to be built; this is ${process.versions.node}. Install a newer one, or build with -DskipUi.`,
  );
  process.exit(1);
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

function filesUnder(input) {
  if (!existsSync(input)) return [];
  const entries = readdirSync(path.dirname(input), { withFileTypes: true });
  if (entries.find((entry) => entry.name === path.basename(input))?.isFile()) return [input];
  return readdirSync(input, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const run = (...args) => execFileSync(npm, args, { stdio: "inherit", shell: process.platform === "win32" });
const read = (file) => (existsSync(file) ? readFileSync(file, "utf8") : "");

const lock = hashOf(["package-lock.json"]);
if (read(INSTALLED) !== lock) {
  run("ci", "--ignore-scripts", "--no-audit", "--no-fund");
  writeFileSync(INSTALLED, lock);
}

const inputs = hashOf(INPUTS.flatMap(filesUnder));
if (read(STAMP) === inputs && existsSync("dist/index.html")) {
  console.log("Studio: dist/ is up to date");
} else {
  run("run", "build");
  writeFileSync(STAMP, inputs);
}
