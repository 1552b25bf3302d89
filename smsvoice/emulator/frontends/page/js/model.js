// What the page knows of the emulator, kept up to date: each refresh asks for what has changed.

import { announce, call, query } from "./api.js";
import { isFiltered } from "./route.js";
import { many } from "./words.js";

const STEP = 100; // messages of a conversation, and rows of a search, that are asked for at once
const WAIT = 60; // milliseconds in which several changes become one refresh

export class Model {
  head = null; // account, region, time, counts
  threads = []; // rows, newest first
  found = null; // rows that fit the filters
  thread = null; // the open conversation
  missing = ""; // a person that was asked for and has no message
  item = null; // the open message
  account = null; // what the panel of controls shows
  live = null;
  problem = null;
  #rows = new Map();
  #version = "";
  #limits = { thread: STEP, found: STEP };
  #route = null;
  #timer = 0;
  #running = false;
  #again = false;
  #took = 0;

  constructor(changed) {
    this.changed = changed;
  }

  // Show what another address asks for.
  visit(route) {
    const before = this.#route;
    this.#route = route;
    if (before?.to !== route.to) this.#limits.thread = STEP;
    if (JSON.stringify(before?.filters) !== JSON.stringify(route.filters)) this.#limits.found = STEP;
    if (this.thread?.person !== route.to) this.thread = null;
    this.soon();
  }

  more(what) {
    this.#limits[what] += what === "found" ? 2 * STEP : STEP;
    this.soon();
  }

  connected(live) {
    this.live = live;
    this.changed();
  }

  fail(problem) {
    this.problem = problem;
    this.changed();
  }

  // Do something and refresh; what goes wrong is shown, and thrown where `shown` is false.
  async act(method, path, body, shown = true) {
    try {
      const answer = await call(method, path, body);
      this.problem = null;
      this.soon();
      return answer;
    } catch (problem) {
      if (!shown) throw problem;
      this.fail(problem);
      return null;
    }
  }

  soon = () => {
    if (this.#timer) return;
    const wait = Math.max(WAIT, 2 * this.#took);
    this.#timer = setTimeout(() => {
      this.#timer = 0;
      this.#refresh();
    }, this.head ? wait : 0);
  };

  async #refresh() {
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    const start = performance.now();
    try {
      await this.#load();
      if (this.problem?.status === undefined) this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
    this.#took = performance.now() - start;
    this.#running = false;
    this.changed();
    if (this.#again) {
      this.#again = false;
      this.soon();
    }
  }

  async #load() {
    const route = this.#route;
    const news = await call("GET", `inbox/threads?since=${this.#version}`);
    const changed = this.#takeThreads(news);
    const wanted = route.to || (await this.#personOf(route.message));
    const jobs = [];
    const isNew = this.thread?.person !== wanted || this.thread.limit !== this.#limits.thread;
    if (!wanted) this.thread = null;
    else if (isNew || changed.has(wanted)) jobs.push(this.#loadThread(wanted, route.message));
    if (isFiltered(route)) jobs.push(this.#loadFound(route.filters));
    else this.found = null;
    if (route.view === "controls" || !this.account) jobs.push(this.#loadAccount());
    await Promise.all(jobs);
    await this.#loadItem(route.message || this.thread?.items.at(-1)?.id);
  }

  #takeThreads(news) {
    const before = this.head;
    const changed = new Set(news.threads.map((row) => row.person));
    const arrived = news.threads.filter(
      (row) => !row.incoming && this.#rows.get(row.person)?.id !== row.id,
    );
    if (news.whole) {
      for (const person of this.#rows.keys()) changed.add(person);
      this.#rows.clear();
    }
    for (const row of news.threads) this.#rows.set(row.person, row);
    if (changed.size) {
      this.threads = [...this.#rows.values()].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
    }
    this.#version = news.version;
    this.head = news;
    if (before && arrived.length && !news.whole) {
      announce(arrived.length === 1
        ? `New message to ${arrived[0].person}: ${arrived[0].text}`
        : many(arrived.length, "new message"));
    }
    return changed;
  }

  async #personOf(id) {
    if (!id) return "";
    const item = await call("GET", `inbox/items/${encodeURIComponent(id)}`).catch(() => null);
    return item?.person ?? "";
  }

  async #loadThread(person, upto) {
    const limit = this.#limits.thread;
    const thread = await call("GET", `inbox/thread?${query({ person, limit, upto })}`);
    this.thread = thread.count ? { ...thread, limit } : null;
    this.missing = thread.count ? "" : person;
    if (!thread.count || !thread.unread || document.hidden) return;
    await call("POST", "inbox/read", { person });
  }

  async #loadFound(filters) {
    const asked = { ...filters, limit: this.#limits.found };
    for (const name of ["after", "before"]) {
      if (asked[name]) asked[name] = new Date(asked[name]).toISOString();
    }
    this.found = await call("GET", `inbox/found?${query(asked)}`);
  }

  async #loadAccount() {
    const paths = ["identities", "review", "review-notify-configuration", "faults", "script"];
    this.account = Object.assign({}, ...(await Promise.all(paths.map((path) => call("GET", path)))));
  }

  async #loadItem(id) {
    if (!id) {
      this.item = null;
      return;
    }
    try {
      this.item = await call("GET", `inbox/items/${encodeURIComponent(id)}`);
    } catch (problem) {
      if (problem.status !== 404) throw problem;
      this.item = { id, gone: true };
    }
  }
}
