import clsx from "clsx";
import {
  Ban,
  Check,
  CircleDashed,
  CircleHelp,
  CirclePause,
  Clock3,
  Eye,
  History,
  LoaderCircle,
  type LucideIcon,
  TriangleAlert,
} from "lucide-react";
import { useTranslation } from "react-i18next";

/**
 * The one vocabulary of every unit, two words for an episode as a whole (paused, and waiting for the person), and one for work of
 * which nobody knows whether the provider took it.
 */
export type Status =
  | "not_started"
  | "queued"
  | "running"
  | "ready"
  | "stale"
  | "failed"
  | "cancelled"
  | "paused"
  | "draft"
  | "undecided";

const LOOKS: Record<Status, [LucideIcon, string]> = {
  not_started: [CircleDashed, "bg-bg-2 text-ink-3"],
  queued: [Clock3, "bg-accent-soft text-accent"],
  running: [LoaderCircle, "bg-accent-soft text-accent"],
  ready: [Check, "bg-ok-soft text-ok"],
  stale: [History, "bg-warn-soft text-warn"],
  failed: [TriangleAlert, "bg-danger-soft text-danger"],
  cancelled: [Ban, "bg-bg-2 text-ink-3"],
  paused: [CirclePause, "bg-bg-2 text-ink-2"],
  draft: [Eye, "bg-info-soft text-info"],
  undecided: [CircleHelp, "bg-warn-soft text-warn"],
};

/** Icon and word, always both. `children` replaces the word (a percent while running). */
export function StatusChip({ status, children }: { status: Status; children?: React.ReactNode }) {
  const { t } = useTranslation();
  const [Icon, look] = LOOKS[status];
  return (
    <span
      className={clsx("inline-flex h-5 shrink-0 items-center gap-1 rounded-clip px-1.5 font-medium text-clip", look)}
    >
      <Icon aria-hidden size={12} strokeWidth={2.25} className={clsx(status === "running" && "turning")} />
      <span className="whitespace-nowrap">{children ?? t(`status.${status}`)}</span>
    </span>
  );
}
