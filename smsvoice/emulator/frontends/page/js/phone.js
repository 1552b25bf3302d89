// The middle pane: a person's phone, with one conversation and a reply box where a reply can go.

import { Bubble } from "./bubble.js";
import { html, useEffect, useLayoutEffect, useRef, useState } from "./lib.js";
import { Avatar, CopyButton, Icon, Time } from "./parts.js";
import { clock, day, many, senderName } from "./words.js";

const NEAR = 80; // pixels from the end at which a conversation follows what arrives

export function Phone({ model, route, go }) {
  const { thread } = model;
  if (!thread) {
    return html`<section class="pane phone" aria-label="Conversation">
      <p class="nothing">${route.to && model.missing === route.to && "There is no message to or from this number."}
        ${!route.to && !route.message && "Choose a person to see the conversation as their phone shows it."}</p>
    </section>`;
  }
  return html`<section class="pane phone" aria-label=${`Conversation with ${thread.person}`}>
    <div class="device">
      <div class="top">
        <button type="button" class="plain back" id="back" aria-label="Back to people"
          onClick=${() => go({ ...route, to: "", message: "", view: "" })}><${Icon} name="back" /></button>
        <${Avatar} person=${thread.person} />
        <div><h2 id="person">${thread.person}</h2>
          <p class="note">${many(thread.count, "message")}</p></div>
        <${CopyButton} text=${thread.person} label="Copy the number" what="" />
      </div>
      <${Talk} key=${thread.person} model=${model} thread=${thread} route=${route} go=${go} />
      <${Composer} key=${`to ${thread.person}`} model=${model} thread=${thread} route=${route} />
    </div>
  </section>`;
}

function Talk({ model, thread, route, go }) {
  const place = useRef(null);
  const was = useRef({ height: 0, isAtEnd: true, first: null });
  const { items } = thread;
  useLayoutEffect(() => {
    const box = place.current;
    const before = was.current;
    if (before.isAtEnd) box.scrollTop = box.scrollHeight;
    else if (before.first !== items[0]?.id) box.scrollTop += box.scrollHeight - before.height;
    was.current = { ...before, height: box.scrollHeight, first: items[0]?.id };
  }, [items]);
  useLayoutEffect(() => {
    if (route.message) place.current.querySelector(`[data-id="${CSS.escape(route.message)}"]`)?.scrollIntoView({ block: "nearest" });
  }, [route.message, items.length > 0]);
  const scrolled = () => {
    const box = place.current;
    was.current.isAtEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
  };
  let last = null;
  return html`<div class="talk" ref=${place} onScroll=${scrolled} tabindex="0" role="region" aria-label="Messages">
    ${thread.count > items.length && html`<button type="button" class="quiet earlier" id="earlier"
      onClick=${() => model.more("thread")}>Show earlier messages</button>`}
    <ol>${items.map((item) => {
      const isNewDay = !last || day(last.at) !== day(item.at);
      const isNewSender = isNewDay || last.sender !== item.sender || last.channel !== item.channel;
      last = item;
      return html`<li key=${item.id}>
        ${isNewDay && html`<p class="day"><${Time} at=${item.at} text=${day(item.at)} /></p>`}
        ${isNewSender && html`<p class="from">${item.incoming ? "to" : "from"} <b title=${item.sender}>${senderName(item.sender)}</b> · ${item.channel} · ${clock(item.at)}</p>`}
        <${Bubble} item=${item} model=${model} route=${route} go=${go} person=${thread.person}
          writable=${thread.can_write_to} chosen=${item.id === route.message} />
      </li>`;
    })}</ol>
  </div>`;
}

function Composer({ model, thread, route }) {
  const [note, setNote] = useState(null);
  const [picked, setPicked] = useState("");
  const field = useRef(null);
  const ends = thread.can_write_to;
  const asked = thread.items.find((one) => one.id === route.message);
  const key = (end) => `${end.sender} ${end.region}`;
  const end = ends.find((one) => key(one) === picked)
    ?? ends.find((one) => asked && one.sender === asked.sender && one.region === asked.region) ?? ends[0];
  useEffect(() => setPicked(""), [route.message]);
  if (!end) {
    return html`<p class="no-reply note" id="no-reply">No reply can go back: people can write to active
      numbers and RCS agents, not to a sender ID or a shared route.</p>`;
  }
  const write = async (text) => {
    try {
      await model.act("POST", "inbound", {
        origination_number: thread.person, destination_number: end.sender, region_name: end.region, body: text,
      }, false);
      setNote({ text: `Received from ${thread.person}: ${text}` });
      return true;
    } catch (problem) {
      setNote({ text: `Not received: ${problem.message}`, bad: true });
      return false;
    }
  };
  const submit = async (event) => {
    event.preventDefault();
    const text = field.current.value;
    if (text.trim() && (await write(text))) field.current.value = "";
  };
  return html`<form class="composer" id="reply-form" onSubmit=${submit}>
    <p class="quick">
      ${ends.length > 1
        ? html`<label>To <select id="reply-to" value=${key(end)} onChange=${(event) => setPicked(event.target.value)}>
            ${ends.map((one) => html`<option key=${key(one)} value=${key(one)} selected=${one === end}>${senderName(one.sender)}</option>`)}
          </select></label>`
        : html`<span class="note" title=${end.sender}>To ${senderName(end.sender)}</span>`}
      ${["STOP", "HELP", "START"].map((word) => html`<button key=${word} type="button" class="chip" onClick=${() => write(word)}>${word}</button>`)}
    </p>
    <div class="write">
      <label class="visually-hidden" for="reply">Reply as ${thread.person}</label>
      <input id="reply" ref=${field} type="text" maxlength="1600" autocomplete="off" placeholder=${`Reply as ${thread.person}`} />
      <button type="submit" class="round" aria-label="Send reply"><${Icon} name="send" /></button>
    </div>
    <p class=${note?.bad ? "note bad" : "note visually-hidden"} id="reply-note" role="status">${note?.text ?? ""}</p>
  </form>`;
}
