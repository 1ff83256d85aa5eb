/** Who one is: a sheet of all people, found by name, role and grid. */
import { avatarOf } from "./avatar.js";
import { byId, h, icon, walkWithArrows } from "./dom.js";
import { openNewcomer } from "./newcomer.js";
import { closeBeside, sheetHead } from "./sheet.js";
import { become, gridName, me, on, openChat, state, tell, titleOf } from "./store.js";
import { ROLES, SAY, WORDS } from "./words.js";

const MOST = 80;
const asked = { query: "", role: "", grid: "" };
const sheet = () => byId("picker");

function fitting() {
  const words = asked.query.trim().split(/\s+/u).filter(Boolean);
  return [...state.people.values()].filter((person) => {
    const text = [person.name, person.address, titleOf(person), gridName(person.grid)].filter(Boolean).join(" ");
    return words.every((word) => text.includes(word)) && (!asked.role || person.role === asked.role)
      && (!asked.grid || person.grid === asked.grid);
  });
}

function choose(person) {
  sheet().close();
  const inPrivate = openChat()?.scene === "private";
  if (inPrivate) tell("choose", `person:${person.id}`);
  else become(person.id);
  tell("toast", SAY.switched(person.name));
}

function personRow(person) {
  const about = [gridName(person.grid), person.address, person.bound === false && WORDS.unbound].filter(Boolean).join(" · ");
  return h("li", {}, h("button", {
    type: "button", class: "person", "aria-current": person.id === state.me ? "true" : null, click: () => choose(person),
  }, avatarOf(person.id), h("span", { class: "person-words" },
    h("span", { class: "chat-name" }, h("span", { class: "clip" }, person.name), h("span", { class: "role" }, titleOf(person))),
    h("small", { class: "clip" }, about))));
}

function drawList() {
  const people = fitting();
  const rows = people.slice(0, MOST).map(personRow);
  if (people.length > MOST) rows.push(h("li", { class: "nothing" }, SAY.moreChats(people.length - MOST)));
  if (!people.length) rows.push(h("li", { class: "nothing" }, state.people.size ? WORDS.nobodyFound : WORDS.noPeople));
  sheet().querySelector(".people").replaceChildren(...rows);
  for (const chip of sheet().querySelectorAll(".filter")) chip.setAttribute("aria-pressed", String(asked[chip.dataset.what] === chip.value));
}

function filters(what, choices) {
  const chip = ([value, word]) => h("button", {
    type: "button", class: "filter", value, "data-what": what,
    click: () => {
      asked[what] = value;
      drawList();
    },
  }, word);
  return h("div", { class: "filters", role: "group", "aria-label": WORDS[what] }, choices.map(chip));
}

function openPicker() {
  Object.assign(asked, { query: "" });
  const roles = Object.entries(ROLES).filter(([role]) => [...state.people.values()].some((person) => person.role === role));
  const search = h("input", {
    type: "search", placeholder: WORDS.pickHint, "aria-label": WORDS.pickHint, autofocus: true,
    input: (event) => {
      asked.query = event.target.value;
      drawList();
    },
  });
  const list = h("ul", { class: "people" });
  const add = h("button", { type: "button", class: "wide", click: () => openNewcomer(sheet()) }, icon("plus"), WORDS.newcomer);
  sheet().replaceChildren(sheetHead(WORDS.pick, sheet()), h("div", { class: "sheet-find" }, search,
    filters("role", [["", WORDS.all], ...roles]),
    filters("grid", [["", WORDS.allGrids], ...state.grids.map(({ code, name }) => [code, name])])), list, h("footer", {}, add));
  walkWithArrows(sheet(), ".person, [type=search]");
  drawList();
  if (!sheet().open) sheet().showModal();
}

function drawMe() {
  const person = me();
  const name = person?.name ?? (state.people.size ? WORDS.pick : WORDS.newcomer);
  const about = person ? [titleOf(person), gridName(person.grid)].filter(Boolean).join(" · ") : "";
  byId("me").replaceChildren(
    ...[person && avatarOf(person.id), h("span", { class: "me-words" }, h("b", {}, name), h("small", {}, about)), icon("chevron")].filter(Boolean));
  byId("me").setAttribute("aria-label", person ? SAY.asMe(name) : name);
}

export function startPeople() {
  on("me", drawMe);
  on("people", drawMe);
  byId("me").addEventListener("click", () => (state.people.size ? openPicker() : openNewcomer(sheet())));
  closeBeside(sheet());
}
