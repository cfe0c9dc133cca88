import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { waitSpan } from "@/lib/time";
import { useSpan } from "@/lib/use-span";
import type { Eta } from "./episode-view";

/** Words for the time that is left. */
export function useEtaWords() {
  const { t } = useTranslation();
  const span = useSpan();
  const left = useCallback(
    (ms: number) => {
      const words = waitSpan(ms);
      return words.unit === "moment" ? t("episode.eta.moment") : t("episode.eta.about", { time: span(words) });
    },
    [t, span],
  );
  const words = useCallback(
    (eta: Eta): string | null => {
      switch (eta.kind) {
        case "none":
          return null;
        case "long":
          return t("episode.eta.long");
        case "queue":
          return t("episode.eta.queue", { position: eta.position });
        case "range": {
          const from = waitSpan(eta.from);
          const to = waitSpan(eta.to);
          if (to.unit === "moment") return t("episode.eta.moment");
          // A range needs two different figures of one unit, else the longer one says it all.
          if (from.unit === "moment" || from.unit !== to.unit || from.count >= to.count) return left(eta.to);
          return t("episode.eta.range", { from: String(from.count), to: span(to).trim() });
        }
      }
    },
    [t, span, left],
  );
  return { left, words };
}
