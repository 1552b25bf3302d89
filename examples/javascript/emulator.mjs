// The emulator's controls over HTTP: all that a test in JavaScript needs, without a package.

const root = process.env.SMSVOICE_EMULATOR_URL ?? "http://127.0.0.1:7670";

/** Ask a control of the emulator; an answer that is no success is an error with its text. */
export async function control(method, path, body) {
  const answer = await fetch(`${root}/_smsvoice${path}`, {
    method,
    headers: body === undefined ? {} : { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const found = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path}: ${found.error}`);
  return found;
}

/** Give something in one step, e.g. give("number", { number_type: "TEN_DLC" }). */
export const give = (what, members = {}) => control("POST", `/give/${what}`, members);

/** The messages that fit, e.g. { to: "+12065550142", state: "DELIVERED", wait: 10 }. */
export async function messages(filters = {}) {
  return (await control("GET", `/messages?${new URLSearchParams(filters)}`)).messages;
}

/** Call an operation of the service as an SDK does: AWS's JSON, and a signature that is not read. */
export async function call(operation, members, region = "us-east-1") {
  const scope = `EMULATOR/20260101/${region}/sms-voice/aws4_request`;
  const answer = await fetch(root, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": `PinpointSMSVoiceV2.${operation}`,
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify(members),
  });
  const found = await answer.json();
  if (answer.ok) return found;
  const code = found.__type.split("#").pop();
  throw Object.assign(new Error(code), { code, reason: found.Reason, status: answer.status });
}
