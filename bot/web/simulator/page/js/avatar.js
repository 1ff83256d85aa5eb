/** Avatars drawn from the surname; groups are a mosaic of their members, as in WeChat. */
import { h } from "./dom.js";
import { membersOf, nameOf, personOf } from "./store.js";

const HUES = 9;
const DOUBLE = ["欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "夏侯", "司徒", "令狐"];

const surname = (name) => DOUBLE.find((double) => name.startsWith(double)) ?? [...name][0] ?? "?";

function hue(text) {
  let sum = 2166136261;
  for (const letter of text) sum = Math.imul(sum ^ letter.codePointAt(0), 16777619) >>> 0;
  return ((sum >>> 15 ^ sum) >>> 0) % HUES;
}

function tile(name, extra = "") {
  const sign = surname(name);
  return h("span", { class: `avatar hue-${hue(name)}${sign.length > 1 ? " double" : ""}${extra}`, "aria-hidden": "true" }, sign);
}

const botFace = () => h("span", { class: "avatar bot", "aria-hidden": "true" }, h("i"), h("i"), h("i"), h("i"));

export function avatarOf(id) {
  if (id === "bot") return botFace();
  const person = personOf(id);
  return tile(nameOf(id), person && person.kind !== "resident" ? " shop" : "");
}

export function chatAvatar(chat) {
  if (chat.scene === "private") return avatarOf(chat.person);
  const faces = membersOf(chat).slice(0, 3).map((person) => tile(person.name));
  return h("span", { class: "avatar mosaic", "aria-hidden": "true" }, botFace(), faces);
}
