import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import { frameSink } from "@/live/live";
import { episode, generation, rendered, shot } from "@/test/examples";
import { refuse, renderAt } from "@/test/render-at";
import { server } from "@/test/setup";

const STATE = "*/api/v1/editor/episode/e1/state";

describe("an episode", () => {
  it("tells how far it is, what happens and how long it takes", async () => {
    server.use(http.get(STATE, () => HttpResponse.json(episode())));
    renderAt("/episodes/e1");
    expect(await screen.findByRole("progressbar", { name: "Progress of the episode" })).toHaveAttribute(
      "aria-valuetext",
      "41%, Filming shots, about 40 seconds left",
    );
    expect(screen.getByRole("progressbar", { name: "Shot 1" })).toHaveAttribute("aria-valuenow", "40");
    expect(document.title).toBe("(41%) The keeper's last night – Studio");
  });

  it("says about for estimates", async () => {
    const generations = [generation({ progress_kind: "estimated" })];
    server.use(http.get(STATE, () => HttpResponse.json(episode({ generations }))));
    renderAt("/episodes/e1");
    expect(await screen.findByRole("progressbar", { name: "Shot 1" })).toHaveAttribute("aria-valuetext", "about 40%");
  });

  it("moves with live events", async () => {
    server.use(http.get(STATE, () => HttpResponse.json(episode())));
    const { client } = renderAt("/episodes/e1");
    const bar = await screen.findByRole("progressbar", { name: "Shot 1" });
    const frame = {
      type: "generation.progress",
      topic: "episode:e1",
      data: { generation_id: "g1", progress: 0.75, state: "running" },
    };
    await act(async () => {
      frameSink(client)(frame);
      await new Promise((done) => setTimeout(done, 50));
    });
    expect(bar).toHaveAttribute("aria-valuenow", "75");
  });

  it("stops and resumes", async () => {
    server.use(
      http.get(STATE, () => HttpResponse.json(episode())),
      http.post("*/api/v1/editor/episode/e1/cancel", () => {
        const paused = episode({ paused: true, status: "cancelled", generations: [], version: 4 });
        server.use(http.get(STATE, () => HttpResponse.json(paused)));
        return HttpResponse.json(paused);
      }),
    );
    renderAt("/episodes/e1");
    await userEvent.click(await screen.findByRole("button", { name: "Stop" }));
    expect(await screen.findByRole("button", { name: "Resume" })).toBeVisible();
    expect(screen.getByText("Stopped. What is finished is kept.")).toBeVisible();
  });

  it("starts a failed shot again", async () => {
    const generations = [
      generation({ state: "failed", error: { code: "x", title: "Rejected", detail: null, retryable: true } }),
    ];
    const problems = [
      {
        target: { type: "shot", id: "shot1", label: "Shot 1" },
        generation_id: "g1",
        code: "x",
        title: "Rejected",
        detail: "A rule.",
        action: "retry",
      },
    ];
    let retried = "";
    server.use(
      http.get(STATE, () => HttpResponse.json(episode({ generations, problems, status: "failed" }))),
      http.post("*/api/v1/generations/:id/retry", ({ params }) => {
        retried = String(params.id);
        return HttpResponse.json(generation({ state: "queued" }), { status: 202 });
      }),
    );
    renderAt("/episodes/e1");
    await userEvent.click(await screen.findByRole("button", { name: "Retry" }));
    await expect.poll(() => retried).toBe("g1");
  });

  describe("a job of which nobody knows whether the provider took it", () => {
    const unknown = generation({
      state: "ambiguous",
      progress: null,
      cost_possible: { amount: "0.15", currency: "USD" },
      error: { code: "ambiguous", title: "Ambiguous", detail: "The connection broke.", retryable: false },
    });
    const asking = (change = {}) =>
      episode({
        status: "failed",
        generations: [{ ...unknown, ...change }],
        scenes: [
          { ...episode().scenes[0], shots: [shot({ status: "failed" })] } as ReturnType<typeof episode>["scenes"][0],
        ],
        cost_possible: { amount: "0.15", currency: "USD" },
        problems: [
          {
            target: { type: "shot", id: "shot1", label: "Shot 1" },
            generation_id: "g1",
            code: "ambiguous",
            title: "Shot 1: nobody knows whether the provider took this job",
            detail: "The connection broke.",
            action: "resolve",
          },
        ],
      });

    it("is told with what it may have cost, and not as a failure", async () => {
      server.use(http.get(STATE, () => HttpResponse.json(asking())));
      renderAt("/episodes/e1");
      expect(await screen.findByText("Shot 1: We do not know whether the provider took this job")).toBeVisible();
      expect(screen.getByText(/It may have cost \$0\.15\.$/)).toBeVisible();
      expect(screen.getByText("Undecided")).toBeVisible();
      expect(screen.getByText("Waiting for your decision")).toBeVisible();
      expect(screen.getByText("Possibly paid besides").nextSibling).toHaveTextContent("$0.15");
      expect(screen.queryByText("Failed")).toBeNull();
      expect(screen.queryByRole("button", { name: "Retry" })).toBeNull();
    });

    it.each([
      ["Send again (may be paid twice)", "resubmit"],
      ["Give up", "give_up"],
    ] as const)("%s", async (name, decision) => {
      const decided: unknown[] = [];
      server.use(
        http.get(STATE, () => HttpResponse.json(asking())),
        http.post("*/api/v1/generations/:id/resolve", async ({ params, request }) => {
          decided.push([params.id, await request.json()]);
          const resolution = { decision, decided_at: "2026-11-22T08:01:00Z", successor_id: null };
          server.use(http.get(STATE, () => HttpResponse.json(episode({ version: 9 }))));
          return HttpResponse.json({ generation: { ...unknown, resolution }, successor: null });
        }),
      );
      renderAt("/episodes/e1");
      await userEvent.click(await screen.findByRole("button", { name }));
      await expect.poll(() => screen.queryByRole("button", { name })).toBeNull();
      expect(decided).toEqual([["g1", { decision }]]);
    });

    it("says that nobody pays simulated prices", async () => {
      const simulated = { ...asking({ cost_simulated: true }), cost_simulated: true };
      server.use(http.get(STATE, () => HttpResponse.json(simulated)));
      renderAt("/episodes/e1");
      expect(
        await screen.findByText(/It may have cost \$0\.15 at simulated prices, which nobody pays\.$/),
      ).toBeVisible();
      expect(screen.getByText("Cost so far").nextSibling).toHaveTextContent("$0.00, simulated: nobody pays");
    });

    it("stays as the person decided when the worker lets go of it", async () => {
      server.use(http.get(STATE, () => HttpResponse.json(asking())));
      const { client } = renderAt("/episodes/e1");
      await screen.findByRole("button", { name: "Give up" });
      const data = { generation_id: "g1", failure: "cancelled" };
      await act(async () => {
        frameSink(client)({ type: "generation.failed", topic: "episode:e1", data });
        await new Promise((done) => setTimeout(done, 50));
      });
      expect(screen.getByRole("button", { name: "Give up" })).toBeVisible();
    });
  });

  it("shows a problem of the episode as a whole", async () => {
    const halted = {
      target: null,
      generation_id: null,
      code: "budget-exceeded",
      title: "Budget exceeded",
      detail: "Raise the budget.",
      action: "resume",
    };
    server.use(
      http.get(STATE, () => HttpResponse.json(episode({ generations: [], problems: [halted], status: "failed" }))),
    );
    renderAt("/episodes/e1");
    expect(await screen.findByText("Budget exceeded")).toBeVisible();
  });

  it("plays the film with captions and gives the files away", async () => {
    const done = episode({ state: "completed", status: "ready", generations: [], render: rendered() });
    server.use(http.get(STATE, () => HttpResponse.json(done)));
    renderAt("/episodes/e1");
    const film = await screen.findByLabelText("The keeper's last night, the film");
    expect(film.querySelector("track")).toHaveAttribute("default");
    expect(screen.getByRole("link", { name: /MP4/ })).toHaveAttribute(
      "href",
      "/api/v1/assets/film1?download=The-keeper-s-last-night.mp4",
    );
    expect(document.title).toBe("The keeper's last night – Studio");
  });

  it("says when there is no such episode", async () => {
    server.use(http.get(STATE, () => refuse(404, { code: "not-found", title: "Not found" })));
    renderAt("/episodes/e1");
    expect(await screen.findByRole("heading", { name: "Nothing is here" })).toBeVisible();
  });
});
