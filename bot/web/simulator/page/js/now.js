/** The community's clock as the page last heard it, running on by itself. */
import { on, tell } from "./store.js";
import { fullDate } from "./times.js";

const known = { time: Date.now(), heard: performance.now(), still: false };

export const now = () => known.time + (known.still ? 0 : performance.now() - known.heard);

/** A clock that two readings find in one place is held: then it does not run here either. */
function hear(text) {
  const time = Date.parse(text);
  const before = fullDate(now());
  known.still = time === known.time && performance.now() - known.heard > 1500;
  Object.assign(known, { time, heard: performance.now() });
  tell("tick");
  if (fullDate(now()) !== before) tell("day");
}

export function startNow() {
  on("now", hear);
  let day = null;
  setInterval(() => {
    tell("tick");
    if (day !== null && fullDate(now()) !== day) tell("day");
    day = fullDate(now());
  }, 1000);
}
