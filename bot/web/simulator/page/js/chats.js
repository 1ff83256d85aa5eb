/** The list of chats: groups on top, then people by their latest message. */
import { chatAvatar } from "./avatar.js";
import { gist } from "./bubble.js";
import { byId, h, walkWithArrows } from "./dom.js";
import { chatName, gridName, markRead, nameOf, on, personOf, STAFF_CHAT, state, tell, titleOf, unreadTotal } from "./store.js";
import { brief } from "./times.js";
import { now } from "./now.js";
import { SAY, WORDS } from "./words.js";

const MOST = 120;
const last = (chat) => chat.messages[chat.messages.length - 1] ?? null;
const searchable = (chat) => {
  const person = chat.scene === "private" ? personOf(chat.person) : null;
  return [chatName(chat), person && titleOf(person), person?.address, gridName(person?.grid ?? chat.grid)].filter(Boolean).join(" ");
};

function rank(one, two) {
  if (one.scene !== two.scene) return one.scene === "group" ? -1 : 1;
  if (one.scene === "group") return (one.key === STAFF_CHAT) - (two.key === STAFF_CHAT);
  return Date.parse(last(two)?.at ?? 0) - Date.parse(last(one)?.at ?? 0);
}

function shownChats(query) {
  const words = query.trim().toLowerCase().split(/\s+/u).filter(Boolean);
  const fits = (chat) => words.every((word) => searchable(chat).toLowerCase().includes(word));
  const lives = (chat) => words.length || chat.scene === "group" || chat.messages.length || personOf(chat.person)?.bound !== false;
  return [...state.chats.values()].filter((chat) => lives(chat) && fits(chat)).sort(rank);
}

const placeOf = (person) => person && [gridName(person.grid), person.address].filter(Boolean).join(" · ");

function previewOf(chat) {
  if (chat.draft.text && chat.key !== state.open) return [h("b", { class: "mark" }, WORDS.draftMark), ` ${chat.draft.text}`];
  const message = last(chat);
  if (!message) return [placeOf(personOf(chat.person)) || WORDS.emptyPreview];
  const from = chat.scene === "group" || message.from !== "bot" ? `${nameOf(message.from)}：` : "";
  return [chat.called && h("b", { class: "mark" }, WORDS.mentionedMark), `${from}${gist(message)}`.slice(0, 80)];
}

function tagOf(chat) {
  const person = chat.scene === "private" ? personOf(chat.person) : null;
  if (!person || (person.role === "resident" && person.kind === "resident")) return null;
  return h("span", { class: "role" }, titleOf(person));
}

function chatRow(chat) {
  const message = last(chat);
  const count = chat.unread > 99 ? "99+" : String(chat.unread);
  return h("li", {}, h("button", {
    type: "button", class: "chat", id: `chat-${chat.key}`,
    "aria-current": chat.key === state.open ? "true" : null,
    "aria-label": SAY.chatRow(chatName(chat), chat.unread),
    click: () => tell("choose", chat.key),
  },
  h("span", { class: "chat-face" }, chatAvatar(chat), chat.unread > 0 && h("span", { class: "badge" }, count)),
  h("span", { class: "chat-name" }, h("span", { class: "clip" }, chatName(chat)), tagOf(chat)),
  h("time", { class: "chat-time" }, message ? brief(message.at, now()) : ""),
  h("span", { class: "chat-line" }, previewOf(chat))));
}

function draw() {
  const list = byId("chat-list");
  const held = list.contains(document.activeElement) ? document.activeElement.id : null;
  const chats = shownChats(byId("search").value);
  const rows = chats.slice(0, MOST).map(chatRow);
  const firstPerson = chats.findIndex((chat) => chat.scene === "private");
  if (firstPerson >= 0 && firstPerson < rows.length) {
    rows.splice(firstPerson, 0, h("li", { class: "divider" }, h("h2", {}, WORDS.privateChats)));
  }
  if (chats.length > MOST) rows.push(h("li", { class: "nothing" }, SAY.moreChats(chats.length - MOST)));
  if (!chats.length) rows.push(h("li", { class: "nothing" }, state.people.size ? WORDS.emptyList : WORDS.noPeople));
  list.replaceChildren(...rows);
  if (held) byId(held)?.focus({ preventScroll: true });
  byId("read-all").hidden = unreadTotal() === 0;
  document.title = SAY.title(state.botName, unreadTotal());
}

/** Many messages, one drawing; and never while a row is being pressed. */
let waiting = false;
function drawSoon() {
  if (waiting) return;
  waiting = true;
  setTimeout(() => {
    waiting = false;
    if (byId("chat-list").matches(":active")) drawSoon();
    else if (state.ready) draw();
  }, 40);
}

export function startChats() {
  for (const name of ["people", "message", "unread", "open", "ready", "me", "day"]) on(name, drawSoon);
  byId("search").addEventListener("input", drawSoon);
  byId("search").addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") byId("chat-list").querySelector(".chat")?.focus();
    if (event.key === "Enter") byId("chat-list").querySelector(".chat")?.click();
  });
  byId("read-all").addEventListener("click", () => [...state.chats.values()].forEach(markRead));
  walkWithArrows(byId("chat-list"), ".chat");
}
