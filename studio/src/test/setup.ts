import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { ws } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll } from "vitest";
import { startI18n } from "@/i18n/i18n";

/** The live socket opens and stays silent: live events have tests of their own. */
const live = ws.link("ws://*/api/v1/ws");

export const server = setupServer(live.addEventListener("connection", () => {}));

beforeAll(async () => {
  server.listen({ onUnhandledRequest: "error" });
  await startI18n("en");
});
afterEach(() => {
  cleanup();
  server.resetHandlers();
  localStorage.clear();
});
afterAll(() => server.close());
