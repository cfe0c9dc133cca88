import { useSyncExternalStore } from "react";
import { changeLanguage, type Language } from "@/i18n/i18n";
import { readStored, writeStored } from "@/lib/storage";

export type Theme = "system" | "light" | "dark";

const THEME = "studio.theme";
const LANGUAGE = "studio.language";
const listeners = new Set<() => void>();
const light = typeof matchMedia === "function" ? matchMedia("(prefers-color-scheme: light)") : null;

function storedTheme(): Theme {
  const stored = readStored(THEME);
  return stored === "light" || stored === "dark" ? stored : "system";
}

export function setTheme(theme: Theme): void {
  writeStored(THEME, theme === "system" ? null : theme);
  paint();
  for (const listener of listeners) listener();
}

function paint(): void {
  const theme = storedTheme();
  document.documentElement.dataset.theme = theme === "system" ? (light?.matches ? "light" : "dark") : theme;
}

export function followSystemTheme(): void {
  light?.addEventListener("change", paint);
  paint();
}

export function useTheme(): Theme {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, storedTheme);
}

export function preferredLanguage(): Language {
  const stored = readStored(LANGUAGE);
  if (stored === "en" || stored === "zh") return stored;
  return navigator.language.startsWith("zh") ? "zh" : "en";
}

export function setLanguage(language: Language): Promise<void> {
  writeStored(LANGUAGE, language);
  return changeLanguage(language);
}
