/** The menu of people to mention: by its button or by typing @ in a group. */
import { avatarOf } from "./avatar.js";
import { byId, h, icon } from "./dom.js";
import { me, membersOf, openChat, state, titleOf } from "./store.js";

const MOST = 30;
const menu = { names: [], active: 0 };
const box = () => byId("draft");
const list = () => byId("mentions");

/** What stands between the last @ and the caret, or null. */
function asked() {
  const before = box().value.slice(0, box().selectionStart);
  return openChat()?.scene === "group" ? before.match(/@([^\s@]*)$/u)?.[1] ?? null : null;
}

function candidates(query) {
  const people = membersOf(openChat()).filter((person) => person.id !== me()?.id);
  const all = [{ id: "bot", name: state.botName }, ...people];
  return all.filter(({ name }) => name.includes(query)).slice(0, MOST);
}

function mark(place) {
  menu.active = (place + menu.names.length) % menu.names.length;
  [...list().children].forEach((option, index) => option.setAttribute("aria-selected", String(index === menu.active)));
  list().children[menu.active].scrollIntoView({ block: "nearest" });
  box().setAttribute("aria-activedescendant", list().children[menu.active].id);
}

function close() {
  list().hidden = true;
  box().removeAttribute("aria-activedescendant");
}

function draw() {
  const query = asked();
  const people = query === null ? [] : candidates(query);
  if (!people.length) return close();
  menu.names = people.map(({ name }) => name);
  list().replaceChildren(...people.map((person, place) => h("div", {
    class: "option", role: "option", id: `mention-${place}`,
    pointerdown: (event) => {
      event.preventDefault();
      choose(place);
    },
  }, avatarOf(person.id), h("span", { class: "clip" }, person.name), person.role && person.role !== "resident" && h("span", { class: "role" }, titleOf(person)))));
  list().hidden = false;
  return mark(0);
}

let put = () => {};

function choose(place) {
  const caret = box().selectionStart;
  const start = box().value.lastIndexOf("@", caret - 1);
  const head = `${box().value.slice(0, start)}@${menu.names[place]} `;
  put(head + box().value.slice(caret));
  box().setSelectionRange(head.length, head.length);
  close();
}

/** True where the key was the menu's. */
export function menuTakes(event) {
  if (list().hidden) return false;
  const acts = {
    ArrowDown: () => mark(menu.active + 1),
    ArrowUp: () => mark(menu.active - 1),
    Enter: () => choose(menu.active),
    Tab: () => choose(menu.active),
    Escape: close,
  };
  if (!acts[event.key] || event.shiftKey) return false;
  event.preventDefault();
  acts[event.key]();
  return true;
}

export function startMention(putText) {
  put = putText;
  byId("mention").append(icon("at"));
  byId("mention").addEventListener("click", () => {
    const caret = box().selectionStart;
    put(`${box().value.slice(0, caret)}@${box().value.slice(caret)}`);
    box().setSelectionRange(caret + 1, caret + 1);
    draw();
  });
  box().addEventListener("input", draw);
  box().addEventListener("blur", close);
}
