// Runs before the first paint, so that a light page never flashes dark. Same keys as src/app/appearance.ts.
(() => {
  const root = document.documentElement;
  let theme = "system";
  let language = "";
  try {
    theme = localStorage.getItem("studio.theme") || theme;
    language = localStorage.getItem("studio.language") || language;
  } catch {}
  const light = theme === "light" || (theme !== "dark" && matchMedia("(prefers-color-scheme: light)").matches);
  root.dataset.theme = light ? "light" : "dark";
  root.lang = language || (navigator.language.startsWith("zh") ? "zh" : "en");
})();
