// Small parts that several panes share: icons, marks, times, buttons that copy.

import { announce } from "./api.js";
import { html, useState } from "./lib.js";
import { sentence, moment, utc } from "./words.js";

const PATHS = {
  person: "M12 12a4.2 4.2 0 1 0 0-8.4 4.2 4.2 0 0 0 0 8.4zm0 2c-4.4 0-8 2.3-8 5.2V21h16v-1.8c0-2.9-3.6-5.2-8-5.2z",
  call: "M6.6 10.8a15 15 0 0 0 6.6 6.6l2.2-2.2a1 1 0 0 1 1-.25 11.4 11.4 0 0 0 3.6.57 1 1 0 0 1 1 1V20a1 1 0 0 1-1 1A17 17 0 0 1 3 4a1 1 0 0 1 1-1h3.5a1 1 0 0 1 1 1c0 1.25.2 2.45.57 3.57a1 1 0 0 1-.25 1z",
  picture: "M21 19V5a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2zM8.5 13.5l2.5 3 3.5-4.5 4.5 6H5z",
  file: "M6 2a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8l-6-6zm7 7V3.5L18.5 9z",
  copy: "M16 1H4a2 2 0 0 0-2 2v14h2V3h12zm3 4H8a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2zm0 16H8V7h11z",
  play: "M8 5v14l11-7z",
  stop: "M6 6h12v12H6z",
  back: "M20 11H7.8l5.6-5.6L12 4l-8 8 8 8 1.4-1.4L7.8 13H20z",
  send: "M2 21l21-9L2 3v7l15 2-15 2z",
  search: "M15.5 14h-.8l-.3-.3A6.5 6.5 0 1 0 14 14.7l.3.3v.8l5 5 1.5-1.5zm-6 0a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9z",
  filter: "M3 5h18v2H3zm4 6h10v2H7zm3 6h4v2h-4z",
  place: "M12 2a7 7 0 0 0-7 7c0 5.2 7 13 7 13s7-7.8 7-13a7 7 0 0 0-7-7zm0 9.5a2.5 2.5 0 1 1 0-5 2.5 2.5 0 0 1 0 5z",
  link: "M14 3v2h3.6l-9.8 9.8 1.4 1.4L19 6.4V10h2V3zM19 19H5V5h7V3H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2v-7h-2z",
  date: "M19 4h-1V2h-2v2H8V2H6v2H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2V6a2 2 0 0 0-2-2zm0 16H5V9h14z",
  tune: "M3 17v2h6v-2zM3 5v2h10V5zm10 16v-2h8v-2h-8v-2h-2v6zM7 9v2H3v2h4v2h2V9zm14 4v-2H11v2zm-6-4h2V7h4V5h-4V3h-2z",
  more: "M10 6 8.6 7.4 13.2 12l-4.6 4.6L10 18l6-6z",
  close: "M19 6.4 17.6 5 12 10.6 6.4 5 5 6.4 10.6 12 5 17.6 6.4 19 12 13.4 17.6 19 19 17.6 13.4 12z",
};

export function Icon({ name }) {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${PATHS[name]} /></svg>`;
}

export function State({ value }) {
  return html`<span class="state" data-state=${value}>${sentence(value)}</span>`;
}

// A moment in the viewer's zone; UTC on hover.
export function Time({ at, text }) {
  return html`<time datetime=${at} title=${utc(at)}>${text ?? moment(at)}</time>`;
}

export function Avatar({ person }) {
  let hash = 0;
  for (const digit of person) hash = (hash * 31 + digit.charCodeAt(0)) % 997;
  return html`<span class=${`avatar hue-${hash % 8}`} aria-hidden="true"><${Icon} name="person" /></span>`;
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without HTTPS, on another machine's address, browsers have this older way only.
    const place = document.createElement("textarea");
    place.value = text;
    place.className = "visually-hidden";
    document.body.append(place);
    place.select();
    document.execCommand("copy");
    place.remove();
  }
  announce("Copied");
}

export function CopyButton({ text, label, what = "Copy", look = what ? "small" : "small bare" }) {
  const [done, setDone] = useState(false);
  const copied = async (event) => {
    event.stopPropagation();
    await copy(text);
    setDone(true);
    setTimeout(() => setDone(false), 1500);
  };
  return html`<button type="button" class=${`copy ${look}`} aria-label=${done ? "Copied" : label} title=${label} onClick=${copied}>
    <${Icon} name="copy" />${done ? "Copied" : what}
  </button>`;
}

export function Code({ text, label }) {
  return html`<div class="code">
    <pre tabindex="0" aria-label=${label}>${text}</pre>
    <${CopyButton} text=${text} label=${`Copy: ${label}`} />
  </div>`;
}

// Tabs that arrow keys walk; `pages` are [id, label, content] in their order.
export function Tabs({ label, name, pages }) {
  const [chosen, setChosen] = useState(pages[0][0]);
  const at = Math.max(0, pages.findIndex(([id]) => id === chosen));
  const walk = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const [id] = pages[(at + step + pages.length) % pages.length];
    setChosen(id);
    document.getElementById(`${name}-${id}`).focus();
  };
  return html`<div class="tabs">
    <div role="tablist" aria-label=${label} onKeyDown=${walk}>
      ${pages.map(([id, text], index) => html`<button key=${id} type="button" role="tab" id=${`${name}-${id}`}
        aria-selected=${String(index === at)} aria-controls=${`${name}-page`} tabindex=${index === at ? 0 : -1}
        onClick=${() => setChosen(id)}>${text}</button>`)}
    </div>
    <div role="tabpanel" id=${`${name}-page`} aria-labelledby=${`${name}-${pages[at][0]}`}>${pages[at][2]}</div>
  </div>`;
}
