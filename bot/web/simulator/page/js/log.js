/** The open chat: its messages, and staying at the newest unless one reads above. */
import { gist, row, waitingRow } from "./bubble.js";
import { byId, h, icon } from "./dom.js";
import { belongs, become, chatName, gridName, me, membersOf, messageOf, nameOf, on, openChat, personOf, state, tell, titleOf } from "./store.js";
import { now } from "./now.js";
import { separator } from "./times.js";
import { SAY, WORDS } from "./words.js";

const PAGE = 60;
const GAP = 5 * 60e3;
const view = { from: 0, below: 0, pinned: true, top: 0, lastAt: 0, again: () => {} };

const log = () => byId("log");
const atBottom = () => log().scrollHeight - log().scrollTop - log().clientHeight < 80;

function toBottom() {
  log().scrollTop = log().scrollHeight;
  Object.assign(view, { below: 0, pinned: true, top: log().scrollTop });
  drawJump();
}

function drawJump() {
  const away = !view.pinned;
  byId("jump").hidden = !(away && openChat());
  byId("jump").replaceChildren(icon("down"), view.below ? SAY.newMessages(view.below) : WORDS.latest);
}

function rowsOf(messages, chat) {
  const rows = [];
  for (const message of messages) {
    const time = Date.parse(message.at);
    if (time - view.lastAt > GAP || time < view.lastAt) {
      rows.push(h("p", { class: "when" }, h("time", { datetime: message.at }, separator(time, now()))));
    }
    view.lastAt = time;
    rows.push(row(message, chat));
  }
  return rows;
}

function earlier() {
  const above = log().scrollHeight - log().scrollTop;
  view.pinned = false;
  view.from = Math.max(0, view.from - PAGE);
  fill();
  log().scrollTop = log().scrollHeight - above;
}

function fill() {
  const chat = openChat();
  view.lastAt = 0;
  const rows = rowsOf(chat.messages.slice(view.from), chat);
  const more = view.from > 0 && h("button", { type: "button", class: "quiet earlier", click: earlier }, WORDS.earlier);
  const nothing = !chat.messages.length && !chat.pending.length && h("p", { class: "when silent" }, WORDS.emptyChat);
  log().replaceChildren(...[more, nothing, ...rows].filter(Boolean));
  drawWaiting();
}

function drawWaiting() {
  for (const old of log().querySelectorAll(".waiting")) old.remove();
  const chat = openChat();
  if (chat) log().append(...chat.pending.map((waiting) => waitingRow(waiting, view.again)));
}

function drawHead() {
  const chat = openChat();
  byId("talk").classList.toggle("empty", !chat);
  if (!chat) {
    byId("talk-name").textContent = WORDS.welcome;
    byId("talk-sub").textContent = "";
    log().replaceChildren();
    return;
  }
  const person = personOf(chat.person);
  byId("talk-name").textContent = chat.scene === "group" ? chatName(chat) : SAY.privateTitle(chatName(chat), state.botName);
  const about = person && [titleOf(person), gridName(person.grid), person.address, person.bound === false && WORDS.unbound];
  const calm = person ? about.filter(Boolean).join(" · ") : SAY.members(membersOf(chat).length);
  byId("talk-sub").textContent = chat.busy && person ? WORDS.typing : calm;
}

function drawStranger() {
  const chat = openChat();
  const person = me();
  const out = chat && person && !belongs(person, chat);
  byId("stranger").hidden = !out;
  if (!out) return;
  const next = membersOf(chat)[0];
  const swap = next && h("button", { type: "button", class: "link", click: () => become(next.id) }, `${WORDS.switchTo} ${next.name}`);
  byId("stranger").replaceChildren(SAY.stranger(person.name, chatName(chat)), swap || "");
}

function drawAll() {
  drawHead();
  drawStranger();
  const chat = openChat();
  if (!chat) return drawJump();
  view.from = Math.max(0, chat.messages.length - PAGE);
  fill();
  return toBottom();
}

function arrive({ chat, message, live }) {
  if (chat !== openChat() || !state.ready) return;
  const stay = view.pinned;
  const own = String(message.from) === state.me;
  if (chat.messages[chat.messages.length - 1] === message) {
    log().querySelector(":scope > .silent")?.remove();
    log().append(...rowsOf([message], chat));
  } else fill();
  drawWaiting();
  drawHead();
  if (live && !own) byId("live").textContent = SAY.said(nameOf(message.from), message.text || gist(message));
  if (stay || own) return toBottom();
  view.below += 1;
  return drawJump();
}

function show(id) {
  const chat = openChat();
  const place = chat.messages.indexOf(messageOf(id));
  if (place < 0) return;
  if (place < view.from) {
    view.from = Math.max(0, place - 5);
    fill();
  }
  const target = byId(`m-${id}`);
  view.pinned = false;
  target.scrollIntoView({ block: "center", behavior: "smooth" });
  target.focus({ preventScroll: true });
  target.classList.remove("found");
  requestAnimationFrame(() => target.classList.add("found"));
}

function waitingChanged() {
  drawWaiting();
  drawHead();
  stick();
}

/** Only a reader's own move upwards lets go of the newest message; pictures that load do not. */
function scrolled() {
  if (atBottom()) Object.assign(view, { pinned: true, below: 0 });
  else if (log().scrollTop < view.top - 2) view.pinned = false;
  view.top = log().scrollTop;
  drawJump();
}

const stick = () => view.pinned && toBottom();

export function startLog(sendAgain) {
  view.again = sendAgain;
  for (const name of ["open", "ready", "day"]) on(name, () => state.ready && drawAll());
  on("me", () => state.ready && drawAll());
  on("people", () => state.ready && (drawHead(), drawStranger()));
  on("message", arrive);
  on("waiting", waitingChanged);
  on("own", () => (drawWaiting(), toBottom()));
  on("show", show);
  on("grown", stick);
  new ResizeObserver(stick).observe(log());
  log().addEventListener("scroll", scrolled, { passive: true });
  byId("jump").addEventListener("click", () => {
    toBottom();
    byId("draft").focus();
  });
  byId("back").append(icon("back"));
  byId("back").addEventListener("click", () => tell("choose", null));
}
