/** Short notes at the edge that leave by themselves, and the picture viewer. */
import { byId, h, icon } from "./dom.js";
import { on } from "./store.js";
import { TROUBLE, WORDS } from "./words.js";

const STAY = { note: 5000, trouble: 8000 };
let lost = null;

/** Shown anew, a popover stands above whatever sheet has opened since. */
function raise(notes) {
  if (notes.matches(":popover-open")) notes.hidePopover();
  notes.showPopover();
}

function toast(sentence, kind = "note", stays = false) {
  const note = h("div", { class: `toast ${kind}` }, h("span", {}, sentence));
  note.append(h("button", { type: "button", class: "icon small", "aria-label": WORDS.close, click: () => note.remove() }, icon("close")));
  byId("toasts").querySelector(`.${kind}:not(.stays)`)?.remove();
  raise(byId("toasts"));
  byId("toasts").append(note);
  note.classList.toggle("stays", stays);
  if (!stays) setTimeout(() => note.remove(), STAY[kind]);
  return note;
}

function view({ source, words }) {
  const close = h("button", { type: "button", class: "icon", "aria-label": WORDS.close, click: () => byId("viewer").close() }, icon("close"));
  byId("viewer").replaceChildren(h("img", { src: source, alt: words }), close);
  byId("viewer").showModal();
}

export function startToasts() {
  on("toast", (sentence) => toast(sentence));
  on("trouble", (trouble) => toast(trouble.message || TROUBLE.unknown, "trouble"));
  on("lost", () => { lost = toast(TROUBLE.lost, "trouble", true); });
  on("found", () => {
    lost?.remove();
    toast(TROUBLE.back);
  });
  on("view", view);
  byId("viewer").addEventListener("click", (event) => event.target.tagName !== "BUTTON" && byId("viewer").close());
}
