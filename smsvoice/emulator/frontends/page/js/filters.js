// The search field and the filters; what they hold stands in the address.

import { html, useState } from "./lib.js";
import { Icon } from "./parts.js";
import { sentence } from "./words.js";

const CHANNELS = ["SMS", "MMS", "RCS", "VOICE"];
const STATES = ["PENDING", "DELIVERED", "FAILED", "EXPIRED", "BLOCKED", "RECEIVED"];
const NAMES = {
  channel: "Channel", state: "State", region: "Region", sender: "Sender", after: "After", before: "Before",
};

export function Filters({ model, route, go }) {
  const { text, ...others } = route.filters;
  const [open, setOpen] = useState(false);
  const set = (name, value) => {
    const filters = { ...route.filters, [name]: value };
    if (!value) delete filters[name];
    go({ ...route, filters }, { replace: name === "text" && Boolean(text) === Boolean(value) });
  };
  const given = Object.entries(others);
  return html`<div class="filters">
    <form role="search" class="search" onSubmit=${(event) => event.preventDefault()}>
      <label class="visually-hidden" for="search">Search messages</label>
      <${Icon} name="search" />
      <input id="search" type="search" placeholder="Search" autocomplete="off" spellcheck="false"
        value=${text ?? ""} onInput=${(event) => set("text", event.target.value)} />
      <button type="button" class="plain" id="filter" aria-expanded=${String(open)} aria-controls="filter-fields"
        aria-label="Filters" title="Filters" onClick=${() => setOpen(!open)}><${Icon} name="filter" /></button>
    </form>
    <div id="filter-fields" class="fields" hidden=${!open}>
      <${Choice} name="channel" values=${CHANNELS} route=${route} set=${set} words=${(value) => value} />
      <${Choice} name="state" values=${STATES} route=${route} set=${set} words=${sentence} />
      <${Choice} name="region" values=${model.head?.regions ?? []} route=${route} set=${set} words=${(value) => value} />
      <label>Sender <input id="filter-sender" list="senders" key=${route.filters.sender} defaultValue=${route.filters.sender ?? ""} placeholder="Any"
        autocomplete="off" onChange=${(event) => set("sender", event.target.value.trim())} /></label>
      <datalist id="senders">
        ${(model.account?.identities ?? []).map((one) => html`<option key=${one.id} value=${one.shown} />`)}
      </datalist>
      <${Moment} name="after" route=${route} set=${set} />
      <${Moment} name="before" route=${route} set=${set} />
    </div>
    ${given.length > 0 && html`<p class="given">
      ${given.map(([name, value]) => html`<button key=${name} type="button" class="chip"
        aria-label=${`Remove filter: ${NAMES[name]} ${value}`} onClick=${() => set(name, "")}>
        ${value.replace("T", " ")}<${Icon} name="close" /></button>`)}
      <button type="button" class="link" id="all" onClick=${() => go({ ...route, filters: {} })}>Show all</button>
    </p>`}
  </div>`;
}

function Choice({ name, values, route, set, words }) {
  const value = route.filters[name] ?? "";
  const listed = value && !values.includes(value) ? [value, ...values] : values;
  return html`<label>${NAMES[name]}
    <select id=${`filter-${name}`} value=${value} onChange=${(event) => set(name, event.target.value)}>
      <option value="">Any</option>
      ${listed.map((one) => html`<option key=${one} value=${one} selected=${one === value}>${words(one)}</option>`)}
    </select>
  </label>`;
}

function Moment({ name, route, set }) {
  return html`<label>${NAMES[name]}
    <input type="datetime-local" id=${`filter-${name}`} key=${route.filters[name]} defaultValue=${route.filters[name] ?? ""}
      onChange=${(event) => set(name, event.target.value)} />
  </label>`;
}
