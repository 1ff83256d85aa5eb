/** What the browser keeps between visits; a browser that keeps nothing is fine too. */
const PREFIX = "gridbot.simulator.";

export function remember(name, value) {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // A full or forbidden storage only costs the memory of unread marks.
  }
}

export function recall(name) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name));
  } catch {
    return null;
  }
}
