// Controls that make things go wrong: scripts of delivery events, faults, refusals.

import { Form } from "./form.js";
import { html } from "./lib.js";
import { many } from "./words.js";

const OUTCOMES = {
  "As usual": "",
  "Blocked by the carrier": "QUEUED CARRIER_BLOCKED",
  "Number is invalid": "QUEUED INVALID",
  "Phone unreachable": "QUEUED UNREACHABLE",
  "Blocked as spam": "QUEUED SPAM",
  "Expired": "QUEUED TTL_EXPIRED",
  "Unknown error": "QUEUED UNKNOWN",
};
const KINDS = [
  ["throttle", "ThrottlingException"], ["access_denied", "AccessDeniedException"],
  ["unrecognized_client", "Unknown credentials"], ["expired_token", "Expired credentials"],
  ["500", "InternalServerException"], ["503", "503 of a load balancer"], ["slow", "Slow answer"],
  ["drop_before", "Connection closed before"], ["drop_after", "Connection closed after"],
  ["cut_body", "Answer cut short"], ["html_200", "Login page with status 200"], ["empty_200", "Nothing with status 200"],
];
const OPERATIONS = [
  "SendTextMessage", "SendMediaMessage", "SendVoiceMessage", "SendRcsMessage",
  "SendNotifyTextMessage", "SendNotifyVoiceMessage", "RequestPhoneNumber", "CreatePool", "DescribePhoneNumbers",
];
const REASONS = [
  "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT", "DESTINATION_PHONE_NUMBER_OPTED_OUT", "DESTINATION_COUNTRY_BLOCKED",
  "NO_ORIGINATION_IDENTITIES_FOUND", "INSUFFICIENT_ACCOUNT_REPUTATION", "ACCOUNT_DISABLED",
];

export function Scripts({ model, person, account }) {
  const send = async ({ destination, family, outcome, events, times }) => {
    const words = (events.trim() || outcome).split(/[\s,]+/).filter(Boolean);
    const types = words.map((word) => (/^(TEXT|MEDIA|VOICE|RCS)_/.test(word) ? word : `${family}_${word}`));
    const members = { destination: destination.trim(), event_types: types };
    if (times) members.times = Number(times);
    await model.act("POST", "script", members, false);
    return types.length ? `Messages to ${members.destination} meet ${types.join(", ")}.` : "The usual events are back.";
  };
  const scripts = account.scripts ?? [];
  return html`<section aria-labelledby="script-title">
    <h3 id="script-title">What becomes of messages</h3>
    ${scripts.length > 0 && html`<ul class="lines">${scripts.map((one, index) => html`<li key=${index}>
      <code>${one.destination}</code> ${one.event_types.map((type) => type.event_type ?? type).join(", ")}
      ${one.times ? ` · ${many(one.times, "message")}` : ""}</li>`)}</ul>`}
    <${Form} name="script" label="Set" send=${send}>
      <label>Recipient <input name="destination" required defaultValue=${person || "*"} key=${person} autocomplete="off" /></label>
      <label>Channel <select name="family"><option value="TEXT">SMS</option><option value="MEDIA">MMS</option></select></label>
      <label>Outcome <select name="outcome">${Object.entries(OUTCOMES).map(([words, events]) =>
        html`<option key=${words} value=${events}>${words}</option>`)}</select></label>
      <label>Times <input name="times" type="number" min="1" placeholder="all" /></label>
      <label class="wide">Or event types <input name="events" placeholder="TEXT_QUEUED TEXT_DELIVERED" autocomplete="off" spellcheck="false" /></label>
    </${Form}>
  </section>`;
}

export function Faults({ model, faults }) {
  const send = async ({ kind, operation, times, seconds }) => {
    const members = { kind };
    if (operation.trim()) members.operation = operation.trim();
    if (times) members.times = Number(times);
    if (kind === "slow") members.seconds = Number(seconds || 1);
    await model.act("POST", "faults", members, false);
    return "Added.";
  };
  return html`<section aria-labelledby="faults-title">
    <h3 id="faults-title">Faults</h3>
    ${faults.length > 0 && html`<ul class="lines" id="fault-list">${faults.map((one, index) => html`<li key=${index}>
        <b>${one.kind}</b> ${one.reason ?? one.code ?? ""} for ${one.operation ?? "any operation"}${one.times != null ? `, ${one.times} left` : ""}${one.share != null ? `, ${one.share * 100} %` : ""}</li>`)}</ul>
      <p class="buttons"><button type="button" class="quiet" id="end-faults"
        onClick=${() => model.act("DELETE", "faults")}>End all of them</button></p>`}
    <${Form} name="fault" label="Add" send=${send}>
      <label>Kind <select name="kind">${KINDS.map(([kind, words]) => html`<option key=${kind} value=${kind}>${words}</option>`)}</select></label>
      <label>Operation <input name="operation" list="operations" placeholder="any" autocomplete="off" spellcheck="false" /></label>
      <label>Times <input name="times" type="number" min="1" placeholder="1" /></label>
      <label>Seconds, if slow <input name="seconds" type="number" min="0" step="any" placeholder="1" /></label>
    </${Form}>
    <datalist id="operations">${OPERATIONS.map((one) => html`<option key=${one} value=${one} />`)}</datalist>
  </section>`;
}

export function Refusals({ model }) {
  const send = async ({ operation, reason, times }) => {
    await model.act("POST", "refuse", { operation: operation.trim() || "*", reason: reason.trim(), times: Number(times || 1) }, false);
    return "The next calls are refused so.";
  };
  return html`<section aria-labelledby="refuse-title">
    <h3 id="refuse-title">Refusals</h3>
    <${Form} name="refuse" label="Refuse" send=${send}>
      <label>Operation <input name="operation" list="operations" defaultValue="SendTextMessage" autocomplete="off" spellcheck="false" /></label>
      <label>Times <input name="times" type="number" min="1" placeholder="1" /></label>
      <label class="wide">Reason <input name="reason" list="reasons" required defaultValue=${REASONS[0]} autocomplete="off" spellcheck="false" /></label>
    </${Form}>
    <datalist id="reasons">${REASONS.map((one) => html`<option key=${one} value=${one} />`)}</datalist>
  </section>`;
}
