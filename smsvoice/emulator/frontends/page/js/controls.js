// The panel of controls: what AWS does not have. Each form is one control of the emulator.

import { Form } from "./form.js";
import { html } from "./lib.js";
import { Icon, Time } from "./parts.js";
import { Reviews } from "./reviews.js";
import { Faults, Refusals, Scripts } from "./troubles.js";

export function Controls({ model, route, go }) {
  const { account, head } = model;
  return html`<section class="pane details controls" aria-labelledby="controls-title" id="controls">
    <div class="tools">
      <h2 id="controls-title">Controls</h2>
      <button type="button" class="plain" id="controls-close" aria-label="Close the controls"
        onClick=${() => go({ ...route, view: "" })}><${Icon} name="close" /></button>
    </div>
    ${account && head && html`<div class="scroll" tabindex="0" role="region" aria-label="Controls of the emulator">
      <${Clock} model=${model} now=${head.now} />
      <${Reviews} model=${model} account=${account} />
      <${NewPerson} model=${model} account=${account} go=${go} />
      <${Scripts} model=${model} person=${route.to} account=${account} />
      <${Faults} model=${model} faults=${account.faults} />
      <${Refusals} model=${model} />
    </div>`}
  </section>`;
}

const STEPS = [[60, "+1 minute"], [3600, "+1 hour"], [86400, "+1 day"]];

function Clock({ model, now }) {
  const advance = async (seconds) => {
    await model.act("POST", "clock", { advance: seconds }, false);
    return "The clock stands further ahead.";
  };
  return html`<section aria-labelledby="clock-title">
    <h3 id="clock-title">Clock</h3>
    <p class="big" id="clock-now"><${Time} at=${now} /></p>
    <p class="buttons">${STEPS.map(([seconds, words]) => html`<button key=${seconds} type="button" class="quiet"
      onClick=${() => advance(seconds).catch((problem) => model.fail(problem))}>${words}</button>`)}</p>
    <${Form} name="advance" label="Advance" send=${({ amount, unit }) => advance(Number(amount) * Number(unit))}>
      <label>By <input name="amount" type="number" min="0" step="any" defaultValue="30" required /></label>
      <label>Unit <select name="unit">
        <option value="1">seconds</option><option value="60">minutes</option>
        <option value="3600">hours</option><option value="86400">days</option></select></label>
    </${Form}>
  </section>`;
}

function NewPerson({ model, account, go }) {
  const ends = account.identities;
  if (!ends.length) {
    return html`<section><h3>A person writes</h3>
      <p class="note">There is no active number or RCS agent yet that a person could write to.</p></section>`;
  }
  const send = async ({ person, end, body }) => {
    const [shown, region_name] = JSON.parse(end);
    const origination_number = person.trim();
    await model.act("POST", "inbound", { origination_number, destination_number: shown, region_name, body }, false);
    const number = origination_number.startsWith("+") ? origination_number : `+${origination_number}`;
    go({ to: number, message: "", view: "controls", filters: {} });
    return `Received from ${number}.`;
  };
  return html`<section aria-labelledby="new-title">
    <h3 id="new-title">A person writes</h3>
    <${Form} name="new-inbound" send=${send}>
      <label>From <input name="person" type="tel" required placeholder="+16045550142" autocomplete="off" /></label>
      <label>To <select name="end">${ends.map((one) => html`<option key=${one.id}
        value=${JSON.stringify([one.shown, one.region_name])}>${one.shown} · ${one.region_name}</option>`)}</select></label>
      <label class="wide">Text <input name="body" required placeholder="JOIN" maxlength="1600" autocomplete="off" /></label>
    </${Form}>
  </section>`;
}
