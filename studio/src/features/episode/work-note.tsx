import clsx from "clsx";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { etaOf } from "./episode-view";
import { useEtaWords } from "./use-eta-words";

/** About the work on a unit: stage and time left while it runs, the cause after a failure; in one line, unless it may `wrap`. */
export function WorkNote({
  generation,
  status,
  wrap = false,
}: {
  generation: Schemas["Generation"] | null;
  status: string;
  wrap?: boolean;
}) {
  const { t } = useTranslation();
  const { words } = useEtaWords();
  if (!generation) return null;
  if (status === "failed" && generation.error) {
    return (
      <p
        className={clsx("text-danger text-meta", wrap ? "break-words" : "truncate")}
        title={generation.error.detail ?? generation.error.title}
      >
        {generation.error.title}
      </p>
    );
  }
  if (status === "undecided") return <p className="text-meta text-warn">{t("episode.undecided.what")}</p>;
  if (status !== "running" && status !== "queued") return null;
  const { stage, stage_index: index, stage_count: count } = generation;
  const step = stage && index && count && count > 1 ? t("episode.stage_of", { index, count, stage }) : stage;
  const line = [status === "running" ? step : null, words(etaOf(generation))].filter(Boolean).join(" · ");
  return line ? <p className="truncate text-ink-3 text-meta">{line}</p> : null;
}
