import { TriangleAlert, Unplug } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem, NoConnection } from "@/api/problem";
import { Button } from "./button";

/** What went wrong, why, and the one thing to do. The rest of the page stays. */
export function ProblemPanel({
  error,
  title,
  onRetry,
  retrying = false,
  children,
}: {
  error: unknown;
  title?: string;
  onRetry?: () => void;
  retrying?: boolean;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const cut = error instanceof NoConnection;
  const problem = error instanceof ApiProblem ? error : null;
  const forbidden = problem?.status === 403;
  const heading = cut
    ? t("error.no_connection")
    : forbidden
      ? t("error.forbidden")
      : (title ?? problem?.problem.title ?? t("error.server"));
  const detail = cut
    ? t("error.no_connection_detail")
    : (problem?.problem.detail ?? (forbidden ? t("error.forbidden_detail") : t("error.server_detail")));
  const Icon = cut ? Unplug : TriangleAlert;
  return (
    <div role="alert" className="flex max-w-[640px] gap-3 rounded-card border border-line bg-bg-1 p-4">
      <Icon aria-hidden size={18} className={cut ? "mt-px shrink-0 text-ink-3" : "mt-px shrink-0 text-danger"} />
      <div className="flex min-w-0 flex-col items-start gap-2">
        <p className="font-semibold text-read">{heading}</p>
        <p className="break-words text-ink-2 text-read">{detail}</p>
        {problem?.problem.reasons && problem.problem.reasons.length > 0 && (
          <ul className="list-disc pl-5 text-ink-2 text-read">
            {problem.problem.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
        {children}
        {onRetry && (
          <Button onClick={onRetry} disabled={retrying}>
            {retrying ? t("common.retrying") : t("common.retry")}
          </Button>
        )}
        {problem?.problem.trace_id && (
          <p className="tabular break-all text-clip text-ink-3">
            {t("common.request_id", { id: problem.problem.trace_id })}
          </p>
        )}
      </div>
    </div>
  );
}
