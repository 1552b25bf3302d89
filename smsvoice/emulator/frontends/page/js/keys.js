// The keys of the page. They rest while someone types, and leave the browser's own keys alone.

export const KEYS = [
  ["/", "Search"],
  ["j", "Next conversation, or next message of a search"],
  ["k", "The one before"],
  ["r", "Reply"],
  ["d", "Details of the newest message"],
  ["c", "Controls: clock, faults, reviews, a new person"],
  ["Esc", "Leave a field, a dialog or a step"],
  ["?", "This help"],
];

export function keysOf({ rows, route, go, data, filtered, dialog, setDialog, narrow }) {
  const move = (step) => {
    const now = rows.findIndex((row) =>
      filtered ? row.id === route.message : row.person === (route.to || data.thread?.person));
    const row = rows[Math.min(Math.max(now + step, 0), rows.length - 1)];
    if (row) go({ ...route, to: row.person, message: filtered ? row.id : "", view: "" });
  };
  const actions = {
    "/": () => {
      if (narrow && (route.to || route.view)) go({ ...route, to: "", message: "", view: "" });
      document.getElementById("search")?.focus();
    },
    j: () => move(1),
    k: () => move(-1),
    r: () => document.getElementById("reply")?.focus(),
    d: () => go({ ...route, view: route.view === "details" ? "" : "details" }),
    c: () => go({ ...route, view: route.view === "controls" ? "" : "controls" }),
    "?": () => setDialog("help"),
  };
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog) return;
    const isTyping = event.target.closest?.("input, select, textarea");
    if (event.key === "Escape") {
      if (isTyping) event.target.blur();
      else if (route.view) go({ ...route, view: "" });
      else if (narrow && route.to) go({ ...route, to: "", message: "" });
      return;
    }
    if (isTyping || !(event.key in actions)) return;
    event.preventDefault();
    actions[event.key]();
  };
}
