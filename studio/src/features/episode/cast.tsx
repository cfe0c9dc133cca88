import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { CharacterCard } from "./character-card";

/** Who is in the episode and what they look like. */
export function Cast({ episode }: { episode: Schemas["EpisodeState"] }) {
  const { t } = useTranslation();
  if (episode.characters.length === 0) return null;
  return (
    <section aria-labelledby="cast" className="px-5 py-4">
      <h2 id="cast" className="mb-3 font-semibold text-ui">
        {t("episode.cast.title")}
      </h2>
      <ul className="flex flex-col gap-3">
        {episode.characters.map((character) => (
          <CharacterCard key={character.id} character={character} episode={episode} />
        ))}
      </ul>
    </section>
  );
}
