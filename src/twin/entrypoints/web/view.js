/** What the conversation looks like: questions, answers, and where the page scrolls to. */

import { render } from "./markdown.js";

const WAITING = "Answering";
const NOTES = {
  length: "The answer ended at its greatest length.",
  filtered: "The answer was ended by the model's content filter.",
  floor: "Answered from the profile; the model was not available.",
  stopped: "Stopped.",
  anew: "The earlier conversation has ended; the twin answered without it.",
};

export const part = (id) => document.getElementById(id);

export function node(tag, { className = "", ...properties } = {}, ...children) {
  const made = Object.assign(document.createElement(tag), { className }, properties);
  made.append(...children);
  return made;
}

/** Say something to a screen reader, once and whole. */
export function announce(text) {
  part("status").textContent = text;
}

export function addQuestion(text) {
  part("turns").append(
    node(
      "article",
      { className: "question" },
      node("h2", { className: "unseen" }, "You"),
      node("p", { dir: "auto" }, text),
    ),
  );
}

/** One answer on the page, from the first piece to its sources. */
export class Answer {
  #speaker;
  #text = "";
  #frame = 0;
  #body = node("div", { className: "body", dir: "auto" });
  #foot = node("div", { className: "foot" });
  #follow = () => {};

  constructor(name) {
    this.#speaker = `${name} · AI twin`;
    const heading = node("h2", { className: "speaker" }, this.#speaker);
    part("turns").append(node("article", { className: "answer" }, heading, this.#body, this.#foot));
  }

  begin() {
    this.#text = "";
    this.#foot.replaceChildren();
    this.#body.replaceChildren(node("p", { className: "waiting" }, WAITING));
    this.#follow = follower(this.#body.parentElement);
    this.#follow();
    announce(WAITING);
  }

  write(piece) {
    this.#text += piece;
    this.#frame ||= requestAnimationFrame(() => this.#show());
  }

  /** The whole answer, as the server or the memory has it. */
  finish({ response, finish, floor, sources }) {
    this.#text = response ?? this.#text;
    this.#show();
    for (const note of [floor && "floor", finish]) if (note in NOTES) this.note(note);
    if (sources?.length) this.#foot.append(sourcesOf(sources));
    this.#follow();
  }

  stop() {
    this.#show();
    this.note("stopped");
    announce(NOTES.stopped);
  }

  fail(words, retry) {
    this.#show();
    const again = node("button", { type: "button", className: "again" }, "Try again");
    again.addEventListener("click", retry);
    this.#foot.replaceChildren(node("p", { className: "problem" }, words), again);
    this.#follow();
    announce(words);
  }

  note(name) {
    this.#foot.append(node("p", { className: "note" }, NOTES[name]));
  }

  announce() {
    announce(`${this.#speaker}: ${this.#body.innerText}`);
  }

  #show() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    render(this.#body, this.#text);
    this.#follow();
  }
}

function sourcesOf(sources) {
  const items = sources.map(({ file, locator, text }) => {
    const place = node("p", { className: "place" }, [file, locator].filter(Boolean).join(" · "));
    return node("li", {}, place, node("p", { className: "quoted", dir: "auto" }, text ?? ""));
  });
  const label = items.length === 1 ? "1 source" : `${items.length} sources`;
  return node("details", {}, node("summary", {}, label), node("ol", {}, ...items));
}

/**
 * A function that keeps the end of `article` in sight while it grows, until its question would
 * leave at the top or the reader scrolls up.
 */
function follower(article) {
  const page = document.documentElement;
  const top = article.previousElementSibling ?? article;
  let last = 0;
  return () => {
    const atEnd = scrollY + innerHeight >= page.scrollHeight - 4;
    if (scrollY < last - 4 && !atEnd) last = Infinity;
    if (last === Infinity) return;
    const header = document.querySelector("header").offsetHeight;
    const limit = top.offsetTop - header - 16;
    const target = Math.min(page.scrollHeight - innerHeight, limit);
    if (target > scrollY) scrollTo({ top: target, behavior: "instant" });
    last = scrollY;
  };
}
