// Times, prices and other members of messages in words.

const DAY = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
const SHORT_DAY = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const WHOLE = new Intl.DateTimeFormat(undefined, {
  day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit",
});

export const day = (iso) => DAY.format(new Date(iso));
export const clock = (iso) => CLOCK.format(new Date(iso));
export const moment = (iso) => WHOLE.format(new Date(iso));

export function utc(iso) {
  return `${new Date(iso).toISOString().replace("T", " ").slice(0, 19)} UTC`;
}

// The time of today, the day of anything else; both on the emulator's clock.
export function brief(iso, now) {
  return day(iso) === day(now) ? clock(iso) : SHORT_DAY.format(new Date(iso));
}

export function duration(seconds) {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

// The time between two moments, as short as it is readable.
export function apart(from, to) {
  const seconds = (new Date(to) - new Date(from)) / 1000;
  if (seconds < 60) return `${Number(seconds.toFixed(1))} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`;
}

export function money(text) {
  const amount = Number(text || 0);
  return `$${amount === 0 ? "0" : amount.toFixed(5).replace(/0{1,3}$/, "")}`;
}

export function many(count, word) {
  return `${count.toLocaleString()} ${word}${count === 1 ? "" : "s"}`;
}

// What an identity is called where there is little place: RCS agents have long ids.
export function senderName(sender) {
  if (!sender) return "a sender of AWS’s";
  return /^rcs-.{16,}/.test(sender) ? `RCS agent …${sender.slice(-6)}` : sender;
}

export function sentence(word) {
  const text = String(word).replaceAll("_", " ").toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function fileName(url) {
  return decodeURIComponentSafely(url.split("/").pop() || url);
}

function decodeURIComponentSafely(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
