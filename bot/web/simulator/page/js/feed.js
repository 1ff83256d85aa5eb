/** Messages as they happen: one WebSocket, and a catch-up by id after every gap. */
import { getMessages, getState, openStream } from "./api.js";
import { recall } from "./memory.js";
import { forgetMessages, learn, personOf, recallUnread, rememberUnread, state, take, tell } from "./store.js";

const PATIENCE = [500, 1000, 2000, 4000, 8000];
const feed = { last: null, held: null, tries: 0, lost: false, running: null };

function receive(message, live) {
  feed.last = message.id;
  if (message.from !== "bot" && !personOf(message.from)) feed.strange = true;
  take(message, live);
}

/** Reads until nothing new comes, so that a server which pages is read to its end. */
async function readOn(live) {
  for (;;) {
    const fresh = (await getMessages(feed.last)).filter((message) => String(message.id) !== String(feed.last));
    if (!fresh.length) return;
    const before = feed.last;
    for (const message of fresh) receive(message, live(message));
    if (String(feed.last) === String(before)) return;
  }
}

async function gather() {
  try {
    await readOn(() => true);
  } catch (trouble) {
    if (feed.last === null || ![400, 404].includes(trouble.status)) throw trouble;
    feed.last = null;
    forgetMessages();
    await refresh();
    await readOn(() => false);
  }
  if (feed.strange) {
    feed.strange = false;
    await refresh();
  }
  rememberUnread(feed.last);
}

/** One catch-up at a time; whoever asks meanwhile gets one more after it. */
export function catchUp() {
  feed.running = (feed.running ?? Promise.resolve()).catch(() => {}).then(gather);
  return feed.running;
}

export async function refresh() {
  const answer = await getState();
  learn(answer);
  tell("now", answer.now);
}

/** At the start only what came after the last visit counts as unread. */
async function begin() {
  await refresh();
  const seen = recall("seen")?.last ?? null;
  const history = await getMessages(null);
  const known = history.findIndex((message) => String(message.id) === String(seen));
  if (known >= 0) recallUnread();
  history.forEach((message, place) => receive(message, known >= 0 && place > known));
  await readOn(() => known >= 0);
  rememberUnread(feed.last);
  state.ready = true;
  tell("ready");
}

async function opened() {
  try {
    await (state.ready ? refresh().then(catchUp) : begin());
    for (const message of feed.held ?? []) receive(message, true);
    feed.held = null;
    feed.tries = 0;
    if (feed.lost) tell("found");
    feed.lost = false;
  } catch (trouble) {
    tell("trouble", trouble);
    feed.socket.close();
  }
}

function arrived(event) {
  const message = JSON.parse(event.data);
  if (feed.held) feed.held.push(message);
  else {
    receive(message, true);
    rememberUnread(feed.last);
  }
}

function closed() {
  if (!feed.lost) tell("lost");
  feed.lost = true;
  const wait = PATIENCE[Math.min(feed.tries, PATIENCE.length - 1)];
  feed.tries += 1;
  setTimeout(connect, wait);
}

export function connect() {
  feed.held = [];
  feed.socket = openStream();
  feed.socket.addEventListener("open", opened);
  feed.socket.addEventListener("message", arrived);
  feed.socket.addEventListener("close", closed);
}
