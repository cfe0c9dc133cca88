import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { Button } from "@/ui/button";
import { retryable } from "./episode-view";

/** What failed, why, and the way out; everything else goes on meanwhile. */
export function Problems({
  episode,
  onRetry,
  retrying,
}: {
  episode: Schemas["EpisodeState"];
  /** With the generation to start again, or null for "whatever is missing". */
  onRetry: (generation: string | null) => void;
  retrying: string | null | undefined;
}) {
  const { t } = useTranslation();
  if (episode.problems.length === 0) return null;
  return (
    <section aria-labelledby="problems" className="border-line border-b px-5 py-4">
      <h2 id="problems" className="mb-3 font-semibold text-ui">
        {t("episode.problems")}
      </h2>
      <ul className="flex flex-col gap-3">
        {episode.problems.map((problem) => {
          const generation = retryable(problem, episode.generations)?.id ?? null;
          const busy = retrying !== undefined && retrying === generation;
          return (
            <li key={`${problem.target.type}/${problem.target.id}/${problem.code}`} className="flex gap-2.5">
              <TriangleAlert aria-hidden size={16} className="mt-px shrink-0 text-danger" />
              <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-4 gap-y-2">
                <div className="min-w-0 max-w-[60ch] flex-1 basis-60">
                  <p className="font-semibold text-ui">
                    {problem.target.label ? `${problem.target.label}: ${problem.title}` : problem.title}
                  </p>
                  {problem.detail && <p className="mt-0.5 break-words text-ink-2 text-ui">{problem.detail}</p>}
                </div>
                <Button onClick={() => onRetry(generation)} disabled={retrying !== undefined}>
                  {t(busy ? "episode.problem_retrying" : "episode.problem_retry")}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
