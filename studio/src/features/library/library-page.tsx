import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { NoConnection } from "@/api/problem";
import { libraryQuery, retryWhileCut } from "@/api/queries";
import { Page } from "@/app/page";
import { useTitle } from "@/lib/use-title";
import { usePolling } from "@/live/connection";
import { useTopics } from "@/live/live";
import { Button, buttonClass } from "@/ui/button";
import { ProblemPanel } from "@/ui/problem-panel";
import { StaleBanner } from "@/ui/stale-banner";
import { ContinueCard, EpisodeCard } from "./episode-card";
import { LibraryEmpty } from "./library-empty";
import { inMotion, toContinue } from "./library-view";

/** Only so many running episodes are watched one by one; the library's own topic tells of the rest. */
const WATCHED = 8;
const GRID = "grid grid-cols-[repeat(auto-fill,minmax(min(100%,220px),1fr))] gap-3";

export function LibraryPage() {
  const { t } = useTranslation();
  const polling = usePolling();
  const query = useInfiniteQuery({
    ...libraryQuery,
    refetchInterval: (current) => retryWhileCut(current) || polling,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const moving = items.filter(inMotion).slice(0, WATCHED);
  useTopics(["library", ...moving.map((item) => `episode:${item.id}`)]);
  useTitle([t("library.title")]);
  const now = useMinute();

  const unfinished = toContinue(items);
  const empty = query.isSuccess && items.length === 0;
  return (
    <Page
      title={<h1 className="font-semibold text-ui">{t("library.title")}</h1>}
      actions={
        <Link to="/new" className={buttonClass("primary")}>
          <Plus aria-hidden size={16} />
          {t("library.new")}
        </Link>
      }
    >
      {query.isPending && <LibrarySkeleton />}
      {query.isError && !query.data && (
        <div className="p-5">
          <ProblemPanel error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />
        </div>
      )}
      {query.data && query.error instanceof NoConnection && <StaleBanner loadedAt={query.dataUpdatedAt} />}
      {empty && <LibraryEmpty />}
      {items.length > 0 && (
        <div className="flex flex-col gap-8 p-5 pb-12">
          {unfinished.length > 0 && (
            <section aria-labelledby="continue">
              <h2 id="continue" className="mb-3 font-semibold text-title">
                {t("library.continue")}
              </h2>
              <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,300px),1fr))] gap-3">
                {unfinished.map((item) => (
                  <li key={item.id}>
                    <ContinueCard item={item} />
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section aria-labelledby="all">
            <div className="mb-3 flex items-baseline gap-3">
              <h2 id="all" className="font-semibold text-title">
                {t("library.all")}
              </h2>
              <p className="text-ink-3 text-ui">
                {query.hasNextPage
                  ? t("library.count_more", { count: items.length })
                  : t("library.count", { count: items.length })}
              </p>
            </div>
            <ul className={GRID}>
              {items.map((item, index) => (
                <li key={item.id}>
                  <EpisodeCard item={item} now={now} eager={index < 12} />
                </li>
              ))}
            </ul>
            {query.isFetchNextPageError && (
              <div className="mt-6">
                <ProblemPanel error={query.error} />
              </div>
            )}
            {query.hasNextPage && (
              <div className="mt-6 flex justify-center">
                <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
                  {query.isFetchingNextPage ? t("common.loading") : t("library.more")}
                </Button>
              </div>
            )}
          </section>
        </div>
      )}
    </Page>
  );
}

function LibrarySkeleton() {
  const { t } = useTranslation();
  return (
    <div className="show-late p-5" role="status">
      <span className="sr-only">{t("common.loading")}</span>
      <div className="mb-3 h-7 w-40 rounded-clip bg-bg-2" />
      <div className={GRID}>
        {Array.from({ length: 8 }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: eight equal placeholders that never move
          <div key={index} className="breathe overflow-hidden rounded-card border border-line">
            <div className="aspect-video bg-bg-2" />
            <div className="flex flex-col gap-2 px-3 py-3">
              <div className="h-3.5 w-3/5 rounded-clip bg-bg-2" />
              <div className="h-3 w-2/5 rounded-clip bg-bg-2" />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}

/** The present minute, for "3 minutes ago". */
function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
