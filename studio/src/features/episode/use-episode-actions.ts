import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Schemas } from "@/api/client";
import { keys, newest } from "@/api/queries";
import type { Decision, NextStep } from "./episode-view";

type EpisodeState = Schemas["EpisodeState"];

/** What a person can do to the episode as a whole. */
export function useEpisodeActions(id: string) {
  const client = useQueryClient();
  const key = keys.episode(id);
  const path = { params: { path: { id } } };
  const show = (fresh: EpisodeState) => client.setQueryData<EpisodeState>(key, (old) => newest(old, fresh));
  const reread = () => client.invalidateQueries({ queryKey: key });

  const cancel = useMutation({
    mutationFn: () => answer(api.POST("/api/v1/editor/episode/{id}/cancel", path)),
    onSuccess: show,
    onSettled: reread,
  });
  const resume = useMutation({
    mutationFn: () => answer(api.POST("/api/v1/editor/episode/{id}/resume", path)),
    onSuccess: show,
    onSettled: reread,
  });
  /** Starts a failed generation again; without one, whatever is missing. */
  const retry = useMutation({
    mutationFn: async (generation: string | null) => {
      if (generation === null) show(await answer(api.POST("/api/v1/editor/episode/{id}/resume", path)));
      else await answer(api.POST("/api/v1/generations/{id}/retry", { params: { path: { id: generation } } }));
    },
    onSettled: reread,
  });
  /** What to do about a generation of which nobody knows whether the provider took it. */
  const decide = useMutation({
    mutationFn: ({ generation, decision }: Decision) =>
      answer(
        api.POST("/api/v1/generations/{id}/resolve", { params: { path: { id: generation } }, body: { decision } }),
      ),
    onSettled: reread,
  });
  const advance = useMutation({
    mutationFn: async (step: NextStep) => {
      switch (step.kind) {
        case "script":
          await answer(api.POST("/api/v1/editor/episode/{id}/script/generate", path));
          return;
        case "scenes": {
          const state = client.getQueryData<EpisodeState>(key)?.state;
          if (state === "script_review") {
            show(
              await answer(
                api.POST("/api/v1/editor/episode/{id}/transition", { ...path, body: { to: "scene_generation" } }),
              ),
            );
          }
          await answer(
            api.POST("/api/v1/editor/episode/{id}/scenes/generate", { ...path, body: { only_missing: true } }),
          );
          return;
        }
        case "transition":
          show(await answer(api.POST("/api/v1/editor/episode/{id}/transition", { ...path, body: { to: step.to } })));
          return;
        case "render":
          await answer(api.POST("/api/v1/editor/episode/{id}/render", path));
      }
    },
    onSettled: reread,
  });
  return { cancel, resume, retry, decide, advance };
}
