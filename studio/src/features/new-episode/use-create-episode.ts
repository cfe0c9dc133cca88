import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import { answer, api, type Schemas } from "@/api/client";
import { keys } from "@/api/queries";
import { type BriefValues, toRequest } from "./brief-form";
import { readDraft, writeDraft } from "./draft";
import { type Submission, submissionFor } from "./submission";

/** Creates the episode of a brief: once, however often it is asked for. */
export function useCreateEpisode() {
  const client = useQueryClient();
  const last = useRef<Submission | null>(null);
  const running = useRef<Promise<Schemas["EpisodeCreated"]> | null>(null);
  const mutation = useMutation({
    mutationFn: async (values: BriefValues) => {
      const request = toRequest(values);
      const submission = submissionFor(JSON.stringify(request), last.current ?? readDraft()?.submission ?? null);
      last.current = submission;
      // Kept before anything is sent: a reload in the middle still repeats with the same key.
      writeDraft({ values, submission });
      return answer(
        api.POST("/api/v1/episodes", {
          params: { header: { "Idempotency-Key": submission.key } },
          body: request,
        }),
      );
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.library }),
  });
  const { mutateAsync } = mutation;
  const create = useCallback(
    (values: BriefValues) => {
      running.current ??= mutateAsync(values).finally(() => {
        running.current = null;
      });
      return running.current;
    },
    [mutateAsync],
  );
  return { create, error: mutation.error, submission: last };
}
