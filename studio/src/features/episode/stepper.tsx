import clsx from "clsx";
import { Check, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Step, StepState } from "./episode-view";

const DOTS: Record<StepState, string> = {
  done: "bg-ok-soft text-ok",
  current: "bg-accent text-accent-ink",
  attention: "bg-danger-soft text-danger",
  todo: "border border-line-strong text-ink-3",
};

/** Where the episode stands on its way to a film. */
export function Stepper({
  steps,
  className,
}: {
  steps: readonly { step: Step; state: StepState }[];
  className?: string;
}) {
  const { t } = useTranslation();
  return (
    <ol aria-label={t("episode.steps")} className={clsx("flex items-center gap-4", className)}>
      {steps.map(({ step, state }, index) => (
        <li
          key={step}
          aria-current={state === "current" || state === "attention" ? "step" : undefined}
          className={clsx(
            "flex items-center gap-2",
            state === "current" || state === "attention" ? "font-semibold text-ink" : "text-ink-3",
          )}
        >
          <span aria-hidden className={clsx("grid size-[18px] place-items-center rounded-full text-clip", DOTS[state])}>
            {state === "done" ? (
              <Check size={11} strokeWidth={3} />
            ) : state === "attention" ? (
              <TriangleAlert size={11} strokeWidth={2.5} />
            ) : (
              <span className="font-mono">{index + 1}</span>
            )}
          </span>
          {t(`episode.step.${step}`)}
          <span className="sr-only">, {t(`episode.step_state.${state}`)}</span>
        </li>
      ))}
    </ol>
  );
}
