/** The server's calls; whatever goes wrong arrives as one kind sentence. */
import { TROUBLE } from "./words.js";

export class Trouble extends Error {
  constructor(sentence, status = 0, body = {}) {
    super(sentence);
    this.status = status;
    this.body = body;
  }
}

const speaksChinese = (sentence) => typeof sentence === "string" && /\p{Script=Han}/u.test(sentence);

async function call(path, options) {
  let answer;
  try {
    answer = await fetch(`api/${path}`, { cache: "no-store", ...options });
  } catch {
    throw new Trouble(TROUBLE.unreachable);
  }
  const body = await answer.json().catch(() => ({}));
  if (answer.ok) return body;
  throw new Trouble(speaksChinese(body.error) ? body.error : TROUBLE.unknown, answer.status, body);
}

const post = (path, body) =>
  call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

export const getState = () => call("state");
export const addPerson = (person) => post("people", person);
export const sendMessage = (message) => post("messages", message);
export const moveClock = (move) => post("clock", move);

export function getMessages(after) {
  const query = after === null ? "" : `?${new URLSearchParams({ after })}`;
  return call(`messages${query}`).then((body) => body.messages ?? []);
}

export function openStream() {
  const url = new URL("api/stream", document.baseURI);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return new WebSocket(url);
}
