/** The session id; it outlasts the page where the browser lets it. */

const KEY = `twin.session:${location.pathname}`;

let current = stored((storage) => storage.getItem(KEY));

export const recall = () => current;

export function keep(id) {
  current = id;
  stored((storage) => storage.setItem(KEY, id));
}

export function forget() {
  current = null;
  stored((storage) => storage.removeItem(KEY));
}

function stored(use) {
  try {
    return use(localStorage) ?? null;
  } catch {
    // Blocked or full storage is the visitor's choice: the session then lasts as long as the page.
    return null;
  }
}
