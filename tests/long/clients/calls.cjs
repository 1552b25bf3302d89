// Makes the calls of tests/long/calls.py with AWS's own JavaScript SDK; prints what it got as JSON.
"use strict";
const sdk = require("@aws-sdk/client-pinpoint-sms-voice-v2");

const endpoint = process.env.AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2;
const client = new sdk.PinpointSMSVoiceV2Client({ region: "us-east-1", maxAttempts: 1 });
const run = (operation, request) => client.send(new sdk[`${operation}Command`](request));

function filled(value, answers) {
  if (Array.isArray(value)) return value.map((one) => filled(one, answers));
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, filled(v, answers)]));
  }
  if (typeof value !== "string") return value;
  return value.replace(/\$\{(\w+)\.(\w+)\}/g, (_, name, member) => answers[name][member]);
}

async function refusal(operation, request) {
  try {
    await run(operation, request);
  } catch (error) {
    return {
      name: error.name,
      typed: error instanceof (sdk[error.name] ?? Array),
      reason: error.Reason,
      type: error.ResourceType,
      id: error.ResourceId,
      fields: (error.Fields ?? []).map((field) => field.Name),
      status: error.$metadata.httpStatusCode,
    };
  }
  return null;
}

async function main() {
  const steps = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
  const answers = {};
  for (const [operation, request, name] of steps) {
    const answer = await run(operation, filled(request, answers));
    if (name) answers[name] = answer;
    await fetch(`${endpoint}/_smsvoice/clock`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"advance": 60}',
    });
  }
  for (let n = 0; n < 7; n += 1) await run("CreateOptOutList", { OptOutListName: `page-${n}` });
  const pages = [];
  for await (const page of sdk.paginateDescribeOptOutLists({ client, pageSize: 3 }, {})) {
    pages.push(page.OptOutLists.map((one) => one.OptOutListName));
  }
  process.stdout.write(JSON.stringify({
    answers,
    pages,
    isDate: answers.list.CreatedTimestamp instanceof Date,
    conflict: await refusal("CreateOptOutList", { OptOutListName: "news" }),
    missing: await refusal("DescribeOptOutLists", { OptOutListNames: ["none"] }),
    invalid: await refusal("SendTextMessage", { DestinationPhoneNumber: "nobody", MessageBody: "x" }),
  }));
}

main();
