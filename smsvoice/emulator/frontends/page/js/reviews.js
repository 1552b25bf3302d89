// What waits for a decision: registrations, and the names and tiers of notify configurations.

import { announce } from "./api.js";
import { html, useState } from "./lib.js";
import { State } from "./parts.js";

export function Reviews({ model, account }) {
  const { registrations, notify_configurations: names } = account;
  return html`<section aria-labelledby="reviews-title" id="reviews">
    <h3 id="reviews-title">Waiting for review</h3>
    ${registrations.length + names.length === 0 && html`<p class="note">Nothing waits.</p>`}
    <ul class="reviews">
      ${registrations.map((one) => html`<${Registration} key=${one.registration_id} one=${one} model=${model} />`)}
      ${names.map((one) => html`<${Name} key=${one.notify_configuration_id} one=${one} model=${model} />`)}
    </ul>
  </section>`;
}

function Registration({ one, model }) {
  const [why, setWhy] = useState("");
  const id = one.registration_id;
  const decide = async (decision) => {
    const members = { decision, registration_id: id, region_name: one.region_name };
    if (decision === "deny" && why.trim()) members.description = why.trim();
    if (await model.act("POST", "review", members)) announce(decision === "approve" ? "Approved" : "Denied");
  };
  return html`<li>
    <p><b>${one.registration_type}</b> <${State} value=${one.registration_status} /></p>
    <p class="note"><code>${id}</code></p>
    <p class="buttons">
      <button type="button" aria-label=${`Approve ${id}`} onClick=${() => decide("approve")}>Approve</button>
      <input value=${why} placeholder="Reason, when denied" aria-label=${`Reason for denying ${id}`}
        onInput=${(event) => setWhy(event.target.value)} />
      <button type="button" class="quiet" aria-label=${`Deny ${id}`} onClick=${() => decide("deny")}>Deny</button>
    </p>
  </li>`;
}

function Name({ one, model }) {
  const id = one.notify_configuration_id;
  const isUpgrade = one.tier_upgrade_status === "PENDING_UPGRADE";
  const decide = async (members, words) => {
    const all = { notify_configuration_id: id, region_name: one.region_name, ...members };
    if (await model.act("POST", "review-notify-configuration", all)) announce(words);
  };
  const [yes, no] = isUpgrade
    ? [{ tier_upgrade_status: "ADVANCED" }, { tier_upgrade_status: "REJECTED" }]
    : [{ status: "ACTIVE" }, { status: "REJECTED" }];
  return html`<li>
    <p><b>${one.display_name}</b> ${isUpgrade ? "upgrade of the tier" : "display name"}
      <${State} value=${isUpgrade ? one.tier_upgrade_status : one.status} /></p>
    <p class="note"><code>${id}</code></p>
    <p class="buttons">
      <button type="button" aria-label=${`Approve ${id}`} onClick=${() => decide(yes, "Approved")}>Approve</button>
      <button type="button" class="quiet" aria-label=${`Reject ${id}`} onClick=${() => decide(no, "Rejected")}>Reject</button>
    </p>
  </li>`;
}
