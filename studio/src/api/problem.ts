import type { components } from "./schema";

type Problem = components["schemas"]["Problem"];

/** The server answered with a refusal or a failure (RFC 9457). */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly problem: Partial<Problem>,
  ) {
    super(problem.title ?? code);
    this.name = "ApiProblem";
  }

  static from(response: Response, body: unknown): ApiProblem {
    const problem = isProblem(body) ? body : {};
    return new ApiProblem(response.status, problem.code ?? `http-${response.status}`, problem);
  }

  /** The same call can be right a moment later. */
  get passing(): boolean {
    return this.status === 429 || this.status >= 500;
  }
}

/** Nobody answered: the server is down or the line is cut. */
export class NoConnection extends Error {
  constructor(cause: unknown) {
    super("no connection", { cause });
    this.name = "NoConnection";
  }
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 401;
}

function isProblem(body: unknown): body is Partial<Problem> {
  return typeof body === "object" && body !== null && !Array.isArray(body);
}
