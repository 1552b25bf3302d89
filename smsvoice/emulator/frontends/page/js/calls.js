// A call: how long it takes, what is said, and a button that reads it aloud.

import { html, useEffect, useState } from "./lib.js";
import { CopyButton, Icon } from "./parts.js";
import { duration } from "./words.js";

const CAN_SPEAK = "speechSynthesis" in window;

export function Call({ item }) {
  const { record } = item;
  const [speaking, setSpeaking] = useState(false);
  const stop = () => {
    window.speechSynthesis.cancel();
    setSpeaking(false);
  };
  const play = () => {
    window.speechSynthesis.cancel();
    const words = new SpeechSynthesisUtterance(record.Body);
    words.addEventListener("end", () => setSpeaking(false));
    words.addEventListener("error", () => setSpeaking(false));
    window.speechSynthesis.speak(words);
    setSpeaking(true);
  };
  useEffect(() => () => CAN_SPEAK && window.speechSynthesis.cancel(), []);
  const code = record.Code;
  const missed = ["FAILED", "EXPIRED", "BLOCKED"].includes(item.state);
  return html`<div class="bubble call">
    <div class="call-top">
      <span class="call-icon" data-missed=${missed ? "" : null}><${Icon} name="call" /></span>
      <div><b>${missed ? "Missed call" : "Voice call"}</b>
        <p class="note">${duration(record.Seconds ?? 0)}</p></div>
      ${CAN_SPEAK && html`<button type="button" class="round play" aria-pressed=${String(speaking)}
        aria-label=${speaking ? "Stop reading aloud" : "Read the call aloud"}
        onClick=${speaking ? stop : play}><${Icon} name=${speaking ? "stop" : "play"} /></button>`}
    </div>
    <p class="spoken">“${record.Body}”</p>
  </div>
  ${code && html`<p class="one-time"><span class="visually-hidden">One-time code </span><code>${code}</code>
    <${CopyButton} text=${code} label=${`Copy code ${code}`} what="Copy code" /></p>`}`;
}
