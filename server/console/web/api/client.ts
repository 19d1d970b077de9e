import createClient, { type Middleware } from "openapi-fetch";
import type { components, paths } from "../generated/schema";

export type Schemas = components["schemas"];

// What the server answers when the answer is no (RFC 9457), with a sentence in the reader's language.
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly sentence: string,
  ) {
    super(code);
  }
}

// What a page of this server alone can know; without it the cookie changes nothing.
let csrf = "";
let language = "zh-CN";
let onSignedOut = () => {};
// Lets questions through while somebody is signed in; what is still asked when the session ends is given up with it.
let asking = new AbortController();
asking.abort();

export function beginAsking(token: string) {
  csrf = token;
  if (asking.signal.aborted) asking = new AbortController();
}
export function endAsking() {
  asking.abort();
}
export function csrfToken() {
  return csrf;
}
export function setRequestLanguage(value: string) {
  language = value;
}
export function whenSignedOut(listener: () => void) {
  onSignedOut = listener;
}

// Asks about the business, and changes it: within a session only.
export const api = createClient<paths>({
  baseUrl: "/",
  credentials: "same-origin",
  fetch: (request) => fetch(request, { signal: asking.signal }),
});
// Who is signed in, coming and going: with a session or without one.
export const door = createClient<paths>({ baseUrl: "/", credentials: "same-origin" });
const marked: Middleware = {
  onRequest({ request }) {
    request.headers.set("Accept-Language", language);
    if (request.method !== "GET" && request.method !== "HEAD") {
      request.headers.set("X-CSRF-Token", csrf);
    }
    return request;
  },
};
api.use(marked);
door.use(marked);

interface Reply<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

// What a sign-in may be told; every other 401 says that the session is over.
const atSignIn = new Set([
  "session.wrong_credentials",
  "session.code_needed",
  "session.wrong_code",
]);

// The body of a reply; throws a Problem when there is none to be had. A session that is over leads back to the sign-in.
export async function body<T>(pending: Promise<Reply<T>>): Promise<T> {
  let reply: Reply<T>;
  try {
    reply = await pending;
  } catch {
    throw new Problem(0, asking.signal.aborted ? "session.over" : "network.unreachable", "");
  }
  if (reply.error !== undefined || !reply.response.ok) {
    const told = (reply.error ?? {}) as { code?: string; detail?: string; title?: string };
    const problem = new Problem(
      reply.response.status,
      told.code ?? "server.failed",
      told.detail ?? told.title ?? "",
    );
    if (problem.status === 401 && !atSignIn.has(problem.code)) {
      endAsking();
      onSignedOut();
    }
    throw problem;
  }
  return reply.data as T;
}
