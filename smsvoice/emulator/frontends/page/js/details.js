// The right pane: what a developer needs to know of the chosen message.

import { html } from "./lib.js";
import { Code, CopyButton, Icon, State, Tabs, Time } from "./parts.js";
import { address } from "./route.js";
import { apart, many, money, sentence } from "./words.js";

export function Details({ model, route, go }) {
  const { item } = model;
  const back = html`<button type="button" class="plain back" id="details-back" aria-label="Back to the conversation"
    onClick=${() => go({ ...route, view: "" })}><${Icon} name="back" /></button>`;
  if (!item || item.gone) {
    return html`<section class="pane details" aria-label="Details">
      ${back}<p class="nothing">${item?.gone ? "This message is no longer kept." : !route.to && "Choose a message to see what it cost and what became of it."}</p>
    </section>`;
  }
  const link = new URL(address({ to: "", message: item.id, view: "", filters: {} }), location.href).href;
  return html`<section class="pane details" aria-labelledby="details-title" id="details">
    <div class="tools">
      ${back}
      <h2 id="details-title">${titleOf(item)}</h2>
      <${State} value=${item.state} />
      <${CopyButton} text=${link} label="Copy a link to this message" what="Link" />
    </div>
    <div class="scroll" tabindex="0" role="region" aria-label="Details of the message">
      <${Members} rows=${item.incoming ? written(item) : sent(item)} />
      ${!item.incoming && html`<${TimeLine} item=${item} />`}
      ${item.request && html`<${Request} request=${item.request} />`}
      ${item.incoming && html`<${Published} record=${item.record} />`}
      <h3>Record</h3>
      <details class="json"><summary>JSON</summary>
        <${Code} text=${JSON.stringify(item.record, null, 2)} label="Record of the message" /></details>
    </div>
  </section>`;
}

function titleOf({ incoming, channel, record }) {
  if (incoming) return channel === "RCS" ? "RCS reply" : "Reply";
  if (record.Operation === "AutomaticResponse") return "Automatic reply";
  return channel === "VOICE" ? "Call" : `${channel} message`;
}

function Members({ rows }) {
  return html`<dl class="members" id="details-members">
    ${rows.filter(([, value]) => value).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
  </dl>`;
}

function sent({ record, region, at }) {
  const isCall = record.Channel === "VOICE";
  const units = isCall ? `${many(record.Seconds ?? 0, "second")}` : many(record.MessageParts, "part");
  const fee = Number(record.CarrierFee) ? ` + ${money(record.CarrierFee)} carrier fee` : "";
  return [
    ["Sent", html`<${Time} at=${at} />`],
    ["To", `${record.DestinationPhoneNumber}${record.IsoCountryCode ? ` (${record.IsoCountryCode})` : ""}`],
    ["Identity", record.OriginationIdentity ?? "chosen by AWS"],
    ["Region", region],
    ["Type", sentence(record.MessageType)],
    [isCall ? "Duration" : "Parts", `${units}${record.Encoding ? `, ${record.Encoding}` : ""}`],
    ["Price", `${money(record.Price)}${fee}`],
    ["International", record.IsInternational ? "yes" : ""],
    ["Configuration set", record.ConfigurationSetName],
    ["Notify configuration", record.NotifyConfigurationId],
    ["Protect configuration", record.ProtectConfigurationId],
    ["Protect verdict", record.ProtectStatus && `${sentence(record.ProtectStatus)}${record.IsSuspicious ? ", suspicious" : ""}`],
    ["Feedback", record.Feedback && sentence(record.Feedback)],
    ["Operation", record.Operation],
    ["Context", Object.entries(record.Context ?? {}).map(([name, value]) => `${name}: ${value}`).join(", ")],
    ["Message id", html`<code>${record.MessageId}</code> <${CopyButton} text=${record.MessageId} label="Copy the message id" what="" />`],
  ];
}

function written({ record, region, at }) {
  return [
    ["Received", html`<${Time} at=${at} />`],
    ["From", record.OriginationNumber],
    ["To", record.DestinationNumber],
    ["Region", region],
    ["Keyword", record.MessageKeyword],
    ["Action", record.KeywordAction && sentence(record.KeywordAction)],
    ["Published to", record.TwoWayChannelArn ?? "nowhere: two-way is off"],
    ["Answers message", record.PreviousPublishedMessageId],
    ["Inbound id", html`<code>${record.InboundMessageId}</code> <${CopyButton} text=${record.InboundMessageId} label="Copy the inbound id" what="" />`],
  ];
}

// Events of one step that went to several destinations stand together.
function steps(events) {
  const found = [];
  for (const event of events) {
    const last = found.at(-1);
    const whose = event.configuration_set_name ? `${event.destination} of ${event.configuration_set_name}` : event.destination;
    if (last && last.type === event.event_type && last.at === event.at) last.to.push([whose, event]);
    else found.push({ type: event.event_type, at: event.at, to: [[whose, event]] });
  }
  return found;
}

const BAD = /BLOCKED|INVALID|UNREACHABLE|EXPIRED|SPAM|UNKNOWN|FAILED|FILE_|BUSY|NO_ANSWER/;
const GOOD = /DELIVERED|SUCCESSFUL|COMPLETED|READ|SENT|ANSWERED/;

function TimeLine({ item }) {
  return html`<h3 id="events-title">Events</h3>
    <ol class="events" id="details-events" aria-labelledby="events-title">
      <li data-look="start"><p class="kind">${item.record.Operation}</p><p class="where"><${Time} at=${item.at} /></p></li>
      ${steps(item.events).map((step, index) => html`<li key=${index} data-look=${BAD.test(step.type) ? "bad" : GOOD.test(step.type) ? "good" : null}>
        <p class="kind">${step.type}</p>
        ${step.to.map(([whose, event]) => html`<details key=${event.event_id} class="json">
          <summary><${Time} at=${step.at} text=${`after ${apart(item.at, step.at)}`} /> · to ${whose}</summary>
          <${Code} text=${JSON.stringify(event.body, null, 2)} label=${`${step.type} for ${whose}`} /></details>`)}
      </li>`)}
      ${item.state === "PENDING" && html`<li data-look="waiting"><p class="where">on its way</p></li>`}
    </ol>
    ${item.events.length === 0 && html`<p class="note">${item.state === "PENDING" ? "No event yet."
      : "No destination asked for its events. Add an event destination to a configuration set, and send with it."}</p>`}`;
}

function Request({ request }) {
  if (!request.parameters) return html`<h3>Request</h3><p class="note">${request.note}</p>`;
  return html`<h3>Request</h3>
    <${Tabs} label="Forms of the request" name="request" pages=${[
      ["boto3", "boto3", html`<${Code} text=${request.boto3} label="boto3" />`],
      ["http", "HTTP", html`<${Code} text=${request.http} label="HTTP request" />`],
      ["cli", "AWS CLI", html`<${Code} text=${request.cli} label="AWS CLI" />`],
    ]} />
    <p class="note">${request.note}</p>`;
}

function Published({ record }) {
  if (!record.Published) return null;
  return html`<h3>What was published</h3><${Code} text=${JSON.stringify(record.Published, null, 2)} label="Published message" />`;
}
