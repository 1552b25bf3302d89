// One message as a phone shows it; below it the line that opens its details.

import { Call } from "./calls.js";
import { html } from "./lib.js";
import { Files } from "./media.js";
import { CopyButton, Icon, State } from "./parts.js";
import { RcsContent, RcsEvent } from "./rcs.js";
import { address, isForBrowser } from "./route.js";
import { clock, money, sentence } from "./words.js";

export function Bubble({ item, model, route, go, person, writable, chosen }) {
  const target = { ...route, to: person, message: item.id, view: "details" };
  const open = (event) => {
    if (isForBrowser(event)) return;
    event.preventDefault();
    go(target);
  };
  // The text itself opens the details on a wide screen only: there nothing is covered.
  const look = (event) => {
    if (event.target.closest("a, button") || !window.getSelection().isCollapsed) return;
    go({ ...target, view: "" });
  };
  const { record } = item;
  const whose = item.incoming ? "mine" : "theirs";
  const isOut = !item.incoming;
  return html`<article class=${`message ${whose}`} data-id=${item.id} data-chosen=${chosen ? "" : null}
    aria-label=${isOut ? `${item.channel} from ${item.sender ?? "AWS"}` : "Reply"} onClick=${look}>
    ${isOut ? html`<${Sent} item=${item} model=${model} person=${person} writable=${writable} />`
      : html`<${Written} record=${record} />`}
    <p class="meta"><a href=${address(target)} onClick=${open} aria-current=${chosen ? "true" : null}>
      <span>${clock(item.at)}${isOut ? ` · ${partsOf(record)} · ${money(Number(record.Price) + Number(record.CarrierFee))}` : ""}</span>
      ${isOut ? html`<${Delivery} state=${item.state} />` : html`${record.KeywordAction
        ? html`<span class="state" data-state=${record.KeywordAction === "OPT_OUT" ? "BLOCKED" : "RECEIVED"}>${sentence(record.KeywordAction)}</span>` : ""}`}
      <span class="visually-hidden"> Details</span><${Icon} name="more" /></a></p>
  </article>`;
}

function Delivery({ state }) {
  return state === "DELIVERED" ? html`<span class="delivered">· Delivered</span>` : html`<${State} value=${state} />`;
}

function partsOf(record) {
  if (record.Channel === "VOICE") return "Call";
  return record.MessageParts > 1 ? `${record.MessageParts} parts` : "1 part";
}

function Sent({ item, model, person, writable }) {
  const { record } = item;
  if (record.Channel === "VOICE") return html`<${Call} item=${item} />`;
  const code = record.Code;
  const tap = tapper(item, model, person, writable);
  const content = record.Content;
  return html`
    <${Files} urls=${record.MediaUrls ?? []} />
    ${record.Body && html`<p class="bubble">${linked(record.Body)}</p>`}
    ${content && html`<${RcsContent} content=${content} tap=${tap} />`}
    ${code && html`<p class="one-time">
      <span class="visually-hidden">One-time code </span><code>${code}</code>
      <${CopyButton} text=${code} label=${`Copy code ${code}`} what="Copy code" /></p>`}`;
}

// What a tap on a chip does: a postback goes out. None where the agent cannot take it.
function tapper(item, model, person, writable) {
  const end = writable.find((one) => one.sender === item.sender && one.region === item.region);
  if (!end || end.channel !== "RCS") return null;
  return (kind, members) => model.act("POST", "inbound-rcs", {
    origination_number: person, rcs_agent: item.sender, region_name: item.region, kind, members,
  });
}

function Written({ record }) {
  if (record.MessageKeyword == null) return html`<${RcsEvent} body=${record.MessageBody} />`;
  return html`<p class="bubble">${record.MessageBody}</p>`;
}

const LINK = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g;

// A text whose links can be followed; all else stays text.
function linked(text) {
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(LINK)) {
    parts.push(text.slice(end, found.index));
    parts.push(html`<a href=${found[0]} target="_blank" rel="noopener noreferrer">${found[0]}</a>`);
    end = found.index + found[0].length;
  }
  return [...parts, text.slice(end)];
}
