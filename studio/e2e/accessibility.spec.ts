import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { appear, madeEpisode, mock } from "./world";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

for (const theme of ["dark", "light"]) {
  for (const language of ["en", "zh"]) {
    test(`no axe violation anywhere: ${theme}, ${language}`, async ({ page, request }) => {
      test.setTimeout(120_000);
      await page.emulateMedia({ reducedMotion: "reduce" });
      await appear(page, theme, language);
      const check = async (name: string) => {
        const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
        expect(violations.map((violation) => `${name}: ${violation.id} ${violation.nodes[0]?.html}`)).toEqual([]);
      };
      const open = async (address: string, name: string) => {
        await page.goto(address);
        await expect(page.locator("main")).toBeVisible();
        await page.waitForLoadState("networkidle");
        await check(name);
      };

      await mock(request, "reset");
      await open("/", "empty library");
      await open("/new", "new");
      await page.locator("button[type=submit]").click();
      await expect(page.getByRole("alert").first()).toBeVisible();
      await check("new with an error");
      await open("/new?from=script", "new from a script");
      await open("/nowhere", "not found");

      await mock(request, "reset", { library: "full", freeze: true });
      await open("/", "library");
      await page.getByRole("navigation").getByRole("button").click();
      await expect(page.getByRole("menu")).toBeVisible();
      await check("menu");

      await mock(request, "reset", { failing: 500 });
      await page.goto("/");
      await expect(page.getByRole("alert")).toBeVisible();
      await check("library with an error");

      await mock(request, "reset", { failShot: 4, estimated: true });
      await open(`/episodes/${await madeEpisode(request, 4)}`, "script");
      await open(`/episodes/${await madeEpisode(request, 42)}`, "filming");
      await open(`/episodes/${await madeEpisode(request, 400)}`, "a failed shot");
      await mock(request, "reset", { unknownShot: 4, simulated: true });
      await open(`/episodes/${await madeEpisode(request, 400)}`, "a shot to decide about");
      await open("/new", "new");
      await page.locator("summary").first().click();
      await expect(page.locator("select").first()).toBeVisible();
      await check("choice of models");
      await mock(request, "reset");
      await open(`/episodes/${await madeEpisode(request, 500)}`, "film");
      await page.setViewportSize({ width: 320, height: 700 });
      await check("film, 320 px");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

      await mock(request, "reset", { signedIn: false });
      await open("/", "signed out");
    });
  }
}

test("from the library to the film with the keyboard alone", async ({ page, request }) => {
  await mock(request, "reset", { speed: 4 });
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Make your first episode" })).toBeVisible();
  const tabTo = async (name: RegExp) => {
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press("Tab");
      const words = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement | null;
        const labels = (element as HTMLInputElement | null)?.labels;
        return element?.getAttribute("aria-label") ?? labels?.[0]?.textContent ?? element?.textContent ?? "";
      });
      if (name.test(words)) return;
    }
    throw new Error(`the keyboard never reached ${name}`);
  };
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await tabTo(/fox who took the train/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/new/);
  await expect(page.locator("main")).toBeFocused();
  await tabTo(/What is it about/);
  await page.keyboard.press("End");
  await page.keyboard.type(" It snows.");
  await tabTo(/^Wide/);
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Upright" })).toBeChecked();
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/\/episodes\//);
  await expect(page.getByLabel(/, the film$/)).toBeVisible({ timeout: 30_000 });
  await tabTo(/^Playhead/);
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("slider", { name: "Playhead" })).toHaveAttribute("aria-valuenow", "1");
  await tabTo(/Account and appearance/);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Account and appearance" })).toBeFocused();
});
