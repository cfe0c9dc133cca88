import { CircleHelp, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { money } from "@/lib/figures";
import { Button } from "@/ui/button";
import { type Decision, retryable, undecidedOf } from "./episode-view";

type Problem = Schemas["EpisodeProblem"];
type Generation = Schemas["Generation"];

interface Actions {
  /** With the generation to start again, or null for "whatever is missing". */
  onRetry: (generation: string | null) => void;
  retrying: string | null | undefined;
  onDecide: (decision: Decision) => void;
  deciding: Decision | undefined;
}

/** What failed or waits for a decision, why, and the way out; everything else goes on meanwhile. */
export function Problems({ episode, ...actions }: { episode: Schemas["EpisodeState"] } & Actions) {
  const { t } = useTranslation();
  if (episode.problems.length === 0) return null;
  return (
    <section aria-labelledby="problems" className="border-line border-b px-5 py-4">
      <h2 id="problems" className="mb-3 font-semibold text-ui">
        {t("episode.problems")}
      </h2>
      <ul className="flex flex-col gap-3">
        {episode.problems.map((problem) => {
          const undecided = undecidedOf(problem, episode.generations);
          return (
            <li key={`${problem.target?.type}/${problem.target?.id}/${problem.code}`} className="flex gap-2.5">
              {undecided ? (
                <CircleHelp aria-hidden size={16} className="mt-px shrink-0 text-warn" />
              ) : (
                <TriangleAlert aria-hidden size={16} className="mt-px shrink-0 text-danger" />
              )}
              <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-4 gap-y-2">
                {undecided ? (
                  <Undecided generation={undecided} {...actions} />
                ) : (
                  <Failed problem={problem} generations={episode.generations} {...actions} />
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Words({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0 max-w-[60ch] flex-1 basis-60">
      <p className="font-semibold text-ui">{title}</p>
      {children}
    </div>
  );
}

function Failed({
  problem,
  generations,
  onRetry,
  retrying,
}: { problem: Problem; generations: readonly Generation[] } & Actions) {
  const { t } = useTranslation();
  const generation = retryable(problem, generations)?.id ?? null;
  const busy = retrying !== undefined && retrying === generation;
  const label = problem.target?.label;
  return (
    <>
      <Words title={label && !problem.title.startsWith(label) ? `${label}: ${problem.title}` : problem.title}>
        {problem.detail && <p className="mt-0.5 break-words text-ink-2 text-ui">{problem.detail}</p>}
      </Words>
      <Button onClick={() => onRetry(generation)} disabled={retrying !== undefined}>
        {t(busy ? "episode.problem_retrying" : "episode.problem_retry")}
      </Button>
    </>
  );
}

/** Nobody knows whether the provider took it: what that means, what it may cost, and the two things that can be done. */
function Undecided({ generation, onDecide, deciding }: { generation: Generation } & Actions) {
  const { t, i18n } = useTranslation();
  const possible = generation.cost_possible;
  const known = possible !== null && Number(possible.amount) > 0;
  const busy = (choice: Decision["decision"]) => deciding?.generation === generation.id && deciding.decision === choice;
  const decide = (decision: Decision["decision"]) => onDecide({ generation: generation.id, decision });
  const label = generation.target.label;
  return (
    <>
      <Words title={[label, t("episode.undecided.what")].filter(Boolean).join(": ")}>
        <p className="mt-0.5 text-ink-2 text-ui">
          {t("episode.undecided.why")}{" "}
          {known
            ? t(generation.cost_simulated ? "episode.undecided.cost_simulated" : "episode.undecided.cost", {
                cost: money(possible, i18n.language),
              })
            : t("episode.undecided.cost_unknown")}
        </p>
        {generation.error?.detail && (
          <p className="mt-0.5 break-words text-ink-3 text-meta">{generation.error.detail}</p>
        )}
      </Words>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => decide("resubmit")} disabled={deciding !== undefined}>
          {t(busy("resubmit") ? "episode.undecided.resubmitting" : "episode.undecided.resubmit")}
        </Button>
        <Button look="quiet" onClick={() => decide("give_up")} disabled={deciding !== undefined}>
          {t(busy("give_up") ? "episode.undecided.giving_up" : "episode.undecided.give_up")}
        </Button>
      </div>
    </>
  );
}
