/** What every sheet has: a title, a way to close, and closing by a click beside it. */
import { h, icon } from "./dom.js";
import { WORDS } from "./words.js";

export function sheetHead(word, sheet) {
  return h("header", { class: "sheet-head" }, h("h2", {}, word),
    h("button", { type: "button", class: "icon", "aria-label": WORDS.close, click: () => sheet.close() }, icon("close")));
}

export function closeBeside(sheet) {
  sheet.addEventListener("click", (event) => event.target === sheet && sheet.close());
}
