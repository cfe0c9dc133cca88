import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { timecode } from "@/lib/time";
import { shotView } from "./episode-view";
import { ShotCard } from "./shot-card";

/** All shots in the order of the film. Upright films get narrower cards, so that pictures keep their true shape. */
const COLUMNS: Record<Schemas["Ratio"], string> = {
  "16:9": "grid-cols-[repeat(auto-fill,minmax(min(46%,220px),1fr))]",
  "1:1": "grid-cols-[repeat(auto-fill,minmax(min(47%,190px),1fr))]",
  "9:16": "grid-cols-[repeat(auto-fill,minmax(min(47%,170px),1fr))]",
};

export function Shots({ episode }: { episode: Schemas["EpisodeState"] }) {
  const { t } = useTranslation();
  const shots = episode.scenes.flatMap((scene) => scene.shots);
  const counts = { ready: 0, running: 0, failed: 0, undecided: 0 };
  for (const shot of shots) {
    const { status } = shotView(shot, episode.generations);
    if (status === "ready" || status === "stale") counts.ready += 1;
    else if (status === "running" || status === "queued") counts.running += 1;
    else if (status === "failed") counts.failed += 1;
    else if (status === "undecided") counts.undecided += 1;
  }
  const facts = [
    timecode(shots.reduce((sum, shot) => sum + shot.duration_ms, 0)),
    counts.ready > 0 && t("episode.shots_ready", { count: counts.ready }),
    counts.running > 0 && t("episode.shots_running", { count: counts.running }),
    counts.failed > 0 && t("episode.shots_failed", { count: counts.failed }),
    counts.undecided > 0 && t("episode.shots_undecided", { count: counts.undecided }),
  ].filter(Boolean);
  return (
    <section aria-labelledby="shots" className="p-5">
      <div className="mb-3 flex flex-wrap items-baseline gap-x-3">
        <h2 id="shots" className="font-semibold text-title">
          {t("episode.shots")}
        </h2>
        {shots.length > 0 && <p className="text-ink-3 text-ui">{facts.join(" · ")}</p>}
      </div>
      {shots.length === 0 ? (
        <p className="text-ink-2 text-read">{t("episode.shots_none")}</p>
      ) : (
        <ul className={`grid gap-3 ${COLUMNS[episode.ratio]}`}>
          {shots.map((shot) => (
            <ShotCard key={shot.id} shot={shot} ratio={episode.ratio} generations={episode.generations} />
          ))}
        </ul>
      )}
    </section>
  );
}
