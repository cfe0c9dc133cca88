import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import { frameSink } from "@/live/live";
import { episode, generation, rendered } from "@/test/examples";
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
