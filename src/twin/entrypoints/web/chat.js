/** The chat page: a visitor asks, the twin answers piece by piece. */

import { Problem, chat, deleteConversation, fetchConversation, fetchPersona } from "./api.js";
import { Composer } from "./composer.js";
import * as session from "./session.js";
import { Answer, addQuestion, announce, node, part } from "./view.js";

const NOTICE = "You are talking to an AI, not to a person.";
const BUG = "Something went wrong on this page. Reload it, then ask again.";

const composer = new Composer({ send: ask, stop: () => asking?.abort() });
let name = "";
let asking = null;

async function start() {
  part("failure").replaceChildren();
  try {
    const persona = await fetchPersona();
    introduce(persona);
    // Questions wait for what was said before them; a failure to load it must not forbid them.
    await restore().finally(() => welcome(persona));
  } catch (error) {
    const again = node("button", { type: "button", className: "again" }, "Try again");
    again.addEventListener("click", start);
    part("failure").append(node("p", { className: "problem" }, wordsFor(error)), again);
    rethrowBug(error);
  }
}

function introduce(persona) {
  name = persona.name;
  document.title = `${name} · AI twin`;
  part("name").textContent = name;
  part("monogram").textContent = monogram(name);
  part("headline").textContent = persona.headline ?? "";
  part("greeting").textContent = persona.greeting ?? "";
  part("notice").textContent = persona.ai_notice || NOTICE;
}

function welcome(persona) {
  part("suggestions").replaceChildren(...(persona.questions ?? []).map(suggestion));
  composer.limit = persona.max_message_chars ?? Infinity;
  refresh();
}

function suggestion(question) {
  const button = node("button", { type: "button", dir: "auto" }, question);
  button.addEventListener("click", (event) => {
    ask(question);
    focusAfter(event);
  });
  return button;
}

async function restore() {
  const id = session.recall();
  if (!id || part("turns").hasChildNodes()) return;
  try {
    for (const { role, content } of await fetchConversation(id)) {
      if (role === "user") addQuestion(content);
      else if (content) new Answer(name).finish({ response: content });
    }
  } catch (error) {
    if (!error.stale) throw error;
    session.forget();
  }
  scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
}

function ask(text) {
  for (const button of part("turns").querySelectorAll(".again")) button.remove();
  addQuestion(text);
  answer({ message: text, disclosed: true, message_id: newId() }, new Answer(name));
}

async function answer(message, shown) {
  const controller = new AbortController();
  asking = controller;
  refresh();
  try {
    await converse(message, shown, controller.signal);
  } catch (error) {
    if (controller.signal.aborted) return shown.stop();
    shown.fail(wordsFor(error), (event) => {
      answer(message, shown);
      focusAfter(event);
    });
    rethrowBug(error);
  } finally {
    if (asking === controller) asking = null;
    refresh();
  }
}

async function converse(message, shown, signal) {
  const id = session.recall();
  try {
    await stream({ ...message, session_id: id }, shown, signal);
  } catch (error) {
    if (!error.stale || !id) throw error;
    await stream({ ...message, session_id: null }, shown, signal);
  }
  if (id && id !== session.recall()) shown.note("anew");
}

async function stream(message, shown, signal) {
  shown.begin();
  for await (const event of chat(message, signal)) {
    if (event.session_id) session.keep(event.session_id);
    if (event.name === "delta") shown.write(event.text ?? "");
    if (event.name === "done") shown.finish(event);
  }
  shown.announce();
}

function startAnew() {
  asking?.abort();
  asking = null;
  session.forget();
  part("turns").replaceChildren();
  refresh();
  scrollTo({ top: 0, behavior: "instant" });
  composer.focus();
}

async function erase() {
  asking?.abort();
  const id = session.recall();
  try {
    if (id) await deleteConversation(id);
  } catch (error) {
    if (!error.stale) {
      part("confirm-error").textContent = wordsFor(error);
      return rethrowBug(error);
    }
  }
  part("confirm").close();
  startAnew();
  announce("The conversation is deleted.");
}

function refresh() {
  const begun = part("turns").hasChildNodes();
  part("suggestions").hidden = begun;
  part("controls").hidden = !begun;
  document.body.classList.toggle("begun", begun);
  composer.busy = Boolean(asking);
}

function listen() {
  part("new").addEventListener("click", startAnew);
  part("delete").addEventListener("click", () => {
    part("confirm-error").textContent = "";
    part("confirm").showModal();
  });
  part("keep").addEventListener("click", () => part("confirm").close());
  part("erase").addEventListener("click", erase);
}

/** A button that goes away hands its focus on, but a touch must not raise the keyboard. */
function focusAfter(event) {
  if (event.detail === 0) composer.focus();
}

const wordsFor = (error) => (error instanceof Problem ? error.message : BUG);

function rethrowBug(error) {
  if (!(error instanceof Problem)) throw error;
}

function monogram(text) {
  const words = text.split(/\s+/).filter(Boolean);
  return [words.at(0), words.length > 1 && words.at(-1)].map((word) => (word ? [...word][0] : "")).join("");
}

// `crypto.randomUUID` is missing on pages without TLS, such as a twin in the local network.
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

listen();
start();
