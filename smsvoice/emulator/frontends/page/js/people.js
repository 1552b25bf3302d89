// The left pane: people, or the messages that fit the filters. Only the rows in view are drawn.

import { Filters } from "./filters.js";
import { html, useEffect, useLayoutEffect, useRef, useState } from "./lib.js";
import { Avatar, State } from "./parts.js";
import { address, isFiltered, isForBrowser } from "./route.js";
import { brief, many, moment } from "./words.js";

const ROW = 76; // pixels, as in people.css
const BEYOND = 6; // rows that are drawn above and below the view

export function People({ model, route, go, rows }) {
  const filtered = isFiltered(route);
  const known = filtered ? model.found : model.head; // null until the first answer
  const total = filtered ? model.found?.total ?? 0 : rows.length;
  const chosen = rows.findIndex((row) => isChosen(row, route, filtered, model));
  return html`<section class="pane people" aria-label="People">
    <${Filters} model=${model} route=${route} go=${go} />
    <p class="count" id="count">${!known ? "" : filtered
      ? `${many(total, "message")} fit`
      : `${many(rows.length, "person").replace("persons", "people")} · ${many(model.head.messages, "message")}`}</p>
    ${rows.length === 0 && html`<p class="empty" id="empty">${!known ? "Loading" : filtered
      ? "No message fits the filters." : "No messages yet."}</p>`}
    <${Rows} rows=${rows} chosen=${chosen} now=${model.head?.now} go=${go} route=${route}
      filtered=${filtered} more=${filtered && total > rows.length ? () => model.more("found") : null} />
  </section>`;
}

function isChosen(row, route, filtered, model) {
  if (filtered) return row.id === route.message;
  return row.person === (route.to || model.thread?.person);
}

function Rows({ rows, chosen, now, go, route, filtered, more }) {
  const place = useRef(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  const look = () => setView({ top: place.current.scrollTop, height: place.current.clientHeight });
  useEffect(() => {
    look();
    window.addEventListener("resize", look);
    return () => window.removeEventListener("resize", look);
  }, []);
  const from = Math.max(0, Math.floor(view.top / ROW) - BEYOND);
  const to = Math.min(rows.length, Math.ceil((view.top + view.height) / ROW) + BEYOND);
  useLayoutEffect(() => {
    const box = place.current;
    if (chosen < 0) return;
    if (chosen * ROW < box.scrollTop) box.scrollTop = chosen * ROW;
    const end = (chosen + 1) * ROW - box.clientHeight;
    if (end > box.scrollTop) box.scrollTop = end;
  }, [chosen]);
  useEffect(() => {
    if (more && to >= rows.length) more();
  }, [to >= rows.length && rows.length]);
  return html`<div class="rows" ref=${place} onScroll=${look}>
    <ul id="list" aria-label=${filtered ? "Messages, newest first" : "Conversations, newest first"}
      style=${{ height: `${rows.length * ROW}px` }}>
      ${rows.slice(from, to).map((row, index) => html`<${Row} key=${filtered ? row.id : row.person} row=${row}
        place=${from + index} count=${rows.length} now=${now} go=${go} route=${route}
        chosen=${from + index === chosen} filtered=${filtered} />`)}
    </ul>
  </div>`;
}

function Row({ row, place, count, now, go, route, chosen, filtered }) {
  const target = { ...route, to: row.person, message: filtered ? row.id : "", view: "" };
  const open = (event) => {
    if (isForBrowser(event)) return;
    event.preventDefault();
    go(target);
  };
  const unread = row.unread ?? 0;
  return html`<li style=${{ transform: `translateY(${place * ROW}px)` }} aria-setsize=${count} aria-posinset=${place + 1}>
    <a class="row" href=${address(target)} data-id=${row.id} data-person=${row.person} onClick=${open}
      aria-current=${chosen ? "true" : null} data-unread=${unread ? "" : null}>
      <${Avatar} person=${row.person} />
      <span class="line"><span class="who">${row.person}</span>
      <time class="at" datetime=${row.at} title=${moment(row.at)}>${brief(row.at, now ?? row.at)}</time></span>
      <span class="line"><span class="text">${row.incoming ? html`<span class="them">Wrote: </span>` : null}${row.text || "(no text)"}</span>
      <span class="marks">
        ${row.channel !== "SMS" ? html`<span class="channel">${row.channel}</span>` : null}
        ${["FAILED", "BLOCKED", "EXPIRED"].includes(row.state) || (filtered && !row.incoming)
          ? html`<${State} value=${row.state} />` : null}
        ${unread ? html`<span class="unread" aria-label=${`${unread} unread`}>${unread > 99 ? "99+" : unread}</span>` : null}
      </span></span>
    </a>
  </li>`;
}
