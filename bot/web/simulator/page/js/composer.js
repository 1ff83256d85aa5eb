/** Writing: text, a quote, a picture; each chat keeps its own draft. */
import { sendMessage } from "./api.js";
import { gist } from "./bubble.js";
import { byId, h, icon } from "./dom.js";
import { catchUp } from "./feed.js";
import { menuTakes, startMention } from "./mention.js";
import { me, nameOf, newDraft, on, openChat, state, tell } from "./store.js";
import { SAY, TROUBLE, WORDS } from "./words.js";

const LARGEST = 10 * 1024 * 1024;
const box = () => byId("draft");
let line = Promise.resolve();

function grow() {
  box().style.height = "auto";
  box().style.height = `${Math.min(box().scrollHeight, 160)}px`;
}

function drawAttached() {
  const { quote, image } = openChat()?.draft ?? newDraft();
  const drop = (what) => () => {
    openChat().draft[what] = null;
    drawAttached();
    box().focus();
  };
  const off = (what) => h("button", { type: "button", class: "icon small", "aria-label": WORDS.remove, click: drop(what) }, icon("close"));
  const parts = [
    quote && h("div", { class: "attachment" }, h("span", { class: "clip" }, `${SAY.quoting(nameOf(quote.from))}：${gist(quote)}`), off("quote")),
    image && h("div", { class: "attachment" }, h("img", { src: image, alt: WORDS.addAttachment }), h("span", { class: "clip" }, WORDS.addAttachment), off("image")),
  ].filter(Boolean);
  byId("attached").hidden = !parts.length;
  byId("attached").replaceChildren(...parts);
}

function drawComposer() {
  const chat = openChat();
  byId("composer").hidden = !chat;
  if (!chat) return;
  byId("mention").hidden = chat.scene === "private";
  if (box().value !== chat.draft.text) box().value = chat.draft.text;
  box().placeholder = me() ? SAY.speakAs(me().name) : WORDS.nobody;
  grow();
  drawAttached();
}

function put(text) {
  box().value = text;
  openChat().draft.text = text;
  grow();
  box().focus();
  box().setSelectionRange(text.length, text.length);
}

async function deliver(chat, waiting) {
  chat.busy += 1;
  tell("waiting");
  try {
    await sendMessage(waiting.body);
    await catchUp().catch(() => {});
    chat.pending = chat.pending.filter((other) => other !== waiting);
  } catch (trouble) {
    if (chat.pending.includes(waiting)) {
      waiting.failed = true;
      tell("trouble", trouble);
    }
  }
  chat.busy -= 1;
  tell("waiting");
}

function queue(chat, waiting) {
  waiting.failed = false;
  line = line.then(() => deliver(chat, waiting));
  tell("own");
}

function bodyOf(chat, { text, quote, image }) {
  const place = chat.scene === "group" ? { scene: "group", grid: chat.grid } : { scene: "private" };
  const body = { from: me().key, ...place, message_id: crypto.randomUUID() };
  if (text) body.text = text;
  if (quote) body.quote = quote.id;
  if (image) body.image = image.slice(image.indexOf(",") + 1);
  return body;
}

function send() {
  const chat = openChat();
  if (!chat) return;
  if (!me()) {
    tell("trouble", new Error(WORDS.nobody));
    return;
  }
  const { quote, image } = chat.draft;
  const text = box().value.trim();
  if (!text && !image) return;
  const waiting = { from: state.me, text, image, body: bodyOf(chat, { text, quote, image }) };
  chat.draft = newDraft();
  chat.pending.push(waiting);
  drawComposer();
  queue(chat, waiting);
}

export function sendAgain(waiting) {
  queue([...state.chats.values()].find((chat) => chat.pending.includes(waiting)), waiting);
}

function attach(picture) {
  if (!picture || !openChat()) return;
  const refusal = !["image/jpeg", "image/png"].includes(picture.type) ? TROUBLE.notPicture
    : picture.size > LARGEST ? TROUBLE.tooBig : null;
  if (refusal) {
    tell("trouble", new Error(refusal));
    return;
  }
  const { draft } = openChat();
  const reader = new FileReader();
  reader.addEventListener("load", () => {
    draft.image = reader.result;
    drawAttached();
    box().focus();
  });
  reader.addEventListener("error", () => tell("trouble", new Error(TROUBLE.unreadable)));
  reader.readAsDataURL(picture);
}

function keyed(event) {
  if (event.isComposing || event.keyCode === 229 || menuTakes(event)) return;
  if (event.key !== "Enter" || event.shiftKey) return;
  event.preventDefault();
  send();
}

function startPictures() {
  byId("picture").append(icon("picture"));
  byId("picture").addEventListener("click", () => byId("file").click());
  byId("file").addEventListener("change", () => {
    attach(byId("file").files[0]);
    byId("file").value = "";
  });
  box().addEventListener("paste", (event) => {
    const picture = [...event.clipboardData.files].find((file) => file.type.startsWith("image/"));
    if (!picture) return;
    event.preventDefault();
    attach(picture);
  });
  byId("talk").addEventListener("dragover", (event) => event.preventDefault());
  byId("talk").addEventListener("drop", (event) => {
    event.preventDefault();
    attach(event.dataTransfer.files[0]);
  });
}

function reply(message) {
  openChat().draft.quote = message;
  drawAttached();
  box().focus();
}

export function startComposer() {
  for (const name of ["open", "me", "ready"]) on(name, drawComposer);
  on("quote", reply);
  on("act", ({ message, words }) => {
    reply(message);
    put(words);
  });
  byId("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  box().addEventListener("keydown", keyed);
  box().addEventListener("input", () => {
    openChat().draft.text = box().value;
    grow();
  });
  startMention(put);
  startPictures();
}
