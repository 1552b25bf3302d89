// Requests to the emulator's controls, and its live changes.

const ADMIN = "/_smsvoice/";
const AGAIN = 3000; // milliseconds until a connection that was refused is tried again

export async function call(method, path, body) {
  const options = { method, cache: "no-store" };
  if (method === "POST") {
    options.headers = { "content-type": "application/json" };
    options.body = JSON.stringify(body ?? {});
  }
  const answer = await fetch(ADMIN + path, options);
  const content = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    const failure = new Error(content.error || `status ${answer.status}`);
    failure.status = answer.status;
    throw failure;
  }
  return content;
}

export function query(members) {
  const given = Object.entries(members).filter(([, value]) => value !== "" && value != null);
  return new URLSearchParams(given).toString();
}

// Calls `changed` on every change, and `live` with true or false as the connection comes and goes.
export function listen(changed, live) {
  const source = new EventSource(`${ADMIN}changes`);
  source.addEventListener("open", () => live(true));
  source.addEventListener("changed", changed); // comes first of all for what was missed
  source.addEventListener("error", () => {
    live(false);
    // A browser connects again by itself unless it was answered with an error, as a proxy does.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(changed, live), AGAIN);
  });
}

// For screen readers: what has just happened.
export function announce(text) {
  document.getElementById("said").textContent = text;
}
