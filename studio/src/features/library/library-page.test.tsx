import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import { summary } from "@/test/examples";
import { refuse, renderAt } from "@/test/render-at";
import { server } from "@/test/setup";

const LIST = "*/api/v1/episodes";

describe("the library", () => {
  it("offers three ideas when it is empty", async () => {
    server.use(http.get(LIST, () => HttpResponse.json({ items: [], next_cursor: null })));
    renderAt("/");
    expect(await screen.findByRole("heading", { name: "Make your first episode" })).toBeVisible();
    expect(screen.getByRole("link", { name: /fox who took the train/ })).toHaveAttribute("href", "/new?example=fox");
  });

  it("shows the running stage with its percent, and goes on by cursor", async () => {
    server.use(
      http.get(LIST, ({ request }) =>
        new URL(request.url).searchParams.get("cursor") === "c2"
          ? HttpResponse.json({ items: [summary({ id: "e2", title: "Low tide" })], next_cursor: null })
          : HttpResponse.json({
              items: [summary({ state: "scene_generation", status: "running", percent: 62.4, next_action: null })],
              next_cursor: "c2",
            }),
      ),
    );
    renderAt("/");
    const all = await screen.findByRole("region", { name: "All episodes" });
    expect(within(all).getByText("62%")).toBeVisible();
    expect(within(all).getByText("Filming shots")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Show more" }));
    expect(await within(all).findByText("Low tide")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Show more" })).toBeNull();
  });

  it("says what failed and tries again", async () => {
    server.use(http.get(LIST, () => refuse(403, { code: "forbidden", title: "Forbidden", trace_id: "abc" })));
    renderAt("/");
    expect(await screen.findByText("Request abc")).toBeVisible();
    server.use(http.get(LIST, () => HttpResponse.json({ items: [summary()], next_cursor: null })));
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Salt")).toBeVisible();
  });

  it("gives way to the signed-out page", async () => {
    server.use(http.get(LIST, () => HttpResponse.json({ items: [], next_cursor: null })));
    renderAt("/");
    server.use(http.get("*/api/v1/session", () => refuse(401, { code: "not-signed-in", title: "Sign in" })));
    expect(await screen.findByRole("heading", { name: "You are signed out" })).toBeVisible();
  });
});
