/** Building elements without ever parsing markup: text stays text. */
import { WORDS } from "./words.js";

export const byId = (id) => document.getElementById(id);

export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name, value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const SHAPES = {
  at: "M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Zm0 0v1.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-3.5 7.1",
  back: "M15 5l-7 7 7 7",
  chevron: "M6 9.5l6 6 6-6",
  close: "M6 6l12 12M18 6L6 18",
  down: "M12 5v14m-6-6l6 6 6-6",
  picture: "M4 5h16v14H4zM4 16l4.5-4.5 4 4 2.5-2.5 5 5M15.5 9.5h.01",
  plus: "M12 5v14M5 12h14",
  quote: "M10 8L5 13l5 5M5 13h9a5 5 0 0 0 5-5V6",
  file: "M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5",
};

export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "glyph");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

/** Addresses from messages are followed only on this very server. */
export function localUrl(path) {
  try {
    const url = new URL(path, document.baseURI);
    return url.origin === location.origin ? url.href : null;
  } catch {
    return null;
  }
}

export function fillWords(root = document) {
  const apply = (attribute, set) => {
    for (const node of root.querySelectorAll(`[data-${attribute}]`)) set(node, WORDS[node.dataset[attribute]]);
  };
  apply("word", (node, word) => { node.textContent = word; });
  apply("label", (node, word) => node.setAttribute("aria-label", word));
  apply("title", (node, word) => node.setAttribute("title", word));
  apply("hint", (node, word) => node.setAttribute("placeholder", word));
}

/** Arrow keys walk through the buttons of a list, as people expect of one. */
export function walkWithArrows(list, selector) {
  list.addEventListener("keydown", (event) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!move) return;
    const stops = [...list.querySelectorAll(selector)];
    const next = stops[stops.indexOf(document.activeElement) + move];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
