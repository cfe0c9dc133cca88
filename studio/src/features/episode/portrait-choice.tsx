import { Check } from "lucide-react";
import { type KeyboardEvent, useId } from "react";
import { useTranslation } from "react-i18next";
import { assetUrl } from "@/api/client";
import type { Choice } from "./character-view";

/** The pictures of a character side by side, the one in use marked. */
export function PortraitChoice({
  name,
  choices,
  current,
  onChoose,
}: {
  name: string;
  choices: readonly Choice[];
  current: string | null;
  onChoose: (choice: Choice) => void;
}) {
  const { t } = useTranslation();
  const group = useId();
  if (choices.every((choice) => choice.asset === current)) return null;
  return (
    <fieldset className="mt-1 flex flex-wrap gap-1.5">
      <legend className="sr-only">{t("episode.cast.pictures_of", { name })}</legend>
      {choices.map((choice) => {
        const { asset, portrait } = choice;
        const words = portrait
          ? t(portrait.stale ? "episode.cast.portrait_stale" : "episode.cast.portrait", { number: portrait.number })
          : t("episode.cast.reference");
        return (
          <label
            key={asset}
            title={words}
            className="screening relative size-10 overflow-hidden rounded-clip border-2 border-line hover:border-line-strong has-checked:border-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={group}
              aria-label={words}
              checked={asset === current}
              className="sr-only"
              onChange={() => onChoose(choice)}
              onKeyDown={moveOnly}
            />
            <img src={assetUrl(asset)} alt="" loading="lazy" decoding="async" className="size-full object-contain" />
            {asset === current && (
              <span className="absolute right-0 bottom-0 grid size-3.5 place-items-center rounded-tl-clip bg-accent text-accent-ink">
                <Check aria-hidden size={10} strokeWidth={3} />
              </span>
            )}
          </label>
        );
      })}
    </fieldset>
  );
}

/** Arrows only look around, Space chooses: every choice changes which shots are out of date. */
function moveOnly(event: KeyboardEvent<HTMLInputElement>) {
  const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const radios = [...(event.currentTarget.closest("fieldset")?.querySelectorAll("input") ?? [])];
  radios.at((radios.indexOf(event.currentTarget) + step) % radios.length)?.focus();
}
