/** One message drawn: bubble, quote, picture, file, card. */
import { avatarOf } from "./avatar.js";
import { h, icon, localUrl } from "./dom.js";
import { isMine, messageOf, nameOf, personOf, state, tell, titleOf } from "./store.js";
import { clockTime, fullTime } from "./times.js";
import { SAY, WORDS } from "./words.js";

const CAPTION = 60;
const escaped = (name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Text with its mentions set apart. */
function rich(message) {
  const text = message.text ?? "";
  const ids = message.mentions ?? [];
  const names = [...ids.map(nameOf), state.botName, WORDS.everyone].filter(Boolean);
  const pattern = new RegExp(`(@(?:${names.sort((a, b) => b.length - a.length).map(escaped).join("|")}))`, "u");
  const own = personOf(state.me)?.name;
  return text.split(pattern).map((part, place) => {
    if (place % 2 === 0) return part;
    const mine = part === `@${own}` || part === `@${WORDS.everyone}`;
    return h("span", { class: mine ? "mention to-me" : "mention" }, part);
  });
}

/** The last line of a chat, or the line under a quote. */
export function gist(message) {
  if (message.card) return `[${WORDS.card}] ${message.card.title}`;
  if (message.file) return `[${WORDS.file}] ${message.file.name}`;
  if (message.image) return message.text && message.text !== WORDS.pictureAlone ? `${WORDS.pictureAlone} ${message.text}` : WORDS.pictureAlone;
  return (message.text ?? "").replace(/\s+/gu, " ");
}

function quoted(id) {
  const original = messageOf(id);
  if (!original) return h("span", { class: "quoted" }, WORDS.quoteGone);
  const line = `${nameOf(original.from)}：${gist(original)}`;
  return h("button", { type: "button", class: "quoted", click: () => tell("show", original.id) }, line);
}

function picture(message) {
  const source = localUrl(message.image);
  if (!source) return null;
  const words = message.text || WORDS.pictureAlone;
  const view = () => tell("view", { source, words });
  const label = `${WORDS.viewer}：${words.slice(0, CAPTION)}`;
  const image = h("img", { src: source, alt: "", loading: "lazy", load: () => tell("grown") });
  return h("button", { type: "button", class: "picture", "aria-label": label, click: view }, image);
}

/** A long text beside a picture says what the picture says: kept, but folded. */
function caption(message) {
  const text = message.text ?? "";
  if (!text || text === WORDS.pictureAlone) return null;
  if (text.length <= CAPTION) return h("div", { class: "bubble" }, rich(message));
  return h("details", { class: "bubble folded" }, h("summary", {}, WORDS.fullText), h("div", { class: "text" }, rich(message)));
}

function file({ name, url }) {
  const source = localUrl(url);
  const ending = name.includes(".") ? name.split(".").pop().slice(0, 4).toUpperCase() : "";
  const sign = h("span", { class: "file-sign", "aria-hidden": "true" }, icon("file"), h("b", {}, ending));
  const words = h("span", { class: "file-words" }, h("span", { class: "file-name" }, name), h("small", {}, WORDS.readOnlyFile));
  return h("a", { class: "file", href: source, download: name, target: "_blank", rel: "noopener" }, words, sign);
}

function card(message) {
  const { title, lines = [], actions = [] } = message.card;
  const act = (words) => () => tell("act", { message, words });
  const chips = actions.map((words) => h("button", { type: "button", class: "chip", click: act(words) }, words));
  return h("div", { class: "card" },
    h("h3", {}, title),
    lines.length > 0 && h("div", { class: "card-lines" }, lines.map((line) => h("p", {}, line))),
    chips.length > 0 && h("div", { class: "chips" }, chips));
}

/** A card's text that only repeats the card is not shown twice. */
function beyondCard(message) {
  const { text = "", card: shown } = message;
  if (!text.trim()) return false;
  return !(shown && [shown.title, ...(shown.lines ?? [])].every((line) => text.includes(line)));
}

function body(message) {
  const parts = [];
  if (message.image) parts.push(picture(message), caption(message));
  else if (beyondCard(message) && !(message.file && message.text === message.file.name)) {
    parts.push(h("div", { class: "bubble" }, rich(message)));
  }
  if (message.card) parts.push(card(message));
  if (message.file) parts.push(file(message.file));
  if (message.quote) parts.push(quoted(message.quote));
  return parts;
}

function sender(message) {
  const person = personOf(message.from);
  const role = person && (person.role !== "resident" || person.kind !== "resident") ? h("span", { class: "role" }, titleOf(person)) : null;
  return h("div", { class: "sender" }, nameOf(message.from), role);
}

export function row(message, chat) {
  const mine = isMine(message);
  const quote = h("button", {
    type: "button", class: "icon quote", title: WORDS.quote,
    "aria-label": `${WORDS.quote}：${nameOf(message.from)}，${gist(message).slice(0, 30)}`,
    click: () => tell("quote", message),
  }, icon("quote"));
  const named = chat.scene === "group" && !mine ? sender(message) : h("span", { class: "unseen" }, nameOf(message.from));
  const time = h("time", { class: "at", datetime: message.at, title: fullTime(message.at) }, clockTime(message.at));
  return h("article", { class: mine ? "row mine" : "row", id: `m-${message.id}`, tabindex: "-1" },
    avatarOf(message.from),
    h("div", { class: "said" }, named, h("div", { class: "parts" }, body(message))),
    h("div", { class: "beside" }, quote, time));
}

/** A message on its way, or one that did not arrive. */
export function waitingRow(waiting, again) {
  const sign = waiting.failed
    ? h("button", { type: "button", class: "icon failed", title: WORDS.resend, "aria-label": WORDS.resend, click: () => again(waiting) }, "!")
    : h("span", { class: "dots", "aria-label": WORDS.sending });
  const shown = waiting.image ? h("img", { class: "picture", src: waiting.image, alt: "" }) : null;
  const words = waiting.text ? h("div", { class: "bubble" }, waiting.text) : null;
  return h("article", { class: "row mine waiting" }, avatarOf(waiting.from),
    h("div", { class: "said" }, h("span", { class: "unseen" }, SAY.said(nameOf(waiting.from), "")), h("div", { class: "parts" }, shown, words)),
    h("div", { class: "beside" }, sign));
}
