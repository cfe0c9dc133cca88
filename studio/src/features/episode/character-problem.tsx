import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ApiProblem, NoConnection } from "@/api/problem";
import { megabytes } from "@/lib/figures";
import { Button } from "@/ui/button";
import { NotTaken } from "./use-character-actions";

/** Why a picture was not taken or changed, and what to do. With `onRetry` it is about a file, which is still at hand. */
export function CharacterProblem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t, i18n } = useTranslation();
  const refused = error instanceof NotTaken || (error instanceof ApiProblem && [413, 415, 422].includes(error.status));
  const words = (): string => {
    if (error instanceof NotTaken) {
      const { file, reason } = error;
      return t(`episode.cast.error.${reason}`, { name: file.name, size: megabytes(file.size, i18n.language) });
    }
    if (error instanceof NoConnection) return t(onRetry ? "episode.cast.error.cut" : "error.no_connection");
    if (!onRetry) return detailOf(error) ?? t("episode.action_failed");
    if (!(error instanceof ApiProblem)) return t("episode.cast.error.failed");
    if (error.status === 413) return t("episode.cast.error.refused_large");
    return t(refused ? "episode.cast.error.refused" : "episode.cast.error.failed");
  };
  return (
    <div role="alert" className="flex flex-col items-start gap-1.5">
      <p className="flex gap-1.5 text-danger text-meta" title={detailOf(error)}>
        <TriangleAlert aria-hidden size={14} className="mt-px shrink-0" />
        <span className="min-w-0 break-words">{words()}</span>
      </p>
      {onRetry && !refused && <Button onClick={onRetry}>{t("common.retry")}</Button>}
    </div>
  );
}

function detailOf(error: unknown): string | undefined {
  return error instanceof ApiProblem ? (error.problem.detail ?? error.problem.title) : undefined;
}
