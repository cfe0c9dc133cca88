// Fails when src/api/schema.d.ts is not what src/api/openapi.json says.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const folder = mkdtempSync(path.join(tmpdir(), "studio-api-"));
try {
  const fresh = path.join(folder, "schema.d.ts");
  execFileSync("npx", ["--no-install", "openapi-typescript", "src/api/openapi.json", "-o", fresh], { stdio: "pipe" });
  if (readFileSync(fresh, "utf8") !== readFileSync("src/api/schema.d.ts", "utf8")) {
    console.error("src/api/schema.d.ts is out of date. Run: npm run api:gen");
    process.exit(1);
  }
  console.log("API types match openapi.json");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
