import { CloudOff } from "lucide-react";
import { useTranslation } from "react-i18next";

/** Above data that could not be refreshed. */
export function StaleBanner({ loadedAt }: { loadedAt: number }) {
  const { t, i18n } = useTranslation();
  const time = new Intl.DateTimeFormat(i18n.language, { hour: "2-digit", minute: "2-digit" }).format(loadedAt);
  return (
    <p role="status" className="flex items-center gap-2 border-line border-b bg-warn-soft px-5 py-2 text-ui text-warn">
      <CloudOff aria-hidden size={16} className="shrink-0" />
      {t("error.stale_shown", { time })}
    </p>
  );
}
