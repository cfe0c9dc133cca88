import { useRef } from "react";
import type { Schemas } from "@/api/client";

/** A bar never runs backwards while the amount of work stays the same; with more work it may start again lower. */
export function useSteadyPercent(progress: Schemas["Progress"]): number {
  const highest = useRef({ work: "", percent: 0 });
  const work = progress.stages.map((stage) => `${stage.name}${stage.total}`).join();
  const percent =
    highest.current.work === work ? Math.max(highest.current.percent, progress.percent) : progress.percent;
  highest.current = { work, percent };
  return percent;
}
