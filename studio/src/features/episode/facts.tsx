import clsx from "clsx";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { money } from "@/lib/figures";
import { timecode } from "@/lib/time";

/** Cost first, then what the episode was asked to be. */
export function Facts({ episode }: { episode: Schemas["EpisodeState"] }) {
  const { t, i18n } = useTranslation();
  const { render } = episode;
  const length =
    render?.duration_ms ?? episode.timeline?.duration_ms ?? (episode.seconds === null ? null : episode.seconds * 1000);
  const models = [
    ...new Set(episode.generations.map((generation) => generation.model).filter((model) => model !== null)),
  ];
  const price = (value: Schemas["Money"]) => {
    const cost = money(value, i18n.language);
    return episode.cost_simulated ? t("episode.cost_simulated", { cost }) : cost;
  };
  const language = (["en", "zh", "auto"] as const).find((known) => known === episode.language);
  /** Name, value, and whether the value is a figure. */
  const rows: [string, string | null, boolean][] = [
    [t("episode.cost"), price(episode.cost), true],
    [t("episode.cost_possible"), Number(episode.cost_possible.amount) > 0 ? price(episode.cost_possible) : null, true],
    [t("episode.length"), length === null ? null : timecode(length), true],
    [
      t("episode.picture"),
      episode.width && episode.height ? `${episode.ratio} · ${episode.width}×${episode.height}` : episode.ratio,
      true,
    ],
    [t("episode.language"), language ? t(`lang.${language}`) : episode.language, false],
    [t("episode.seed"), episode.seed === null ? null : String(episode.seed), true],
    [
      t("episode.loudness"),
      render && render.loudness_lufs !== null
        ? `${new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(render.loudness_lufs)} LUFS`
        : null,
      true,
    ],
    [t("episode.models"), models.length > 0 ? models.join(", ") : null, false],
    [
      t("episode.made"),
      new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium", timeStyle: "short" }).format(
        new Date(episode.created_at),
      ),
      false,
    ],
  ];
  return (
    <section aria-labelledby="details" className="px-5 py-4">
      <h2 id="details" className="mb-3 font-semibold text-ui">
        {t("episode.details")}
      </h2>
      <dl className="flex flex-col gap-2">
        {rows.map(
          ([name, value, figures]) =>
            value !== null && (
              <div key={name} className="flex justify-between gap-4">
                <dt className="shrink-0 text-ink-2">{name}</dt>
                <dd className={clsx("min-w-0 text-right text-ink text-ui", figures && "tabular")}>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {episode.brief.idea && (
        <div className="mt-4">
          <h3 className="mb-1 text-ink-2">{t("episode.brief")}</h3>
          <p className="break-words text-ink text-read">{episode.brief.idea}</p>
        </div>
      )}
    </section>
  );
}
