/** What the page knows: people, chats, messages, who one is; views listen for changes. */
import { remember, recall } from "./memory.js";
import { KINDS, ROLES, SAY, WORDS } from "./words.js";

export const STAFF_CHAT = "group:staff";
const STAFF_ROLES = ["grid_worker", "property", "secretary"];
const EVERYWHERE = ["secretary", "supervisor", "partner"];

export const state = { botName: "", grids: [], people: new Map(), chats: new Map(), me: null, open: null, ready: false };
const messages = new Map();
const bus = new EventTarget();

export const on = (name, listener) => bus.addEventListener(name, (event) => listener(event.detail));
export const tell = (name, detail) => bus.dispatchEvent(new CustomEvent(name, { detail }));

export const me = () => state.people.get(state.me) ?? null;
export const openChat = () => state.chats.get(state.open) ?? null;
export const personOf = (id) => state.people.get(String(id)) ?? null;
export const messageOf = (id) => messages.get(String(id)) ?? null;
export const isMine = (message) => String(message.from) === state.me;
export const chatKey = ({ scene, grid, person }) => (scene === "group" ? `group:${grid}` : `person:${person}`);

export const gridName = (code) => state.grids.find((grid) => grid.code === code)?.name ?? code ?? "";
export const nameOf = (id) => (id === "bot" ? state.botName : personOf(id)?.name ?? String(id));

/** Shops and units are called what they are, people by their role. */
export const titleOf = ({ kind, role }) => (role === "resident" && KINDS[kind] && kind !== "resident" ? KINDS[kind] : ROLES[role] ?? role);

function makeChat(key) {
  const [kind, ...rest] = key.split(":");
  const id = rest.join(":");
  const place = kind === "group" ? { scene: "group", grid: id } : { scene: "private", person: id };
  const chat = { key, ...place, messages: [], pending: [], busy: 0, unread: 0, called: false, draft: newDraft() };
  state.chats.set(key, chat);
  return chat;
}

export const newDraft = () => ({ text: "", quote: null, image: null });
export const chatOf = (key) => state.chats.get(key) ?? makeChat(key);

export function chatName(chat) {
  if (chat.scene === "private") return nameOf(chat.person);
  return chat.key === STAFF_CHAT ? WORDS.staffGroup : SAY.groupOf(gridName(chat.grid));
}

export function belongs(person, chat) {
  if (chat.scene === "private") return person.id === chat.person;
  if (chat.key === STAFF_CHAT) return STAFF_ROLES.includes(person.role);
  return person.grid === chat.grid || EVERYWHERE.includes(person.role);
}

/** The grid's own people first, then those who belong everywhere. */
export const membersOf = (chat) => [...state.people.values()].filter((person) => belongs(person, chat))
  .sort((one, two) => (two.grid === chat.grid) - (one.grid === chat.grid));

export function learn(answer) {
  state.botName = answer.bot_name;
  state.grids = answer.grids.filter((grid) => grid.code !== "staff");
  state.people = new Map(answer.people.map((person) => [String(person.id), { ...person, id: String(person.id), key: person.id }]));
  for (const grid of state.grids) chatOf(`group:${grid.code}`);
  if (state.people.size) chatOf(STAFF_CHAT);
  for (const id of state.people.keys()) chatOf(`person:${id}`);
  if (!me()) state.me = null;
  tell("people");
}

export function become(id) {
  if (state.me === id) return;
  state.me = id;
  remember("me", id);
  tell("me");
}

/** Opening somebody's private chat is speaking as them. */
export function open(key) {
  const chat = key === null ? null : state.chats.get(key) ?? null;
  if (chat?.scene === "private") become(chat.person);
  state.open = chat?.key ?? null;
  if (chat) markRead(chat);
  tell("open");
}

export function markRead(chat) {
  chat.unread = 0;
  chat.called = false;
  tell("unread");
}

export const unreadTotal = () => [...state.chats.values()].reduce((sum, chat) => sum + chat.unread, 0);

function insert(list, message) {
  let place = list.length;
  const time = Date.parse(message.at);
  while (place > 0 && Date.parse(list[place - 1].at) > time) place -= 1;
  list.splice(place, 0, message);
}

function callsMe(message) {
  return message.mentions?.some((id) => String(id) === state.me) || message.text?.includes(`@${WORDS.everyone}`);
}

function countUnread(chat, message) {
  const watched = chat.key === state.open && document.visibilityState === "visible";
  const counts = chat.scene === "private" ? message.from === "bot" : !isMine(message);
  if (watched || !counts) return;
  chat.unread += 1;
  if (chat.scene === "group" && callsMe(message)) chat.called = true;
}

/** Takes a message in once; `live` ones count as unread. */
export function take(message, live) {
  if (messages.has(String(message.id))) return;
  messages.set(String(message.id), message);
  const chat = chatOf(chatKey(message.chat));
  insert(chat.messages, message);
  settlePending(chat, message);
  if (live) countUnread(chat, message);
  tell("message", { chat, message, live });
}

/** Messages are sent one after another, so the first one waiting is the one that came back. */
function settlePending(chat, message) {
  const sent = chat.pending.findIndex((waiting) => waiting.from === String(message.from) && !waiting.failed);
  if (sent >= 0) chat.pending.splice(sent, 1);
}

export function forgetMessages() {
  messages.clear();
  for (const chat of state.chats.values()) Object.assign(chat, { messages: [], unread: 0, called: false });
  tell("open");
}

const lastRead = () => Object.fromEntries([...state.chats.values()].filter((chat) => chat.unread)
  .map((chat) => [chat.key, chat.unread]));
export const rememberUnread = (last) => remember("seen", { last, unread: lastRead() });

export function recallUnread() {
  for (const [key, count] of Object.entries(recall("seen")?.unread ?? {})) {
    if (state.chats.has(key)) chatOf(key).unread = count;
  }
}
