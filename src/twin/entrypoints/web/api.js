/** The twin's HTTP interface; addresses are relative, so the page also works below a prefix. */

import { events } from "./sse.js";

const UNREACHABLE = "The twin cannot be reached. Check the connection, then try again.";
const BROKEN_OFF = "The answer broke off. Try again.";
const FAILED = "The twin could not answer. Try again in a moment.";

/** A failure in words for the visitor; `status` is 0 when no answer came. */
export class Problem extends Error {
  constructor(status, words) {
    super(words);
    this.status = status;
  }

  /** The server does not take the session id: the conversation is over, a new one may start. */
  get stale() {
    return [401, 403, 404, 410].includes(this.status);
  }
}

export async function fetchPersona() {
  return (await request("persona")).json();
}

/** The messages said so far, oldest first. */
export async function fetchConversation(session) {
  const conversation = await (await request(`conversation/${encodeURIComponent(session)}`)).json();
  return conversation.messages ?? [];
}

export async function deleteConversation(session) {
  await request(`conversation/${encodeURIComponent(session)}`, { method: "DELETE" });
}

/**
 * Send a message; yield the events `session`, `delta` and `done` as {name, ...data}.
 * The last one is `done`; everything else that ends the answer is thrown as a Problem.
 */
export async function* chat(message, signal) {
  const response = await request("chat", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
    body: JSON.stringify(message),
    signal,
  });
  try {
    for await (const { name, data } of events(response.body)) {
      if (name === "error") throw problemOf(JSON.parse(data));
      if (!["session", "delta", "done"].includes(name)) continue;
      yield { ...JSON.parse(data), name };
      if (name === "done") return;
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(0, BROKEN_OFF);
  }
  throw new Problem(0, BROKEN_OFF);
}

async function request(address, options) {
  const response = await fetch(address, options).catch(() => {
    throw new Problem(0, UNREACHABLE);
  });
  if (!response.ok) throw problemOf(await documentOf(response), response.status);
  return response;
}

async function documentOf(response) {
  // A proxy in between may answer with a page of its own, which says nothing to a visitor.
  const isProblem = response.headers.get("Content-Type")?.startsWith("application/problem+json");
  return isProblem ? response.json() : null;
}

function problemOf(document, status = document?.status ?? 0) {
  const words = [document?.title, document?.detail].filter(Boolean).join(". ");
  return new Problem(status, words || FAILED);
}
