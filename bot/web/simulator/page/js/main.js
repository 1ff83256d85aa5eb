/** Starts the page and keeps the address in step with the open chat. */
import { startChats } from "./chats.js";
import { startClock } from "./clock.js";
import { sendAgain, startComposer } from "./composer.js";
import { byId, fillWords } from "./dom.js";
import { connect, refresh } from "./feed.js";
import { startLog } from "./log.js";
import { recall } from "./memory.js";
import { startNow } from "./now.js";
import { startPeople } from "./people.js";
import { become, markRead, me, on, open, openChat, state, tell } from "./store.js";
import { startToasts } from "./toast.js";

const POLL = 30e3;
const wide = matchMedia("(min-width: 721px)");
const hashOf = (key) => (key === null ? "" : `#${encodeURIComponent(key)}`);

function keyFromAddress() {
  const key = decodeURIComponent(location.hash.slice(1));
  return state.chats.has(key) ? key : null;
}

function follow() {
  const key = keyFromAddress();
  document.body.classList.toggle("in-chat", key !== null);
  if (key !== state.open || key === null) open(key);
  if (key !== null && wide.matches) byId("draft").focus({ preventScroll: true });
}

/** On a narrow page, back means the list, by the button as by the browser. */
function choose(key) {
  if (key === null && history.state?.fromList) history.back();
  else if (hashOf(key) === location.hash) follow();
  else {
    const step = { fromList: key !== null && !location.hash };
    history[wide.matches || key === null ? "replaceState" : "pushState"](step, "", hashOf(key) || location.pathname);
    follow();
  }
}

function someone() {
  if (me()) return;
  const people = [...state.people.values()];
  const first = people.find((person) => person.role === "resident" && person.kind === "resident") ?? people[0];
  if (first) become(first.id);
}

function ready() {
  someone();
  document.body.classList.add("ready");
  const own = `group:${me()?.grid}`;
  const first = state.chats.has(own) ? own : state.chats.keys().next().value;
  if (keyFromAddress() === null && wide.matches && first) choose(first);
  else follow();
}

state.me = recall("me");
fillWords();
startToasts();
startNow();
startClock();
startPeople();
startChats();
startLog(sendAgain);
startComposer();
on("ready", ready);
on("people", () => state.ready && someone());
on("choose", choose);
addEventListener("popstate", () => state.ready && follow());
addEventListener("hashchange", () => state.ready && follow());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && openChat()) markRead(openChat());
});
setInterval(() => state.ready && refresh().catch(() => tell("tick")), POLL);
connect();
