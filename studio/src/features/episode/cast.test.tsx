import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import type { Schemas } from "@/api/client";
import { character, episode, generation, portrait } from "@/test/examples";
import { refuse, renderAt } from "@/test/render-at";
import { server } from "@/test/setup";

const EDITOR = "*/api/v1/editor/episode/e1";
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const two = { portraits: [portrait(), portrait({ id: "p2", number: 2, asset_id: "face2" })] };

/** The episode with this character, as every read and every answer shows it from now on. */
function cast(change: Partial<Schemas["Character"]>, version = 3, generations: Schemas["Generation"][] = []) {
  const document = episode({ characters: [character(change)], generations, version });
  server.use(http.get(`${EDITOR}/state`, () => HttpResponse.json(document)));
  return HttpResponse.json(document);
}

const panel = () => screen.findByRole("region", { name: "Cast" });
const portraitWork = (change: Partial<Schemas["Generation"]>) =>
  generation({ kind: "image", target: { type: "character_portrait", id: "c1", label: "Mara" }, ...change });
const bring = async (file: File) =>
  userEvent.upload(await screen.findByLabelText("Picture file for Mara"), file, { applyAccept: false });

describe("the cast", () => {
  it("shows who is in it: picture, name, look", async () => {
    cast({});
    renderAt("/episodes/e1");
    const mara = within(await panel());
    expect(mara.getByRole("img", { name: "Portrait of Mara" })).toHaveAttribute("src", "/api/v1/assets/face1");
    expect(mara.getByRole("heading", { name: "Mara" })).toBeVisible();
    expect(mara.getByTitle("A woman of sixty in an oilskin coat, grey plait, pale eyes")).toBeVisible();
    expect(mara.queryByRole("radio")).toBeNull();
  });

  it("is not there for an episode without characters", async () => {
    server.use(http.get(`${EDITOR}/state`, () => HttpResponse.json(episode())));
    renderAt("/episodes/e1");
    await screen.findByRole("region", { name: "Script" });
    expect(screen.queryByRole("region", { name: "Cast" })).toBeNull();
  });

  it("stands in for a picture that nobody makes, without a word about it", async () => {
    cast({ status: "not_started", portraits: [], selected_portrait_id: null });
    renderAt("/episodes/e1");
    const mara = within(await panel());
    expect(mara.getByText("M")).toBeVisible();
    expect(mara.queryByRole("img")).toBeNull();
    expect(mara.queryByText("Not started")).toBeNull();
    expect(mara.getByRole("button", { name: "Make a portrait: Mara" })).toBeEnabled();
  });

  it.each([
    ["measured", "40%"],
    ["estimated", "about 40%"],
  ] as const)("tells how far a portrait is: %s", async (kind, words) => {
    cast({}, 3, [portraitWork({ progress_kind: kind })]);
    renderAt("/episodes/e1");
    const bar = within(await panel()).getByRole("progressbar", { name: "Portrait of Mara" });
    expect(bar).toHaveAttribute("aria-valuetext", words);
    expect(screen.getByRole("button", { name: "Another portrait: Mara" })).toBeDisabled();
  });

  it("says why a portrait failed, and keeps the one there is", async () => {
    const error = { code: "x", title: "The provider rejected the prompt", detail: "A rule.", retryable: true };
    cast({}, 3, [portraitWork({ state: "failed", error })]);
    renderAt("/episodes/e1");
    const mara = within(await panel());
    expect(mara.getByText("The provider rejected the prompt")).toHaveAttribute("title", "A rule.");
    expect(mara.getByText("Failed")).toBeVisible();
    expect(mara.getByRole("img", { name: "Portrait of Mara" })).toBeVisible();
  });

  it("says what one more portrait costs, when it costs something", async () => {
    cast({ portraits: [portrait({ cost: { amount: "0.04", currency: "USD" } })] });
    renderAt("/episodes/e1");
    expect(await screen.findByRole("button", { name: "Another portrait, about $0.04: Mara" })).toBeVisible();
  });

  it("makes another portrait", async () => {
    cast({});
    server.use(
      http.post(`${EDITOR}/character/c1/portrait`, () => {
        cast({}, 4, [portraitWork({ state: "queued", progress: null })]);
        return HttpResponse.json({ generation: portraitWork({ state: "queued" }) }, { status: 202 });
      }),
    );
    renderAt("/episodes/e1");
    await userEvent.click(await screen.findByRole("button", { name: "Another portrait: Mara" }));
    expect(await within(await panel()).findByText("Queued")).toBeVisible();
  });

  it("says why another portrait could not be asked for", async () => {
    cast({});
    const detail = "Something is being made already.";
    server.use(
      http.post(`${EDITOR}/character/c1/portrait`, () =>
        refuse(409, { code: "already-under-way", title: "No", detail }),
      ),
    );
    renderAt("/episodes/e1");
    await userEvent.click(await screen.findByRole("button", { name: "Another portrait: Mara" }));
    expect(await screen.findByRole("alert")).toHaveTextContent(detail);
  });
});

describe("choosing among portraits", () => {
  it("marks the one in use, and takes the other by the keyboard only when asked", async () => {
    const chosen: string[] = [];
    cast(two);
    server.use(
      http.post(`${EDITOR}/character/c1/portraits/:portrait/select`, ({ params }) => {
        chosen.push(String(params.portrait));
        return cast({ ...two, selected_portrait_id: "p2" }, 4);
      }),
    );
    renderAt("/episodes/e1");
    const group = within(await screen.findByRole("group", { name: "Pictures of Mara" }));
    const first = group.getByRole("radio", { name: "Portrait 1" });
    const second = group.getByRole("radio", { name: "Portrait 2" });
    expect(first).toBeChecked();
    first.focus();
    await userEvent.keyboard("{ArrowRight}");
    expect(second).toHaveFocus();
    expect(chosen).toEqual([]);
    await userEvent.keyboard(" ");
    expect(second).toBeChecked();
    await expect
      .poll(() => screen.getByRole("img", { name: "Portrait of Mara" }).getAttribute("src"))
      .toBe("/api/v1/assets/face2");
    expect(chosen).toEqual(["p2"]);
  });

  it("goes back to the one in use when it was refused", async () => {
    cast(two);
    server.use(
      http.post(`${EDITOR}/character/c1/portraits/p2/select`, () =>
        refuse(503, { code: "unavailable", title: "Away", detail: "Try it in a minute." }),
      ),
    );
    renderAt("/episodes/e1");
    await userEvent.click(await screen.findByRole("radio", { name: "Portrait 2" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Try it in a minute.");
    expect(screen.getByRole("radio", { name: "Portrait 1" })).toBeChecked();
  });

  it("takes the place of a reference picture, which stays to choose", async () => {
    const calls: string[] = [];
    cast({ reference_asset_id: "own" });
    server.use(
      http.post(`${EDITOR}/character/c1/portraits/p1/select`, () => {
        calls.push("select");
        return cast({ reference_asset_id: "own" }, 4);
      }),
      http.put(`${EDITOR}/character/c1/reference`, async ({ request }) => {
        const { asset_id } = (await request.json()) as { asset_id: string | null };
        calls.push(`refer ${asset_id}`);
        return cast({ reference_asset_id: asset_id }, 4 + calls.length);
      }),
    );
    renderAt("/episodes/e1");
    expect(await screen.findByRole("radio", { name: "Reference picture" })).toBeChecked();
    await userEvent.click(screen.getByRole("radio", { name: "Portrait 1" }));
    expect(await screen.findByRole("img", { name: "Portrait of Mara" })).toBeVisible();
    await userEvent.click(screen.getByRole("radio", { name: "Reference picture" }));
    expect(await screen.findByRole("img", { name: "Reference picture of Mara" })).toBeVisible();
    expect(calls).toEqual(["select", "refer null", "refer own"]);
  });
});

describe("a picture of the person's own", () => {
  it("is sent as what it is, and put to use", async () => {
    const sent: unknown[] = [];
    cast({});
    server.use(
      http.post("*/api/v1/assets", async ({ request }) => {
        sent.push(request.headers.get("Content-Type"), (await request.arrayBuffer()).byteLength);
        return HttpResponse.json(
          { id: "own", media_type: "image/png", bytes: 8, width: 1, height: 1 },
          { status: 201 },
        );
      }),
      http.put(`${EDITOR}/character/c1/reference`, async ({ request }) => {
        sent.push(await request.json());
        return cast({ reference_asset_id: "own" }, 4);
      }),
    );
    renderAt("/episodes/e1");
    await bring(new File([PNG], "mara.jpg", { type: "image/jpeg" }));
    expect(await screen.findByRole("img", { name: "Reference picture of Mara" })).toBeVisible();
    expect(sent).toEqual(["image/png", PNG.byteLength, { asset_id: "own" }]);
  });

  it("is not sent when it is of another kind or too large", async () => {
    cast({});
    server.use(http.post("*/api/v1/assets", () => expect.unreachable("it was sent")));
    renderAt("/episodes/e1");
    await bring(new File(["GIF89a, not taken"], "mara.gif", { type: "image/gif" }));
    expect(await screen.findByRole("alert")).toHaveTextContent(
      "mara.gif is not sent: choose a PNG, JPEG or WebP picture.",
    );
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();

    await bring(new File([PNG, new Uint8Array(12_000_000)], "large.png", { type: "image/png" }));
    await expect
      .poll(() => screen.getByRole("alert").textContent)
      .toBe("large.png is not sent: it has 12 MB, choose a picture of at most 10 MB.");
    expect(screen.getByRole("img", { name: "Portrait of Mara" })).toBeVisible();
  });

  it("that the server cannot read is told so", async () => {
    cast({});
    server.use(
      http.post("*/api/v1/assets", () => refuse(422, { code: "no-picture", title: "No picture", detail: "Damaged." })),
    );
    renderAt("/episodes/e1");
    await bring(new File([PNG], "mara.png"));
    expect(await screen.findByRole("alert")).toHaveTextContent(
      "The picture cannot be read: choose another PNG, JPEG or WebP picture.",
    );
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  });

  it("is kept when it could not be sent, and sent once when only its use failed", async () => {
    let uploads = 0;
    cast({});
    server.use(http.post("*/api/v1/assets", () => HttpResponse.error()));
    renderAt("/episodes/e1");
    await bring(new File([PNG], "mara.png"));
    expect(await screen.findByRole("alert")).toHaveTextContent(
      "ViMax does not answer. Your picture is kept here: try again in a moment.",
    );

    server.use(
      http.post("*/api/v1/assets", () => {
        uploads += 1;
        return HttpResponse.json({ id: "own" }, { status: 201 });
      }),
      http.put(`${EDITOR}/character/c1/reference`, () => refuse(503, { code: "unavailable", title: "Away" })),
    );
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    await expect
      .poll(() => screen.queryByRole("alert")?.textContent)
      .toContain("The picture could not be put to use. It is kept here: try again.");

    server.use(http.put(`${EDITOR}/character/c1/reference`, () => cast({ reference_asset_id: "own" }, 4)));
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("img", { name: "Reference picture of Mara" })).toBeVisible();
    expect(screen.queryByRole("alert")).toBeNull();
    expect(uploads).toBe(1);
  });
});
