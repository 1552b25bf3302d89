// The inbox page: shows what people would have received, live, and moves the emulator's controls.
// Whatever a message holds is put in as text, never as markup.
"use strict";

const ADMIN = "/_smsvoice/";
const PAGE = 200;
const WAIT_FOR_MORE = 60; // milliseconds in which several changes become one refresh
const byId = (id) => document.getElementById(id);

const state = {
  limit: PAGE,
  search: "",
  chosen: null,
  rows: new Map(), // message id -> {element, content}
  first: true,
  timer: 0,
  running: false,
  again: false,
};

// --- talking to the emulator --------------------------------------------------------------------

async function call(method, path, body) {
  const options = { method, cache: "no-store" };
  if (method === "POST") {
    options.headers = { "content-type": "application/json" };
    options.body = JSON.stringify(body ?? {});
  }
  const answer = await fetch(ADMIN + path, options);
  const content = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(content.error || `status ${answer.status}`);
  return content;
}

function trouble(problem) {
  const place = byId("trouble");
  place.hidden = !problem;
  place.textContent = problem ? `That did not work: ${problem.message}` : "";
}

async function attempt(work) {
  try {
    await work();
    trouble(null);
  } catch (problem) {
    trouble(problem);
  }
}

// --- making elements ----------------------------------------------------------------------------

function make(tag, name, text) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined) element.textContent = text;
  return element;
}

function stateMark(value) {
  const mark = make("span", "state", value);
  mark.dataset.state = value;
  return mark;
}

function time(iso) {
  return iso.slice(11, 19);
}

function moment(iso) {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
}

function preview(message) {
  if (message.Body) return message.Body;
  if (message.Content) return JSON.stringify(message.Content);
  return (message.MediaUrls || []).join(" ") || "(no text)";
}

function parts(message) {
  return message.MessageParts === 1 ? "1 part" : `${message.MessageParts} parts`;
}

// --- the list -----------------------------------------------------------------------------------

function fillRow(row, message) {
  const sender = `from ${message.OriginationIdentity || "any sender"}`;
  const line = [message.Channel, parts(message), `$${message.Price}`, sender];
  const button = row.firstElementChild;
  button.replaceChildren(
    make("span", "to", message.DestinationPhoneNumber),
    make("time", "at", time(message.SentAt)),
    make("span", "text", preview(message)),
    make("span", "facts-line", line.join(" · ")),
    stateMark(message.State),
  );
}

function newRow(message) {
  const row = make("li");
  const button = make("button", "row");
  button.type = "button";
  button.dataset.id = message.MessageId;
  button.addEventListener("click", () => choose(message.MessageId, true));
  row.append(button);
  if (!state.first) button.dataset.new = "";
  return row;
}

function showList(messages, total) {
  const list = byId("list");
  const rows = new Map();
  let place = list.firstElementChild;
  let arrived = 0;
  for (const message of messages.slice().reverse()) {
    const content = JSON.stringify(message);
    const known = state.rows.get(message.MessageId);
    const row = known ? known.element : newRow(message);
    if (!known) arrived += 1;
    if (!known || known.content !== content) fillRow(row, message);
    rows.set(message.MessageId, { element: row, content, message });
    if (row === place) place = place.nextElementSibling;
    else list.insertBefore(row, place);
  }
  for (const [id, { element }] of state.rows) if (!rows.has(id)) element.remove();
  state.rows = rows;
  byId("count").textContent = String(total);
  byId("more").hidden = total <= messages.length;
  byId("empty").hidden = messages.length > 0;
  byId("empty").textContent = state.search
    ? "No message fits the search."
    : "No messages yet. What your program sends appears here.";
  if (arrived && !state.first && !state.search) {
    byId("said").textContent = arrived === 1
      ? `New message to ${messages.at(-1).DestinationPhoneNumber}`
      : `${arrived} new messages`;
  }
  state.first = false;
  mark();
}

function mark() {
  for (const [id, { element }] of state.rows) {
    const button = element.firstElementChild;
    if (id === state.chosen) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}

function moveInList(event) {
  const steps = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  if (!(event.key in steps)) return;
  const buttons = [...byId("list").querySelectorAll(".row")];
  const now = buttons.indexOf(document.activeElement);
  if (!buttons.length) return;
  event.preventDefault();
  const wanted = Math.min(Math.max(now + steps[event.key], 0), buttons.length - 1);
  buttons[wanted].focus();
}

// --- one message --------------------------------------------------------------------------------

async function choose(id, byPerson) {
  state.chosen = id;
  mark();
  const changed = byId("shown").dataset.id !== id;
  if (changed) {
    byId("reply").value = "";
    note("");
  }
  await attempt(showChosen);
  if (byPerson && window.matchMedia("(max-width: 760px)").matches) {
    document.body.dataset.view = "detail";
    byId("detail").focus();
    byId("detail").scrollTop = 0;
  }
}

async function showChosen() {
  const id = state.chosen;
  if (!id) return;
  let content;
  try {
    content = await call("GET", `messages/${encodeURIComponent(id)}`);
  } catch (problem) {
    if (state.rows.has(id)) throw problem;
    leave(); // it was cleared
    return;
  }
  if (state.chosen === id) showDetail(content.message, content.events, content.replies);
}

function showDetail(message, events, replies) {
  const content = JSON.stringify([message, events, replies]);
  byId("nothing").hidden = true;
  byId("shown").hidden = false;
  if (byId("shown").dataset.content === content) return;
  byId("shown").dataset.content = content;
  byId("shown").dataset.id = message.MessageId;
  byId("detail-title").textContent = `To ${message.DestinationPhoneNumber}`;
  byId("detail-state").replaceChildren(stateMark(message.State));
  byId("detail-from").textContent = message.OriginationIdentity || "A sender that AWS chose";
  const said = byId("detail-body");
  said.textContent = message.Body || "";
  said.hidden = !message.Body;
  const media = message.MediaUrls || [];
  byId("detail-media").replaceChildren(...media.map((url) => make("li", "", url)));
  byId("detail-media").hidden = !media.length;
  byId("detail-content").hidden = !message.Content;
  byId("detail-content").textContent = message.Content ? JSON.stringify(message.Content, null, 2) : "";
  const back = replies.map((text) => make("p", "bubble back", text));
  byId("detail-replies").replaceChildren(...back);
  byId("reply-as").textContent = message.DestinationPhoneNumber;
  byId("reply-form").hidden = message.Channel === "VOICE";
  showMembers(message);
  showEvents(events);
}

function showMembers(message) {
  const shown = [
    ["Sent", moment(message.SentAt)],
    ["By", message.OriginationIdentity || "no identity of one’s own"],
    ["Channel", `${message.Channel}, ${String(message.MessageType).toLowerCase()}`],
    ["Country", message.IsoCountryCode],
    ["Parts", parts(message) + (message.Encoding ? `, ${message.Encoding}` : "")],
    ["Price", `$${message.Price}` + (message.CarrierFee ? ` and $${message.CarrierFee} carrier fee` : "")],
    ["Configuration set", message.ConfigurationSetName],
    ["Notify configuration", message.NotifyConfigurationId],
    ["Protect configuration", message.ProtectConfigurationId],
    ["Feedback", message.Feedback],
    ["Operation", message.Operation],
    ["Context", Object.entries(message.Context || {}).map(([k, v]) => `${k}: ${v}`).join(", ")],
    ["Message id", message.MessageId],
  ];
  const members = byId("detail-members");
  members.replaceChildren();
  for (const [name, value] of shown) {
    if (value) members.append(make("dt", "", name), make("dd", "", value));
  }
}

function showEvents(events) {
  const made = events.map((event) => {
    const item = make("li");
    const body = make("details");
    body.append(make("summary", "", "What it said"), make("pre", "", JSON.stringify(event.body, null, 2)));
    item.append(
      make("p", "kind", event.event_type),
      make("p", "where", `${whose(event)}, ${moment(event.at)}`),
      body,
    );
    return item;
  });
  byId("detail-events").replaceChildren(...made);
  byId("no-events").hidden = made.length > 0;
}

function whose(event) {
  const set = event.configuration_set_name;
  return set ? `${event.destination} of ${set}` : event.destination;
}

function leave() {
  state.chosen = null;
  delete byId("shown").dataset.id;
  delete byId("shown").dataset.content;
  byId("shown").hidden = true;
  byId("nothing").hidden = false;
  delete document.body.dataset.view;
  mark();
}

function back() {
  const id = state.chosen;
  delete document.body.dataset.view;
  state.rows.get(id)?.element.firstElementChild.focus();
}

function note(text, bad) {
  byId("reply-note").textContent = text;
  byId("reply-note").toggleAttribute("data-bad", Boolean(bad));
}

async function reply(event) {
  event.preventDefault();
  const body = byId("reply").value;
  const to = state.rows.get(state.chosen)?.message;
  if (!body.trim() || !to) return;
  try {
    await call("POST", "inbound", { in_reply_to: to.MessageId, body });
    byId("reply").value = "";
    note(`Received from ${to.DestinationPhoneNumber}: ${body}`);
  } catch (problem) {
    note(`Not received: ${problem.message}`, true);
  }
}

// --- registrations ------------------------------------------------------------------------------

function showReviews(registrations) {
  byId("reviews").hidden = !registrations.length;
  const content = JSON.stringify(registrations);
  const list = byId("review-list");
  if (list.dataset.content === content) return;
  list.dataset.content = content;
  list.replaceChildren(...registrations.map(reviewItem));
}

function reviewItem(registration) {
  const item = make("li");
  const what = make("div", "grow");
  what.append(
    make("span", "kind", registration.registration_type),
    " ",
    make("code", "", registration.registration_id),
    " ",
    stateMark(registration.registration_status),
  );
  const why = make("input");
  why.type = "text";
  why.placeholder = "Reason, when denied";
  why.setAttribute("aria-label", `Reason for denying ${registration.registration_id}`);
  item.append(what, why);
  for (const [decision, label, look] of [["approve", "Approve", ""], ["deny", "Deny", "quiet"]]) {
    const button = make("button", look, label);
    button.type = "button";
    button.setAttribute("aria-label", `${label} ${registration.registration_id}`);
    button.addEventListener("click", () => decide(registration, decision, why.value.trim()));
    item.append(button);
  }
  return item;
}

async function decide(registration, decision, why) {
  await attempt(async () => {
    await call("POST", "review", {
      decision,
      registration_id: registration.registration_id,
      region_name: registration.region_name,
      ...(decision === "deny" && why ? { description: why } : {}),
    });
    byId("said").textContent = decision === "approve" ? "Approved" : "Denied";
    await refresh();
  });
}

// --- what people wrote by themselves ------------------------------------------------------------

function showInbound(inbound) {
  const alone = inbound.filter((one) => !one.PreviousPublishedMessageId);
  byId("inbound").hidden = !alone.length;
  const content = JSON.stringify(alone);
  const list = byId("inbound-list");
  if (list.dataset.content === content) return;
  list.dataset.content = content;
  list.replaceChildren(...alone.reverse().map(inboundItem));
}

function inboundItem(record) {
  const item = make("li");
  const what = make("div", "grow");
  what.append(
    make("code", "", `${record.OriginationNumber} to ${record.DestinationNumber}`),
    " ",
    make("span", "", record.MessageBody),
  );
  item.append(what, make("time", "at", time(record.ReceivedAt)));
  return item;
}

// --- keeping up ---------------------------------------------------------------------------------

async function refresh() {
  if (state.running) {
    state.again = true;
    return;
  }
  state.running = true;
  try {
    const query = new URLSearchParams({ limit: state.limit });
    if (state.search) query.set("search", state.search);
    const [found, people, review, health] = await Promise.all([
      call("GET", `messages?${query}`),
      call("GET", `inbound?limit=${PAGE}`),
      call("GET", "review"),
      call("GET", "health"),
    ]);
    showList(found.messages, found.total);
    showInbound(people.inbound);
    showReviews(review.registrations);
    byId("account").textContent = health.account_id;
    byId("region").textContent = health.region;
    byId("now").textContent = moment(health.now);
    await showChosen();
  } finally {
    state.running = false;
  }
  if (state.again) {
    state.again = false;
    soon();
  }
}

function soon() {
  if (state.timer) return;
  state.timer = setTimeout(() => {
    state.timer = 0;
    attempt(refresh);
  }, WAIT_FOR_MORE);
}

function live(on, text) {
  byId("live").dataset.on = on;
  byId("live").textContent = text;
}

function listen() {
  const source = new EventSource(`${ADMIN}changes`);
  source.addEventListener("open", () => live("yes", "Live"));
  source.addEventListener("changed", soon);
  source.addEventListener("error", () => live("no", "Reconnecting"));
}

function searched() {
  state.search = byId("search").value.trim();
  state.limit = PAGE;
  soon();
}

function clear() {
  const dialog = byId("sure");
  dialog.returnValue = "no";
  dialog.showModal();
}

byId("search").addEventListener("input", searched);
byId("search-form").addEventListener("submit", (event) => event.preventDefault());
byId("list").addEventListener("keydown", moveInList);
byId("back").addEventListener("click", back);
byId("reply-form").addEventListener("submit", reply);
byId("clear").addEventListener("click", clear);
byId("more").addEventListener("click", () => {
  state.limit += PAGE;
  soon();
});
byId("sure").addEventListener("close", () => {
  if (byId("sure").returnValue !== "yes") return;
  attempt(async () => {
    await call("DELETE", "messages");
    leave();
    byId("said").textContent = "The inbox is empty";
    await refresh();
  });
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && document.body.dataset.view) back();
});
setInterval(() => !document.hidden && call("GET", "health").then(
  (health) => { byId("now").textContent = moment(health.now); },
  () => {},
), 5000);
listen();
soon();
