import { type APIRequestContext, expect, type Page } from "@playwright/test";

export interface World {
  posts: number;
  sockets: number;
  episodes: { id: string; title: string | null; status: string; state: string }[];
}

/** Changes the mock server's world; see e2e/mock-server/main.mjs. */
export async function mock(request: APIRequestContext, action: string, body: object = {}): Promise<World> {
  const response = await request.post(`/__mock/${action}`, { data: body });
  expect(response.ok()).toBe(true);
  return (await response.json()) as World;
}

/** An episode that stands still after so many ticks of 100 ms. */
export async function madeEpisode(request: APIRequestContext, ticks: number, freeze = true): Promise<string> {
  const response = await request.post("/api/v1/episodes", {
    headers: { "Idempotency-Key": crypto.randomUUID() },
    data: {
      series_id: null,
      title: null,
      idea: "A keeper on her last night sees a light answer from the sea.",
      script: null,
      seconds: 30,
      scenes: null,
      ratio: "16:9",
      language: "en",
      seed: 42,
      models: null,
      autopilot: true,
    },
  });
  const { id } = (await response.json()) as { id: string };
  await mock(request, "advance", { id, ticks, freeze });
  return id;
}

export async function appear(page: Page, theme: string, language: string): Promise<void> {
  await page.addInitScript(
    ([chosenTheme, chosenLanguage]) => {
      localStorage.setItem("studio.theme", chosenTheme ?? "");
      localStorage.setItem("studio.language", chosenLanguage ?? "");
    },
    [theme, language],
  );
}

/** Fails a test on anything that the page complains about: script errors and refusals of the content policy. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) errors.push(message.text());
  });
  return errors;
}
