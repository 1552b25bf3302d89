// The bar on top: what is being looked at, whether it is live, and what can be done with all of it.

import { html } from "./lib.js";
import { Icon, Time } from "./parts.js";

export function Header({ model, route, go, setDialog }) {
  const { head } = model;
  const words = { null: "Connecting", true: "Live", false: "Reconnecting" };
  const waiting = head?.waiting ?? 0;
  const unread = model.threads.some((row) => row.unread);
  const toggled = { ...route, view: route.view === "controls" ? "" : "controls" };
  return html`<header>
    <h1><a href="/" onClick=${(event) => {
      event.preventDefault();
      go({ to: "", message: "", view: "", filters: {} });
    }}><span class="mark" aria-hidden="true"></span>Inbox</a> <small>smsvoice emulator</small></h1>
    <dl class="facts">
      <div><dt>Account</dt><dd id="account">${head?.account_id ?? "…"}</dd></div>
      <div><dt>Region</dt><dd id="region">${head?.region ?? "…"}</dd></div>
      <div><dt>Emulator’s time</dt><dd id="now">${head ? html`<${Time} at=${head.now} />` : "…"}</dd></div>
    </dl>
    ${head?.trouble && html`<p class="state" data-state="FAILED" role="alert">Changes are not kept: ${head.trouble}</p>`}
    <p class="live" id="live" role="status" data-on=${String(model.live)}>${words[String(model.live)]}</p>
    <div class="actions">
      ${unread && html`<button type="button" class="quiet" id="all-read"
        onClick=${() => model.act("POST", "inbox/read", {})}>Mark all read</button>`}
      <button type="button" class="quiet" id="clear" disabled=${!head?.messages}
        onClick=${() => setDialog("clear")}>Clear</button>
      <button type="button" class="quiet" id="controls-button" aria-pressed=${String(route.view === "controls")}
        onClick=${() => go(toggled)}><${Icon} name="tune" />Controls
        ${waiting > 0 && html`<span class="unread" aria-label=${`${waiting} wait for review`}>${waiting}</span>`}</button>
      <button type="button" class="quiet round" id="help-button" aria-label="Help: keys" title="Keys"
        onClick=${() => setDialog("help")}>?</button>
    </div>
  </header>`;
}
