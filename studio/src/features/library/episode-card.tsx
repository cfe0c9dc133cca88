import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { assetUrl, type Schemas } from "@/api/client";
import { wholePercent } from "@/lib/figures";
import { ago, timecode } from "@/lib/time";
import { Frame, TimeBadge } from "@/ui/frame";
import { ProgressLine } from "@/ui/progress";
import { StatusChip } from "@/ui/status-chip";
import { inMotion, isKnownAction, statusOf } from "./library-view";

type Item = Schemas["EpisodeSummary"];

export function EpisodeCard({ item, now, eager }: { item: Item; now: number; eager: boolean }) {
  const { t, i18n } = useTranslation();
  const moving = inMotion(item);
  const title = item.title ?? t("common.untitled");
  return (
    <Link
      to="/episodes/$id"
      params={{ id: item.id }}
      className="group block overflow-hidden rounded-card border border-line bg-bg-1 transition-colors duration-120 hover:border-line-strong"
    >
      <Poster item={item} title={title} eager={eager} />
      <div className="flex flex-col gap-1 px-3 py-2.5">
        <div className="flex items-center justify-between gap-2">
          <h3 className="truncate font-semibold text-ui" title={title}>
            {title}
          </h3>
          <CardStatus item={item} />
        </div>
        <p className="truncate text-ink-3 text-meta">
          {moving
            ? t(`library.state.${item.state}`)
            : (ago(item.updated_at, now, i18n.language) ?? t("common.just_now"))}
          {item.series_title && ` · ${item.series_title}`}
          {item.series_title &&
            item.episode_number !== null &&
            ` ${t("episode.number", { number: item.episode_number })}`}
        </p>
      </div>
    </Link>
  );
}

/** The same episode as a wide row with its next step. */
export function ContinueCard({ item }: { item: Item }) {
  const { t } = useTranslation();
  const title = item.title ?? t("common.untitled");
  const action = item.next_action;
  return (
    <Link
      to="/episodes/$id"
      params={{ id: item.id }}
      className="group grid grid-cols-[128px_minmax(0,1fr)] overflow-hidden rounded-card border border-line bg-bg-1 transition-colors duration-120 hover:border-line-strong"
    >
      <Poster item={item} title={title} eager bare />
      <div className="flex min-w-0 flex-col items-start justify-center gap-1 px-3 py-2">
        <h3 className="w-full truncate font-semibold text-ui" title={title}>
          {title}
        </h3>
        <p className="line-clamp-1 text-ink-2 text-meta">
          {action ? (isKnownAction(action) ? t(`library.next.${action}`) : action) : t(`library.state.${item.state}`)}
        </p>
        <CardStatus item={item} />
      </div>
    </Link>
  );
}

function CardStatus({ item }: { item: Item }) {
  const { t } = useTranslation();
  const percent = item.percent === null ? null : wholePercent(item.percent);
  return (
    <StatusChip status={statusOf(item)}>
      {item.status === "running" && percent !== null ? t("common.percent", { value: percent }) : undefined}
    </StatusChip>
  );
}

function Poster({ item, title, eager, bare = false }: { item: Item; title: string; eager: boolean; bare?: boolean }) {
  const { t } = useTranslation();
  const picture = item.poster_asset_id ? assetUrl(item.poster_asset_id) : null;
  return (
    <Frame picture={picture} alt="" eager={eager}>
      {!picture && !bare && (
        <span className="absolute inset-0 grid place-items-center text-ink-3 text-meta">
          {t("library.poster_pending")}
        </span>
      )}
      {!bare && item.duration_ms !== null && item.duration_ms > 0 && (
        <TimeBadge>{timecode(item.duration_ms)}</TimeBadge>
      )}
      {inMotion(item) && item.percent !== null && (
        <ProgressLine
          className="absolute inset-x-0 bottom-0 h-0.5"
          value={item.percent / 100}
          label={title}
          words={t("common.percent", { value: wholePercent(item.percent) })}
        />
      )}
    </Frame>
  );
}
