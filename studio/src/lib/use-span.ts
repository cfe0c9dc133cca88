import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Span } from "./time";

/** Turns a span into words of the page's language. */
export function useSpan(): (span: Span) => string {
  const { t } = useTranslation();
  return useCallback(
    (span) => {
      switch (span.unit) {
        case "moment":
          return t("episode.eta.moment");
        case "seconds":
          return t("episode.time.seconds", { count: span.count });
        case "minutes":
          return t("episode.time.minutes", { count: span.count });
        case "hours":
          return t("episode.time.hours", { count: span.count });
      }
    },
    [t],
  );
}
