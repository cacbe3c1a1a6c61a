/** The box in which a question is written: Enter, its height, the limit of characters. */

import { part } from "./view.js";

/** Calls `send(text)` with a text that fits, `stop()` to end the answer that is under way. */
export class Composer {
  #limit = 0;
  #busy = false;
  #send;

  constructor({ send, stop }) {
    this.#send = send;
    part("composer").addEventListener("submit", (event) => this.#submit(event));
    part("message").addEventListener("input", () => this.#refresh());
    part("message").addEventListener("keydown", (event) => {
      // An Enter that ends an input method's composition is no wish to send (229: Safari).
      const composing = event.isComposing || event.keyCode === 229;
      if (event.key === "Enter" && !event.shiftKey && !composing) this.#submit(event);
    });
    part("stop").addEventListener("click", stop);
  }

  /** Characters, as the server counts them; nothing can be sent until it is set. */
  set limit(limit) {
    this.#limit = limit;
    this.#refresh();
  }

  set busy(busy) {
    const focused = document.activeElement === part("stop");
    this.#busy = busy;
    this.#refresh();
    if (focused && !busy) this.focus();
  }

  focus() {
    part("message").focus();
  }

  #submit(event) {
    event.preventDefault();
    const text = part("message").value.trim();
    if (this.#busy || !this.#fits(text)) return;
    part("message").value = "";
    this.#refresh();
    this.#send(text);
  }

  #fits(text) {
    return text.length > 0 && [...text].length <= this.#limit;
  }

  #refresh() {
    const box = part("message");
    const text = box.value.trim();
    const length = [...text].length;
    const over = this.#limit > 0 && length > this.#limit;
    part("send").disabled = !this.#fits(text);
    part("send").hidden = this.#busy;
    part("stop").hidden = !this.#busy;
    part("count").textContent = length > 0.8 * this.#limit && text ? `${length} / ${this.#limit}` : "";
    part("count").classList.toggle("over", over);
    box.setAttribute("aria-invalid", over);
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight}px`;
  }
}
