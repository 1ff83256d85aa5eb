/** Dates as people in Asia/Shanghai read them, which has kept one offset since 1991. */
import { WEEKDAYS, WORDS } from "./words.js";

const OFFSET = 8 * 3600e3;
const DAY = 24 * 3600e3;
const two = (number) => String(number).padStart(2, "0");
const local = (time) => new Date(new Date(time).getTime() + OFFSET);
const dayNumber = (time) => Math.floor(local(time).getTime() / DAY);

export const clockTime = (time) => `${two(local(time).getUTCHours())}:${two(local(time).getUTCMinutes())}`;
export const weekday = (time) => WEEKDAYS[local(time).getUTCDay()];

export function fullDate(time) {
  const day = local(time);
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
}

export const fullTime = (time) => `${fullDate(time)} ${weekday(time)} ${clockTime(time)}`;

/** Stands between the bubbles. */
export function separator(time, now) {
  const days = dayNumber(now) - dayNumber(time);
  if (days === 0) return clockTime(time);
  if (days === 1) return `${WORDS.yesterday} ${clockTime(time)}`;
  if (days > 1 && days < 7) return `${weekday(time)} ${clockTime(time)}`;
  const sameYear = local(time).getUTCFullYear() === local(now).getUTCFullYear();
  const date = fullDate(time);
  return `${sameYear ? date.slice(5) : date} ${clockTime(time)}`;
}

/** Stands at the right of a chat's row. */
export function brief(time, now) {
  const days = dayNumber(now) - dayNumber(time);
  if (days <= 0) return clockTime(time);
  if (days === 1) return WORDS.yesterday;
  if (days < 7) return weekday(time);
  const day = local(time);
  const date = `${day.getUTCMonth() + 1}/${day.getUTCDate()}`;
  return day.getUTCFullYear() === local(now).getUTCFullYear() ? date : `${day.getUTCFullYear()}/${date}`;
}

/** Day 10, 10:05 of the coming first month of a quarter. */
export function nextBoard(now) {
  const today = local(now);
  const start = Math.floor(today.getUTCMonth() / 3) * 3;
  const at = (month) => Date.UTC(today.getUTCFullYear(), month, 10, 10, 5);
  const next = new Date(at(start) > today.getTime() ? at(start) : at(start + 3));
  return `${next.getUTCFullYear()}-${two(next.getUTCMonth() + 1)}-10T10:05:00+08:00`;
}
