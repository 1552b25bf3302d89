// RCS content: cards, carousels, files and chips; and what a person did in an RCS conversation.

import { html } from "./lib.js";
import { Media } from "./media.js";
import { Icon } from "./parts.js";
import { fileName, sentence } from "./words.js";

const ICONS = {
  OpenUrl: "link", DialPhone: "call", ShowLocation: "place", RequestLocation: "place", CreateCalendarEvent: "date",
};
const SEATTLE = { latitude: 47.6062, longitude: -122.3321 };

// `tap` sends what a tap sends; null where the agent cannot take it.
export function RcsContent({ content, tap }) {
  const { TextMessage, FileMessage, RichCard, Carousel } = content.Content ?? {};
  return html`
    ${FileMessage && html`<div class="files"><${Media} url=${FileMessage.FileUrl} thumbnail=${FileMessage.ThumbnailUrl} /></div>`}
    ${RichCard && html`<${Card} card=${RichCard.CardContent} tap=${tap}
      side=${RichCard.CardOrientation === "HORIZONTAL" ? RichCard.ThumbnailImageAlignment ?? "LEFT" : null} />`}
    ${Carousel && html`<div class=${`carousel ${(Carousel.CardWidth ?? "SMALL").toLowerCase()}`} role="group"
      tabindex="0" aria-label=${`Carousel of ${Carousel.CardContents.length} cards`}>
      ${Carousel.CardContents.map((card, index) => html`<${Card} key=${index} card=${card} tap=${tap} />`)}
    </div>`}
    ${!TextMessage && !FileMessage && !RichCard && !Carousel && html`<pre class="bubble">${JSON.stringify(content, null, 2)}</pre>`}
    ${content.Suggestions?.length > 0 && html`<div class="chips" role="group" aria-label="Suggestions">
      ${content.Suggestions.map((one, index) => html`<${Chip} key=${index} suggestion=${one} tap=${tap} />`)}</div>`}`;
}

function Card({ card, tap, side = null }) {
  const { Media: media } = card;
  return html`<div class="card" data-side=${side}>
    ${media && html`<${Media} url=${media.FileUrl} thumbnail=${media.ThumbnailUrl} height=${media.Height ?? "MEDIUM"} />`}
    <div class="card-text">
      ${card.Title && html`<p class="card-title">${card.Title}</p>`}
      ${card.Description && html`<p>${card.Description}</p>`}
    </div>
    ${card.Suggestions?.length > 0 && html`<div class="card-actions">
      ${card.Suggestions.map((one, index) => html`<${Chip} key=${index} suggestion=${one} tap=${tap} />`)}</div>`}
  </div>`;
}

function Chip({ suggestion, tap }) {
  const [kind, action] = Object.entries(suggestion)[0];
  const tapped = async () => {
    if (kind === "RequestLocation") await tap("LOCATION", SEATTLE);
    await tap("SUGGESTION", { text: action.Text, postback_data: action.PostbackData });
  };
  const web = kind === "OpenUrl" && /^https?:/i.test(action.Url) ? action.Url : null;
  const hint = {
    OpenUrl: action.Url, DialPhone: action.PhoneNumber, ShowLocation: action.Label, CreateCalendarEvent: action.Title,
  }[kind];
  const title = [hint, `postback ${action.PostbackData}`].filter(Boolean).join(" · ");
  return html`<span class="tap"><button type="button" class="chip" disabled=${!tap} title=${title} onClick=${tapped}>
      ${ICONS[kind] && html`<${Icon} name=${ICONS[kind]} />`}${action.Text}</button>
    ${web && html`<a class="open" href=${web} target="_blank" rel="noopener noreferrer" title=${web}
      aria-label=${`Open ${web} in a new tab`}>↗</a>`}</span>`;
}

export function RcsEvent({ body }) {
  let event = {};
  try {
    event = JSON.parse(body);
  } catch {
    return html`<p class="bubble">${body}</p>`;
  }
  if (event.type === "SUGGESTION") {
    return html`<p class="bubble">${event.text}<small>Tapped · postback ${event.postbackData}</small></p>`;
  }
  if (event.type === "LOCATION") {
    const { latitude, longitude, label } = event.location ?? {};
    return html`<p class="bubble"><${Icon} name="place" /> ${label || "Location"}<small>${latitude}, ${longitude}</small></p>`;
  }
  if (event.fileName) {
    return html`<p class="bubble"><${Icon} name="picture" /> ${fileName(event.fileName)}<small>${event.mimeType}</small></p>`;
  }
  return html`<p class="happened">${sentence(event.type ?? "Something happened")}</p>`;
}
