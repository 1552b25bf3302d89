// The form that every control has.

import { html, useState } from "./lib.js";

// A form that says what came of it. `send` gives the words for that, or throws.
export function Form({ name, send, children, label = "Send" }) {
  const [note, setNote] = useState(null);
  const submit = async (event) => {
    event.preventDefault();
    const form = event.target;
    try {
      setNote({ text: await send(Object.fromEntries(new FormData(form))) });
    } catch (problem) {
      setNote({ text: problem.message, bad: true });
    }
  };
  return html`<form id=${name} class="control" onSubmit=${submit}>
    ${children}
    <button type="submit">${label}</button>
    <p class=${note?.bad ? "note bad" : "note"} role="status">${note?.text ?? ""}</p>
  </form>`;
}
