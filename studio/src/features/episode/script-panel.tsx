import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { timecode } from "@/lib/time";

/** The script as it will be heard: scenes, who speaks, what is said. */
export function ScriptPanel({ episode }: { episode: Schemas["EpisodeState"] }) {
  const { t } = useTranslation();
  const { scenes, script } = episode;
  return (
    <section aria-labelledby="script" className="px-5 py-4">
      <div className="mb-3 flex items-baseline justify-between gap-3">
        <h2 id="script" className="font-semibold text-ui">
          {t("episode.script")}
        </h2>
        {script && script.scene_count > 0 && (
          <p className="text-ink-3 text-meta">
            {t("episode.script_scenes", { count: script.scene_count })} ·{" "}
            {t("episode.script_words", { count: script.word_count })}
          </p>
        )}
      </div>
      {scenes.length === 0 ? (
        <p className="text-ink-2 text-read">{t("episode.script_empty")}</p>
      ) : (
        <ol className="flex flex-col gap-5" lang={episode.language === "auto" ? undefined : episode.language}>
          {scenes.map((scene) => (
            <li key={scene.id}>
              <h3 className="font-semibold text-meta text-ink-2">
                <span className="mr-1.5 font-mono font-medium text-ink-3">{scene.number}</span>
                {scene.heading}
              </h3>
              {scene.summary && <p className="mt-1 text-ink-3 text-meta">{scene.summary}</p>}
              <dl className="mt-2 flex flex-col gap-2">
                {scene.lines.map((line) => (
                  <div key={line.id} className="border-line border-l-2 pl-2.5">
                    <dt className="flex justify-between gap-3 text-ink-3 text-meta">
                      <span>{line.kind === "narration" ? t("episode.narrator") : line.speaker}</span>
                      {line.voice && <span className="tabular">{timecode(line.voice.duration_ms)}</span>}
                    </dt>
                    <dd className="text-ink text-read">{line.text}</dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
