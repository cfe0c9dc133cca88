import { CloudOff, RefreshCw, Wifi } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Phase, useConnection } from "@/live/connection";

const LIVE_SHOWN_MS = 2_000;

/** Says when the line is cut and when it is back; silent while all is well. Announced once per change. */
export function ConnectionChip() {
  const { t } = useTranslation();
  const phase = useConnection();
  const shown = useShown(phase);
  return (
    <div aria-live="polite" className="empty:hidden">
      {shown === "live" && (
        <span className="flex items-center gap-1.5 text-meta text-ok">
          <Wifi aria-hidden size={14} />
          {t("connection.live")}
        </span>
      )}
      {shown === "reconnecting" && (
        <span className="flex items-center gap-1.5 text-meta text-ink-2">
          <RefreshCw aria-hidden size={14} className="turning" />
          {t("connection.reconnecting")}
        </span>
      )}
      {shown === "offline" && (
        <span className="flex items-center gap-1.5 rounded-clip bg-warn-soft px-2 py-0.5 text-meta text-warn">
          <CloudOff aria-hidden size={14} />
          {t("connection.offline")}
        </span>
      )}
    </div>
  );
}

/** "Live" is worth saying only after a break, and only for a moment. */
function useShown(phase: Phase): Phase | null {
  const [broken, setBroken] = useState(false);
  const [greeting, setGreeting] = useState(false);
  useEffect(() => {
    if (phase === "reconnecting" || phase === "offline") setBroken(true);
    if (phase !== "live" || !broken) return;
    setBroken(false);
    setGreeting(true);
  }, [phase, broken]);
  useEffect(() => {
    if (!greeting) return;
    const timer = setTimeout(() => setGreeting(false), LIVE_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [greeting]);
  if (phase === "live") return greeting ? "live" : null;
  return phase === "starting" ? null : phase;
}
