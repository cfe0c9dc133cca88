import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import type { Schemas } from "@/api/client";
import { refuse, renderAt } from "@/test/render-at";
import { server } from "@/test/setup";

const LIST = "*/api/v1/models/available";

function model(change: Partial<Schemas["Model"]>): Schemas["Model"] {
  return {
    name: "local-animatic",
    category: "video",
    provider: "local",
    description: "Moves a camera",
    price: { unit: "generation", micros: 0, simulated: false },
    state: "active",
    available: true,
    reason: null,
    ...change,
  };
}

function clipModels(): HTMLElement[] {
  return within(screen.getByLabelText("Clips")).getAllByRole("option");
}

describe("the choice of models", () => {
  it("marks the prices of a simulated provider, and says why one cannot be used", async () => {
    const items = [
      model({
        name: "no-key",
        provider: "google",
        available: false,
        reason: "There is no key for google yet; add one.",
      }),
      model({ name: "veo3-fast", provider: "yunwu", state: "retired" }),
      model({
        name: "veo3.1-fast",
        provider: "yunwu",
        price: { unit: "generation", micros: 150_000, simulated: true },
      }),
      model({}),
      model({ name: "dear", provider: "ark", price: { unit: "second", micros: 20_000, simulated: false } }),
      model({ name: "unpriced", provider: "ark", price: { unit: "unknown", micros: null, simulated: false } }),
    ];
    server.use(http.get(LIST, () => HttpResponse.json({ items, next_cursor: null })));
    renderAt("/new");
    await userEvent.click(await screen.findByText("Models"));
    await screen.findByLabelText("Clips");
    expect(clipModels().map((option) => option.textContent)).toEqual([
      "As usual",
      "dear · ark · $0.02 a second",
      "local-animatic · local · free",
      "unpriced · ark · price not known",
      "veo3.1-fast · yunwu, simulated · $0.15 each · simulated price, nobody pays",
      "no-key · google · free · There is no key for google yet; add one.",
    ]);
    expect(clipModels().at(-1)).toBeDisabled();
  });

  it("sends what was chosen, and nothing for the usual one", async () => {
    let sent: Schemas["EpisodeCreate"] | undefined;
    server.use(
      http.get(LIST, () => HttpResponse.json({ items: [model({ name: "veo3.1-fast" })], next_cursor: null })),
      http.post("*/api/v1/episodes", async ({ request }) => {
        sent = (await request.json()) as Schemas["EpisodeCreate"];
        return refuse(503, { code: "unavailable", title: "Not now" });
      }),
    );
    renderAt("/new");
    await userEvent.type(await screen.findByLabelText("What is it about?"), "A clock.");
    await userEvent.click(screen.getByText("Models"));
    await userEvent.selectOptions(await screen.findByLabelText("Clips"), "veo3.1-fast");
    await userEvent.click(screen.getByRole("button", { name: "Make the film" }));
    await expect
      .poll(() => sent?.models)
      .toEqual({ chat: null, image: null, video: "veo3.1-fast", speech: null, music: null });
  });

  it("does not stand in the way when the list cannot be read", async () => {
    server.use(http.get(LIST, () => refuse(422, { code: "x", title: "No" })));
    renderAt("/new");
    await userEvent.click(await screen.findByText("Models"));
    expect(await screen.findByText("The list of models cannot be read now.")).toBeVisible();
    expect(screen.getByRole("button", { name: "Make the film" })).toBeEnabled();
  });
});
