// Dialogs: the keys, and the question before all messages are cleared.

import { KEYS } from "./keys.js";
import { html, useEffect, useRef } from "./lib.js";

function Dialog({ name, title, close, children }) {
  const place = useRef(null);
  useEffect(() => place.current.showModal(), []);
  return html`<dialog id=${name} ref=${place} aria-labelledby=${`${name}-title`} onClose=${close}
    onClick=${(event) => event.target === place.current && place.current.close()}>
    <h2 id=${`${name}-title`}>${title}</h2>
    ${children}
  </dialog>`;
}

export function Help({ close }) {
  return html`<${Dialog} name="help" title="Keys" close=${close}>
    <dl class="keys">${KEYS.map(([key, what]) => html`<div key=${key}><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}</dl>
    <form method="dialog"><button>Close</button></form>
  </${Dialog}>`;
}

export function Sure({ close, sure }) {
  return html`<${Dialog} name="sure" title="Clear all messages?" close=${close}>
    <p>Messages, events and replies are forgotten. Numbers, pools, opt-outs and everything else stay.</p>
    <form method="dialog">
      <button class="quiet" value="no">Keep them</button>
      <button id="sure-yes" value="yes" onClick=${sure}>Clear messages</button>
    </form>
  </${Dialog}>`;
}
