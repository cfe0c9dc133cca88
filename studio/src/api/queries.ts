import { infiniteQueryOptions, QueryCache, QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, type Schemas } from "./client";
import { ApiProblem, isSignedOut, NoConnection } from "./problem";

export const keys = {
  session: ["session"] as const,
  library: ["library"] as const,
  models: ["models"] as const,
  episode: (id: string) => ["episode", id] as const,
};

export const PAGE_SIZE = 24;

export function newQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (isSignedOut(error) && query.queryKey[0] !== keys.session[0]) {
          void client.invalidateQueries({ queryKey: keys.session });
        }
      },
    }),
    defaultOptions: {
      queries: {
        // The server may be this very machine: reachable while the browser calls itself offline.
        networkMode: "always",
        staleTime: 10_000,
        retry: (count, error) => count < 2 && error instanceof ApiProblem && error.passing,
        retryDelay: (count) => 400 * 2 ** count,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
  return client;
}

/** Shown again by itself as soon as somebody answers. */
export function retryWhileCut(query: { state: { error: unknown } }): number | false {
  return query.state.error instanceof NoConnection ? 3_000 : false;
}

export const sessionQuery = queryOptions({
  queryKey: keys.session,
  queryFn: ({ signal }) => answer(api.GET("/api/v1/session", { signal })),
  staleTime: 60_000,
  refetchOnWindowFocus: "always",
  refetchInterval: (query) => (isSignedOut(query.state.error) ? 3_000 : retryWhileCut(query)),
});

export const libraryQuery = infiniteQueryOptions({
  queryKey: keys.library,
  queryFn: ({ signal, pageParam }) =>
    answer(
      api.GET("/api/v1/episodes", {
        signal,
        params: { query: { limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) } },
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next_cursor,
});

export const modelsQuery = queryOptions({
  queryKey: keys.models,
  queryFn: async ({ signal }) => (await answer(api.GET("/api/v1/models/available", { signal }))).items,
  staleTime: 30_000,
});

export function episodeQuery(id: string) {
  return queryOptions({
    queryKey: keys.episode(id),
    queryFn: ({ signal, client }) =>
      answer(api.GET("/api/v1/editor/episode/{id}/state", { signal, params: { path: { id } } })).then((fresh) =>
        newest(client.getQueryData<Schemas["EpisodeState"]>(keys.episode(id)), fresh),
      ),
  });
}

/** A read that was overtaken by a later one (an action's answer) does not bring the older document back. */
export function newest(
  shown: Schemas["EpisodeState"] | undefined,
  fresh: Schemas["EpisodeState"],
): Schemas["EpisodeState"] {
  return shown && shown.version > fresh.version ? shown : fresh;
}
