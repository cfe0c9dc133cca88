import { expect, test } from "@playwright/test";
import { madeEpisode, mock, watchErrors } from "./world";

test("from an idea to a film that plays with captions", async ({ page, request }) => {
  test.setTimeout(120_000);
  await mock(request, "reset", { speed: 0.7 });
  const errors = watchErrors(page);
  // Every value that the bar ever showed, however slow the machine of the test is.
  await page.addInitScript(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    setInterval(() => {
      const value = document.querySelector("section > [role=progressbar]")?.getAttribute("aria-valuenow");
      if (value && Number(value) !== seen.at(-1)) seen.push(Number(value));
    }, 50);
  });
  await page.goto("/");
  await page.getByRole("link", { name: /keeper's last night/ }).click();
  await page.getByLabel("Length").fill("20");
  await page.getByRole("button", { name: "Make the film" }).dblclick();
  await expect(page).toHaveURL(/\/episodes\//);
  expect((await mock(request, "set")).episodes).toHaveLength(1);

  const bar = page.getByRole("progressbar", { name: "Progress of the episode" });
  await expect(bar).toBeVisible();
  await expect(page).toHaveTitle(/^\(\d+%\) /);
  await expect(page.getByRole("img", { name: /Keyframe of shot 1/ })).toBeVisible();
  const film = page.getByLabel(/, the film$/);
  await expect(film).toBeVisible({ timeout: 60_000 });
  const seen = await page.evaluate(() => (window as unknown as { seen: number[] }).seen);
  expect(seen.length).toBeGreaterThan(2);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  await expect(page).toHaveTitle(/^The keeper/);
  await film.evaluate((video: HTMLVideoElement) => {
    video.muted = true;
    return video.play();
  });
  await expect.poll(() => film.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0.5);
  const track = await film.evaluate((video: HTMLVideoElement) => ({
    mode: video.textTracks[0]?.mode,
    cues: video.textTracks[0]?.cues?.length,
  }));
  expect(track.mode).toBe("showing");
  expect(track.cues).toBeGreaterThan(0);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: /MP4/ }).click();
  expect((await download).suggestedFilename()).toBe("The-keeper-s-last-night.mp4");
  expect(errors).toEqual([]);
});

test("a reload in the middle comes back to the same place and goes on", async ({ page, request }) => {
  await mock(request, "reset");
  const id = await madeEpisode(request, 25, false);
  await page.goto(`/episodes/${id}`);
  await expect(page.getByRole("progressbar", { name: "Progress of the episode" })).toBeVisible();
  const before = (await mock(request, "set")).posts;
  await page.reload();
  await expect(page.getByRole("progressbar", { name: "Progress of the episode" })).toBeVisible();
  await expect(page.getByLabel(/, the film$/)).toBeVisible({ timeout: 30_000 });
  expect((await mock(request, "set")).posts).toBe(before);
});

test("a cut socket is noticed, polled over, and caught up", async ({ page, request }) => {
  await mock(request, "reset", { speed: 0.3 });
  const id = await madeEpisode(request, 60, false);
  await page.goto(`/episodes/${id}`);
  const bar = page.getByRole("progressbar", { name: "Progress of the episode" });
  await expect(bar).toBeVisible();
  await expect.poll(async () => (await mock(request, "set")).sockets).toBe(1);
  await mock(request, "cut", { ms: 9_000 });
  await expect(page.getByText("Reconnecting…")).toBeVisible();
  await expect(page.getByText("Offline – changes are kept")).toBeVisible({ timeout: 8_000 });
  const cutAt = Number(await bar.getAttribute("aria-valuenow"));
  // Polled while the socket is away.
  await expect
    .poll(async () => Number(await bar.getAttribute("aria-valuenow")), { timeout: 12_000 })
    .toBeGreaterThan(cutAt);
  await expect(page.getByText("Live", { exact: true })).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText("Live", { exact: true })).toBeHidden();
  await mock(request, "advance", { id, ticks: 400 });
  await expect(page.getByLabel(/, the film$/)).toBeVisible();
});

test("a lost answer never makes two episodes, not even over a reload", async ({ page, request }) => {
  // Chromium itself repeats a request whose connection broke: all answers are lost for a while.
  await mock(request, "reset", { loseAnswers: 1000 });
  await page.goto("/new?example=market");
  await page.getByRole("button", { name: "Make the film" }).click();
  await expect(page.getByText("ViMax does not answer")).toBeVisible();
  await mock(request, "set", { loseAnswers: 0 });
  await page.reload();
  await page.getByRole("button", { name: "Make the film" }).click();
  await expect(page).toHaveURL(/\/episodes\//);
  const world = await mock(request, "set");
  expect(world.posts).toBeGreaterThan(1);
  expect(world.episodes).toHaveLength(1);
});

test("a draft survives leaving the page", async ({ page, request }) => {
  await mock(request, "reset");
  await page.goto("/new");
  await page.getByLabel("What is it about?").fill("A clock that runs on rain.");
  await page.getByRole("link", { name: "Library" }).click();
  await page.getByRole("navigation").getByRole("link", { name: "New episode" }).click();
  await expect(page.getByLabel("What is it about?")).toHaveValue("A clock that runs on rain.");
});

test("stop keeps what is finished, resume makes the rest; a failed shot is retried", async ({ page, request }) => {
  await mock(request, "reset", { failShot: 4, speed: 0.5 });
  const id = await madeEpisode(request, 44, false);
  await page.goto(`/episodes/${id}`);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("Stopped. What is finished is kept.")).toBeVisible();
  await mock(request, "set", { speed: 2 });
  await page.getByRole("button", { name: "Resume" }).click();
  await page.getByRole("button", { name: "Retry" }).click({ timeout: 20_000 });
  await expect(page.getByLabel(/, the film$/)).toBeVisible({ timeout: 20_000 });
});

test("step by step without autopilot", async ({ page, request }) => {
  await mock(request, "reset", { speed: 4 });
  await page.goto("/new?example=fox");
  await page.getByRole("switch", { name: "Autopilot" }).click();
  await page.getByRole("button", { name: "Write the script" }).click();
  for (const name of ["Film the shots", "Build the timeline", "Go to sound", "Render the film"]) {
    await page.getByRole("button", { name }).click({ timeout: 20_000 });
  }
  await expect(page.getByLabel(/, the film$/)).toBeVisible({ timeout: 20_000 });
});

test("the clip plays under the pointer", async ({ page, request }) => {
  await mock(request, "reset");
  const id = await madeEpisode(request, 400);
  await page.goto(`/episodes/${id}`);
  const card = page.getByRole("button", { name: "Play shot 1" });
  await card.hover();
  const clip = page.getByRole("button", { name: "Pause shot 1" }).locator("video");
  await expect.poll(() => clip.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0.1);
  await page.mouse.move(5, 5);
  await expect(card).toBeVisible();
});

test("the link signs in: the signed-out page goes away by itself", async ({ page, request }) => {
  await mock(request, "reset", { signedIn: false });
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "You are signed out" })).toBeVisible();
  await mock(request, "set", { signedIn: true });
  await expect(page.getByRole("heading", { name: "Make your first episode" })).toBeVisible();
});

test.describe("a shot that the provider may or may not have taken", () => {
  const WHAT = "We do not know whether the provider took this job";

  test("is sent again by a decision, and its film is made", async ({ page, request }) => {
    await mock(request, "reset", { unknownShot: 4, speed: 2 });
    const id = await madeEpisode(request, 400);
    await page.goto(`/episodes/${id}`);
    await expect(page.getByText(`Shot 4: ${WHAT}`)).toBeVisible();
    await expect(page.getByText(/It may have cost \$0\.15\.$/)).toBeVisible();
    await expect(page.getByText("Waiting for your decision")).toBeVisible();
    await expect(page.getByLabel(/, the film$/)).toBeHidden();
    // Whatever else was missing is made; nothing is sent in its place.
    expect((await mock(request, "advance", { id, ticks: 300, freeze: false })).episodes[0]?.status).toBe("failed");

    await page.getByRole("button", { name: "Send again (may be paid twice)" }).click();
    await expect(page.getByText(WHAT).first()).toBeHidden();
    await expect(page.getByLabel(/, the film$/)).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText("Possibly paid besides")).toBeVisible();
  });

  test("is given up, and asked for anew when the person wants", async ({ page, request }) => {
    await mock(request, "reset", { unknownShot: 4, speed: 2 });
    const id = await madeEpisode(request, 400, false);
    await page.goto(`/episodes/${id}`);
    await page.getByRole("button", { name: "Give up" }).click();
    await expect(page.getByText("Shot 4: Given up")).toBeVisible();
    await expect(page.getByText("Possibly paid besides")).toBeVisible();
    await page.getByRole("button", { name: "Retry" }).click();
    await expect(page.getByLabel(/, the film$/)).toBeVisible({ timeout: 20_000 });
  });
});

test("models of a simulated provider are marked where they are chosen and where their cost stands", async ({
  page,
  request,
}) => {
  await mock(request, "reset", { simulated: true, speed: 4 });
  await page.goto("/new?example=fox");
  await page.getByText("Models", { exact: true }).click();
  const clips = page.getByLabel("Clips");
  await expect(clips.getByRole("option", { name: /veo3/ })).toHaveText(
    "veo3.1-fast · yunwu, simulated · $0.15 each · simulated price, nobody pays",
  );
  await expect(clips.getByRole("option", { name: /seedance/ })).toBeDisabled();
  await clips.selectOption("veo3.1-fast");
  await expect(page.getByText("Makes video · simulated price, nobody pays")).toBeVisible();
  await page.reload();
  await expect(clips).toHaveValue("veo3.1-fast");
  await page.getByRole("button", { name: "Make the film" }).click();
  await expect(page.getByText("$0.00, simulated: nobody pays")).toBeVisible();
});

test("a character gets another portrait, the old one back, and a picture of the person's own", async ({
  page,
  request,
}) => {
  await mock(request, "reset");
  const id = await madeEpisode(request, 500, false);
  await page.goto(`/episodes/${id}`);
  const cast = page.getByRole("region", { name: "Cast" });
  await expect(cast.getByRole("img", { name: "Portrait of Mara" })).toBeVisible();
  await expect(page.getByText("Out of date")).toHaveCount(0);

  await cast.getByRole("button", { name: "Another portrait: Mara" }).click();
  const first = cast.getByRole("radio", { name: "Portrait 1" });
  const second = cast.getByRole("radio", { name: "Portrait 2" });
  await expect(second).toBeChecked();
  await expect(page.getByText("Out of date").first()).toBeVisible();
  await second.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(first).toBeFocused();
  await expect(second).toBeChecked();
  await page.keyboard.press("Space");
  await expect(first).toBeChecked();

  const file = cast.getByLabel("Picture file for Mara");
  await file.setInputFiles({ name: "mara.txt", mimeType: "text/plain", buffer: Buffer.from("Mara") });
  await expect(cast.getByRole("alert")).toHaveText("mara.txt is not sent: choose a PNG, JPEG or WebP picture.");
  const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  await file.setInputFiles({ name: "mara.png", mimeType: "image/png", buffer: Buffer.from(png, "base64") });
  await expect(cast.getByRole("img", { name: "Reference picture of Mara" })).toBeVisible();
  await expect(cast.getByRole("radio", { name: "Reference picture" })).toBeChecked();
  await expect(cast.getByRole("alert")).toHaveCount(0);
});
