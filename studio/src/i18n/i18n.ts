import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type en from "./en.json";

export type Language = "en" | "zh";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    nsSeparator: false;
    resources: { translation: typeof en };
  }
}

const LOADERS: Record<Language, () => Promise<{ default: unknown }>> = {
  en: () => import("./en.json"),
  zh: () => import("./zh.json"),
};

async function load(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, "translation")) return;
  i18next.addResourceBundle(language, "translation", (await LOADERS[language]()).default);
}

export async function startI18n(language: Language): Promise<void> {
  const ready = i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    // Names such as "ratio_16:9" are whole keys.
    nsSeparator: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    resources: {},
  });
  await ready;
  await load(language);
  await i18next.changeLanguage(language);
}

export async function changeLanguage(language: Language): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
