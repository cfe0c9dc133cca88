import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import { episode } from "@/test/examples";
import { refuse, renderAt } from "@/test/render-at";
import { server } from "@/test/setup";
import { readDraft } from "./draft";

const CREATE = "*/api/v1/episodes";
const created = {
  id: "e1",
  series_id: null,
  episode_number: null,
  title: null,
  state: "script_review",
  status: "queued",
};

describe("the form", () => {
  it("does not send an empty idea, and says so at the field", async () => {
    renderAt("/new");
    await userEvent.click(await screen.findByRole("button", { name: "Make the film" }));
    expect(await screen.findByText("Write what the episode is about.")).toBeVisible();
    expect(screen.getByLabelText("What is it about?")).toHaveFocus();
  });

  it("makes one episode of a double click, and one after a lost answer", async () => {
    const keys: (string | null)[] = [];
    server.use(
      http.post(CREATE, ({ request }) => {
        keys.push(request.headers.get("Idempotency-Key"));
        return keys.length === 1 ? HttpResponse.error() : HttpResponse.json(created, { status: 201 });
      }),
      http.get("*/api/v1/editor/episode/e1/state", () => HttpResponse.json(episode())),
    );
    const { router } = renderAt("/new?example=fox");
    const button = await screen.findByRole("button", { name: "Make the film" });
    await userEvent.dblClick(button);
    expect(await screen.findByText("ViMax does not answer")).toBeVisible();
    expect(keys).toHaveLength(1);
    expect(readDraft()?.submission?.key).toBe(keys[0]);

    await userEvent.click(screen.getByRole("button", { name: "Make the film" }));
    expect(await screen.findByRole("heading", { name: "The keeper's last night" })).toBeVisible();
    expect(keys).toEqual([keys[0], keys[0]]);
    expect(router.state.location.pathname).toBe("/episodes/e1");
    expect(readDraft()).toBeNull();
  });

  it("puts the server's complaints at their fields", async () => {
    server.use(
      http.post(CREATE, () =>
        refuse(422, {
          code: "validation-failed",
          title: "Not valid",
          errors: [{ field: "seconds", code: "range", message: "This model makes at most 20 seconds." }],
        }),
      ),
    );
    renderAt("/new?example=fox");
    await userEvent.click(await screen.findByRole("button", { name: "Make the film" }));
    expect(await screen.findByText("This model makes at most 20 seconds.")).toBeVisible();
    expect(screen.getByLabelText("Length")).toHaveAttribute("aria-invalid", "true");
  });

  it("offers the length that a script needs", async () => {
    server.use(
      http.post(CREATE, () =>
        refuse(422, { code: "script-too-long", title: "Too long", detail: "It takes longer.", needed_seconds: 48 }),
      ),
    );
    renderAt("/new?from=script");
    await userEvent.type(await screen.findByLabelText("Your script"), "A long story.");
    await userEvent.click(screen.getByRole("button", { name: "Make the film" }));
    await userEvent.click(await screen.findByRole("button", { name: "Set the length to 48 seconds" }));
    expect(screen.getByLabelText("Length")).toHaveValue("48");
  });

  it("refuses a file that is no text", async () => {
    renderAt("/new?from=script");
    const user = userEvent.setup({ applyAccept: false });
    const [picker] = (await screen.findAllByLabelText("Open a file")).filter((element) => element.tagName === "INPUT");
    await user.upload(picker as HTMLInputElement, new File([new Uint8Array([0, 1, 2])], "film.txt"));
    expect(await screen.findByText("film.txt is not a text file.")).toBeVisible();
  });
});
