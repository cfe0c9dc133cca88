import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { ApiProblem, NoConnection } from "@/api/problem";
import { episodeQuery, retryWhileCut } from "@/api/queries";
import { NotFoundPage } from "@/app/notices";
import { Page } from "@/app/page";
import { useTitle } from "@/lib/use-title";
import { usePolling } from "@/live/connection";
import { useTopics } from "@/live/live";
import { Button } from "@/ui/button";
import { ProblemPanel } from "@/ui/problem-panel";
import { StaleBanner } from "@/ui/stale-banner";
import { Cast } from "./cast";
import { EpisodeSkeleton } from "./episode-skeleton";
import { announcement, isWorking, nextStep, steps, titlePercent } from "./episode-view";
import { Facts } from "./facts";
import { Film } from "./film";
import { Problems } from "./problems";
import { ProgressPanel } from "./progress-panel";
import { ScriptPanel } from "./script-panel";
import { Shots } from "./shots";
import { Stepper } from "./stepper";
import { TimelineStrip } from "./timeline-strip";
import { useEpisodeActions } from "./use-episode-actions";

type EpisodeState = Schemas["EpisodeState"];

const route = getRouteApi("/episodes/$id");

export function EpisodePage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const polling = usePolling();
  useTopics([`episode:${id}`]);
  const query = useQuery({
    ...episodeQuery(id),
    refetchInterval: (current) => retryWhileCut(current) || polling,
  });
  if (query.data) {
    const stale = query.error instanceof NoConnection ? query.dataUpdatedAt : null;
    return <EpisodeView key={id} episode={query.data} staleSince={stale} />;
  }
  if (query.error instanceof ApiProblem && (query.error.status === 404 || query.error.status === 400)) {
    return <NotFoundPage what="episode" />;
  }
  return (
    <Page title={<h1 className="sr-only">{t("common.loading")}</h1>}>
      {query.isError ? (
        <div className="p-5">
          <ProblemPanel error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />
        </div>
      ) : (
        <EpisodeSkeleton />
      )}
    </Page>
  );
}

function EpisodeView({ episode, staleSince }: { episode: EpisodeState; staleSince: number | null }) {
  const { t } = useTranslation();
  const player = useRef<HTMLVideoElement>(null);
  const actions = useEpisodeActions(episode.id);
  const title = episode.title ?? t("common.untitled");
  const number = episode.episode_number === null ? null : t("episode.number", { number: episode.episode_number });
  const percent = titlePercent(episode);
  useTitle([title, number && episode.series_title ? `${number} · ${episode.series_title}` : ""], percent);

  const { render } = episode;
  const film = render?.film_asset_id ?? null;
  const working = isWorking(episode);
  const finished = film !== null && !working && !episode.paused && episode.problems.length === 0;
  const failure = [actions.cancel, actions.resume, actions.retry, actions.decide, actions.advance].find(
    (action) => action.isError,
  );
  const way = steps(episode);
  return (
    <Page
      title={
        <>
          <h1 className="truncate font-semibold text-ui" title={title}>
            {title}
          </h1>
          {number && episode.series_title && (
            <span className="tabular hidden shrink-0 text-ink-3 text-meta sm:inline">{number}</span>
          )}
        </>
      }
      middle={<Stepper steps={way} />}
      actions={<EpisodeButtons episode={episode} actions={actions} />}
    >
      <Announcer episode={episode} />
      {staleSince !== null && <StaleBanner loadedAt={staleSince} />}
      <div className="grid flex-1 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="min-w-0 border-line lg:border-r">
          <div className="border-line border-b px-5 py-3 md:hidden">
            <Stepper steps={way} className="flex-wrap justify-between !gap-x-2 !gap-y-2" />
          </div>
          {failure?.error && (
            <div className="px-5 pt-5">
              <ProblemPanel error={failure.error} title={t("episode.action_failed")} />
            </div>
          )}
          {!finished && <ProgressPanel episode={episode} />}
          <Problems
            episode={episode}
            onRetry={(generation) => actions.retry.mutate(generation)}
            retrying={actions.retry.isPending ? actions.retry.variables : undefined}
            onDecide={(decision) => actions.decide.mutate(decision)}
            deciding={actions.decide.isPending ? actions.decide.variables : undefined}
          />
          {render && film && <Film episode={episode} render={render} film={film} player={player} />}
          <Shots episode={episode} />
        </div>
        <aside className="min-w-0 divide-y divide-line border-line border-t bg-bg-1 lg:border-t-0">
          <Facts episode={episode} />
          <Cast episode={episode} />
          <ScriptPanel episode={episode} />
        </aside>
      </div>
      {episode.timeline && <TimelineStrip timeline={episode.timeline} player={film ? player : null} />}
    </Page>
  );
}

/** The one useful thing to do now. */
function EpisodeButtons({
  episode,
  actions,
}: {
  episode: EpisodeState;
  actions: ReturnType<typeof useEpisodeActions>;
}) {
  const { t } = useTranslation();
  const { cancel, resume, advance, retry } = actions;
  const next = nextStep(episode);
  const waiting = cancel.isPending || resume.isPending || advance.isPending || retry.isPending;
  if (episode.paused) {
    return (
      <Button look="primary" disabled={waiting} onClick={() => resume.mutate()}>
        {t(resume.isPending ? "episode.resuming" : "episode.resume")}
      </Button>
    );
  }
  if (isWorking(episode)) {
    return (
      <Button disabled={waiting} onClick={() => cancel.mutate()}>
        {t(cancel.isPending ? "episode.cancelling" : "episode.cancel")}
      </Button>
    );
  }
  if (!next) return null;
  const name = next.kind === "transition" ? next.to : next.kind;
  return (
    <Button look="primary" disabled={waiting} onClick={() => advance.mutate(next)}>
      {t(`episode.next.${name}`)}
    </Button>
  );
}

/** The polite live region: stages and endings, never single percents. */
function Announcer({ episode }: { episode: EpisodeState }) {
  const { t } = useTranslation();
  const before = useRef(episode);
  const [words, setWords] = useState("");
  useEffect(() => {
    const news = announcement(before.current, episode);
    before.current = episode;
    if (!news) return;
    switch (news.kind) {
      case "film_ready":
        return setWords(t("episode.live.film_ready"));
      case "failed":
        return setWords(t("episode.live.failed", { label: news.label }));
      case "undecided":
        return setWords(t("episode.live.undecided", { label: news.label }));
      case "stage_done":
        return setWords(t("episode.live.stage_done", { stage: t(`episode.stage.${news.stage}`) }));
    }
  }, [episode, t]);
  return (
    <p aria-live="polite" className="sr-only">
      {words}
    </p>
  );
}
