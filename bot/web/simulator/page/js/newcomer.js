/** A form that enters one more person, shop or unit. */
import { addPerson } from "./api.js";
import { byId, h } from "./dom.js";
import { refresh } from "./feed.js";
import { sheetHead } from "./sheet.js";
import { become, openChat, state, tell } from "./store.js";
import { KINDS, ROLES, SAY, TROUBLE, WORDS } from "./words.js";

const sheet = () => byId("newcomer");
const options = (choices) => Object.entries(choices).map(([value, word]) => h("option", { value }, word));
const field = (word, input) => h("label", { class: "field" }, h("span", {}, word), input);

async function enter(form, picker) {
  const { bound, ...given } = Object.fromEntries(new FormData(form));
  const person = { ...Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim())), bound: bound === "on" };
  const known = state.grids.find(({ name }) => name === person.grid?.trim());
  if (known) person.grid = known.code;
  let id;
  try {
    ({ id } = await addPerson(person));
    tell("toast", SAY.welcomed(person.name));
  } catch (trouble) {
    ({ id } = trouble.body ?? {});
    if (id === undefined) {
      tell("trouble", trouble);
      return;
    }
    tell("toast", TROUBLE.already);
  }
  await refresh().catch((trouble) => tell("trouble", trouble));
  sheet().close();
  picker.close();
  if (openChat()?.scene !== "group") tell("choose", `person:${id}`);
  else become(String(id));
}

export function openNewcomer(picker) {
  const form = h("form", {
    class: "form",
    submit: (event) => {
      event.preventDefault();
      enter(form, picker);
    },
  },
  field(WORDS.name, h("input", { name: "name", required: true, maxlength: "40", autofocus: true })),
  field(WORDS.kind, h("select", { name: "kind" }, options(KINDS))),
  field(WORDS.role, h("select", { name: "role" }, options(ROLES))),
  field(WORDS.grid, h("input", { name: "grid", required: true, maxlength: "40", list: "grids", placeholder: WORDS.gridHint })),
  h("datalist", { id: "grids" }, state.grids.map(({ name }) => h("option", { value: name }))),
  field(WORDS.address, h("input", { name: "address", maxlength: "80", placeholder: WORDS.addressHint })),
  h("label", { class: "tick" }, h("input", { type: "checkbox", name: "bound", checked: true }), WORDS.bound),
  h("footer", {},
    h("button", { type: "button", class: "plain", click: () => sheet().close() }, WORDS.cancel),
    h("button", { class: "send" }, WORDS.save)));
  sheet().replaceChildren(sheetHead(WORDS.newcomer, sheet()), form);
  sheet().showModal();
}
