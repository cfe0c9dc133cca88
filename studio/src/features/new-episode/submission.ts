import { randomId } from "@/lib/random-id";

/** A body and the key it was sent with. */
export interface Submission {
  body: string;
  key: string;
}

/**
 * The key of a submit: the same for the same body, so that a retry after a lost answer (even after a reload) finds the
 * episode that the first try made; a new one as soon as anything was changed.
 */
export function submissionFor(body: string, before: Submission | null): Submission {
  return before?.body === body ? before : { body, key: randomId() };
}
