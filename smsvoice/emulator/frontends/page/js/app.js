// The whole page: its header, its three panes, its keys, and the address as the one place of choice.

import { listen } from "./api.js";
import { Connect } from "./connect.js";
import { Controls } from "./controls.js";
import { Details } from "./details.js";
import { Help, Sure } from "./dialogs.js";
import { Header } from "./header.js";
import { keysOf } from "./keys.js";
import { html, render, useEffect, useRef, useState } from "./lib.js";
import { Model } from "./model.js";
import { People } from "./people.js";
import { Phone } from "./phone.js";
import { address, isFiltered, read } from "./route.js";

const NARROW = window.matchMedia("(max-width: 760px)");
// Where the focus goes when a narrow screen shows another step.
const FIRST = { list: ".row[aria-current], #list a", thread: "#back", details: "#details-back", controls: "#controls-close" };

function App() {
  const [, draw] = useState(0);
  const [route, setRoute] = useState(read);
  const [dialog, setDialog] = useState(null);
  const model = useRef(null);
  if (!model.current) model.current = new Model(() => draw((count) => count + 1));
  const data = model.current;
  const filtered = isFiltered(route);
  const rows = filtered ? data.found?.rows ?? [] : data.threads;

  const go = (next, { replace = false } = {}) => {
    const there = address(next);
    if (there === address(route)) return;
    history[replace ? "replaceState" : "pushState"](null, "", there);
    setRoute(next);
  };

  useEffect(() => data.visit(route), [address(route)]);
  useEffect(() => {
    listen(data.soon, (live) => data.connected(live));
    const back = () => setRoute(read());
    const seen = () => !document.hidden && data.soon();
    window.addEventListener("popstate", back);
    document.addEventListener("visibilitychange", seen);
    const ticking = setInterval(() => !document.hidden && data.live && data.soon(), 5000);
    return () => clearInterval(ticking);
  }, []);
  useEffect(() => {
    // A wide screen has place for a conversation beside the people, so the newest one is opened.
    const isWide = !NARROW.matches && !route.to && !route.message && route.view !== "controls";
    if (!isWide || !rows.length) return;
    const { person, id } = rows[0];
    go({ ...route, to: person, message: filtered ? id : "" }, { replace: true });
  }, [data.threads.length > 0]);
  useEffect(() => {
    // The address of a message alone is enough: its person follows from it.
    const person = data.item?.person;
    if (route.message && !route.to && person) go({ ...route, to: person }, { replace: true });
  });
  useEffect(() => {
    const unread = data.threads.reduce((sum, row) => sum + row.unread, 0);
    document.title = `${unread ? `(${unread}) ` : ""}Inbox · smsvoice emulator`;
  });
  useEffect(() => {
    const pressed = keysOf({ rows, route, go, data, filtered, dialog, setDialog, narrow: NARROW.matches });
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  });

  const step = route.view || (route.to ? "thread" : "list");
  const before = useRef(step);
  useEffect(() => {
    if (NARROW.matches && before.current !== step) document.querySelector(FIRST[step])?.focus();
    before.current = step;
  }, [step]);
  const isEmpty = data.head && data.head.messages === 0 && !filtered;
  const common = { model: data, route, go };
  return html`<a class="skip" href="#main">Skip to the messages</a>
    <${Header} ...${common} setDialog=${setDialog} />
    <main id="main" tabindex="-1" data-step=${step} data-empty=${isEmpty ? "" : null}>
      ${isEmpty ? html`<${Connect} head=${data.head} />` : html`
        <${People} ...${common} rows=${rows} />
        <${Phone} ...${common} />`}
      ${route.view === "controls" ? html`<${Controls} ...${common} setDialog=${setDialog} />`
        : isEmpty ? null : html`<${Details} ...${common} />`}
    </main>
    ${dialog === "help" && html`<${Help} close=${() => setDialog(null)} />`}
    ${dialog === "clear" && html`<${Sure} close=${() => setDialog(null)} sure=${async () => {
      await data.act("DELETE", "messages");
      go({ to: "", message: "", view: "", filters: {} });
    }} />`}
    ${data.problem && html`<p class="trouble" id="trouble" role="alert">That did not work: ${data.problem.message}
      <button type="button" class="plain" onClick=${() => data.fail(null)}>Close</button></p>`}`;
}

render(html`<${App} />`, document.getElementById("app"));
