/** The clock at the top and the buttons that move it. */
import { moveClock } from "./api.js";
import { byId, h, icon } from "./dom.js";
import { catchUp } from "./feed.js";
import { recall, remember } from "./memory.js";
import { now } from "./now.js";
import { chatKey, on, tell } from "./store.js";
import { clockTime, fullDate, fullTime, nextBoard, weekday } from "./times.js";
import { SAY, STEPS, WORDS } from "./words.js";

let moving = false;

function draw() {
  const time = now();
  const minute = fullTime(time);
  const face = byId("face");
  if (face.dataset.minute === minute) return;
  face.dataset.minute = minute;
  face.replaceChildren(
    h("b", { class: "hour" }, clockTime(time)),
    h("span", { class: "date" }, h("span", {}, fullDate(time)), h("span", {}, weekday(time))),
    icon("chevron"));
  face.setAttribute("aria-label", `${minute}，${WORDS.clock}`);
}

function busy(word) {
  moving = Boolean(word);
  byId("busy").hidden = !word;
  for (const button of byId("step-buttons").children) button.setAttribute("aria-disabled", String(moving));
  if (word) byId("live").textContent = SAY.moving(word);
}

async function move({ word, body }) {
  if (moving) return;
  fold();
  busy(word);
  const step = body === "board" ? { to: nextBoard(now()) } : body;
  try {
    const answer = await moveClock(byId("staff").checked ? { ...step, staff: "auto" } : step);
    tell("now", answer.now);
    await catchUp();
    const chats = new Set(answer.sent.map((message) => chatKey(message.chat)));
    tell("toast", SAY.arrived(fullTime(answer.now), answer.sent.length, chats.size));
  } catch (trouble) {
    tell("trouble", trouble);
  }
  busy(null);
}

function fold() {
  byId("face").setAttribute("aria-expanded", "false");
}

function startFolding() {
  const face = byId("face");
  const spread = matchMedia("(min-width: 1081px)");
  const unbutton = () => { face.disabled = spread.matches; };
  unbutton();
  spread.addEventListener("change", unbutton);
  face.addEventListener("click", () => face.setAttribute("aria-expanded", String(face.getAttribute("aria-expanded") !== "true")));
  document.addEventListener("keydown", (event) => event.key === "Escape" && fold());
  document.addEventListener("pointerdown", (event) => {
    if (!event.target.closest("#face, #steps")) fold();
  });
}

export function startClock() {
  byId("step-buttons").append(...STEPS.map((step) => h("button", { type: "button", click: () => move(step) }, step.word)));
  byId("staff").checked = recall("staff") ?? true;
  byId("staff").addEventListener("change", () => remember("staff", byId("staff").checked));
  startFolding();
  on("tick", draw);
}
