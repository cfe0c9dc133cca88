import { useTranslation } from "react-i18next";

export function EpisodeSkeleton() {
  const { t } = useTranslation();
  return (
    <div className="show-late" role="status">
      <span className="sr-only">{t("common.loading")}</span>
      <div className="border-line border-b px-5 pt-5 pb-4">
        <div className="mb-4 h-8 w-48 rounded-clip bg-bg-2" />
        <div className="h-1 rounded-full bg-bg-2" />
        <div className="mt-4 h-4 w-96 max-w-full rounded-clip bg-bg-2" />
      </div>
      <div className="breathe grid grid-cols-[repeat(auto-fill,minmax(min(100%,220px),1fr))] gap-3 p-5 lg:mr-[340px]">
        {Array.from({ length: 6 }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: equal placeholders that never move
          <div key={index} className="aspect-video rounded-card bg-bg-2" />
        ))}
      </div>
    </div>
  );
}
