// What the address says: the conversation, the message, the step of a narrow screen, the filters.

export const FILTERS = ["text", "channel", "state", "region", "sender", "after", "before"];

const OWN = ["to", "message", "view"];

export function read() {
  const given = new URLSearchParams(location.search);
  const route = { filters: {} };
  for (const name of OWN) route[name] = given.get(name) || "";
  for (const name of FILTERS) if (given.get(name)) route.filters[name] = given.get(name);
  return route;
}

export function address(route) {
  const members = new URLSearchParams();
  for (const name of OWN) if (route[name]) members.set(name, route[name]);
  for (const name of FILTERS) if (route.filters[name]) members.set(name, route.filters[name]);
  const text = members.toString();
  return text ? `/?${text}` : "/";
}

export function isFiltered(route) {
  return Object.keys(route.filters).length > 0;
}

// A click that the browser itself must handle: a new tab, a download.
export function isForBrowser(event) {
  return event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
}
