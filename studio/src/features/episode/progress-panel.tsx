import clsx from "clsx";
import { Ban, Check, Circle, Clock3, LoaderCircle, type LucideIcon, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { wholePercent } from "@/lib/figures";
import { ProgressLine } from "@/ui/progress";
import { isEstimated, isWorking, now } from "./episode-view";
import { useEtaWords } from "./use-eta-words";
import { useSteadyPercent } from "./use-steady-percent";

type Stage = Schemas["StageProgress"];

const ICONS: Record<Stage["status"], [LucideIcon, string]> = {
  not_started: [Circle, "text-ink-3"],
  queued: [Clock3, "text-ink-3"],
  running: [LoaderCircle, "text-accent turning"],
  ready: [Check, "text-ok"],
  stale: [Check, "text-warn"],
  failed: [TriangleAlert, "text-danger"],
  cancelled: [Ban, "text-ink-3"],
};

/** How far the whole episode is, what happens now, how long it still takes, and every stage. */
export function ProgressPanel({ episode }: { episode: Schemas["EpisodeState"] }) {
  const { t } = useTranslation();
  const { left } = useEtaWords();
  const percent = useSteadyPercent(episode.progress);
  const working = isWorking(episode);
  const estimated = working && isEstimated(episode);
  const what = t(`episode.now.${now(episode)}`);
  const eta = working && episode.progress.eta_ms !== null ? left(episode.progress.eta_ms) : null;
  const figure = wholePercent(percent);
  return (
    <section aria-label={t("episode.progress")} className="border-line border-b px-5 pt-5 pb-4">
      <div className="mb-3 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <p className="tabular font-medium text-hero">
          {estimated && <span className="mr-2 font-sans text-ink-2 text-lead">{t("common.about")}</span>}
          {t("common.percent", { value: figure })}
        </p>
        <p className="font-semibold text-lead">{what}</p>
        {eta && <p className="text-ink-2 text-read sm:ml-auto">{eta}</p>}
      </div>
      <ProgressLine
        className="h-1 rounded-full bg-bg-3"
        value={percent / 100}
        estimated={estimated}
        label={t("episode.progress")}
        words={[t(estimated ? "common.about_percent" : "common.percent", { value: figure }), what, eta]
          .filter(Boolean)
          .join(", ")}
      />
      <ul aria-label={t("episode.stages")} className="mt-3 flex flex-wrap gap-x-5 gap-y-1.5">
        {episode.progress.stages.map((stage) => (
          <StageItem key={stage.name} stage={stage} />
        ))}
      </ul>
    </section>
  );
}

function StageItem({ stage }: { stage: Stage }) {
  const { t } = useTranslation();
  const [Icon, look] = ICONS[stage.status];
  const active = stage.status === "running" || stage.status === "failed";
  return (
    <li className={clsx("flex items-center gap-1.5 text-meta", active ? "text-ink" : "text-ink-3")}>
      <Icon aria-hidden size={14} strokeWidth={2.25} className={look} />
      {t(`episode.stage.${stage.name}`)}
      <span className="sr-only">, {t(`status.${stage.status}`)}</span>
      {stage.total > 1 && stage.status !== "not_started" && (
        <span className="tabular">{t("episode.of", { done: stage.done, total: stage.total })}</span>
      )}
    </li>
  );
}
