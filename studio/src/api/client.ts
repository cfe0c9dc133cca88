import createClient from "openapi-fetch";
import { ApiProblem, NoConnection } from "./problem";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];

/** The one client. The base is the page's own origin: the gateway serves the Studio and the API. */
export const api = createClient<paths>({
  baseUrl: typeof location === "undefined" ? "http://localhost" : location.origin,
  fetch: (request) => globalThis.fetch(request),
  headers: { Accept: "application/json, application/problem+json" },
});

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a good answer; otherwise throws ApiProblem (the server said no) or NoConnection (nobody answered). */
export async function answer<T>(call: Promise<Answer<T>>): Promise<T> {
  let result: Answer<T>;
  try {
    result = await call;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new NoConnection(cause);
  }
  if (result.error !== undefined || !result.response.ok) {
    throw ApiProblem.from(result.response, result.error);
  }
  return result.data as T;
}

export function assetUrl(id: string, download?: string): string {
  const path = `/api/v1/assets/${encodeURIComponent(id)}`;
  return download ? `${path}?download=${encodeURIComponent(download)}` : path;
}
