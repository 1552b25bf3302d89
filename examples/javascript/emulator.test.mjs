// A suite for node's own test runner against the emulator, over HTTP alone:
//
//     smsvoice emulator &
//     node --test examples/javascript/

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { call, control, give, messages } from "./emulator.mjs";

const person = "+12065550142";

beforeEach(() => control("POST", "/reset", {}));

test("an account is set up in one step each", async () => {
  const number = await give("number", { number_type: "TEN_DLC" });
  const agent = await give("rcs-agent", { country: "US" });
  const pool = await give("pool", { numbers: 3 });
  await give("opted-out", { numbers: ["+12065550100"] });

  assert.equal(number.resource.Status, "ACTIVE");
  assert.match(number.resource.PhoneNumber, /^\+1\d{10}$/);
  assert.equal(agent.resource.Status, "ACTIVE");
  const { OriginationIdentities } = await call("ListPoolOriginationIdentities", {
    PoolId: pool.id,
  });
  assert.equal(OriginationIdentities.length, 3);
  await assert.rejects(
    send(number.id, "Hello", "+12065550100"),
    { reason: "DESTINATION_PHONE_NUMBER_OPTED_OUT" },
  );
});

test("a message is blocked by its carrier", async () => {
  const number = await give("number", { number_type: "TOLL_FREE" });
  await control("POST", "/script", {
    destination: "*",
    event_types: ["TEXT_QUEUED", "TEXT_CARRIER_BLOCKED"],
    times: 1,
  });
  const { MessageId } = await send(number.id, "Your table is ready");

  await control("POST", "/clock", { advance: 10 });

  const [blocked] = await messages({ to: person, state: "FAILED" });
  assert.equal(blocked.MessageId, MessageId);
  const { events } = await control("GET", `/messages/${MessageId}`);
  assert.deepEqual(events.map((event) => event.event_type), ["TEXT_QUEUED", "TEXT_CARRIER_BLOCKED"]);
});

test("a test waits for what another program sends", async () => {
  const number = await give("number", { number_type: "TEN_DLC" });
  const waiting = control("GET", `/code?to=${encodeURIComponent(person)}&wait=20`);

  await send(number.id, "Your code is 481516");

  assert.equal((await waiting).code, "481516");
  const [delivered] = await messages({ to: person, state: "DELIVERED", wait: 20 });
  assert.equal(delivered.Body, "Your code is 481516");
});

test("the inbox is read and answered", async () => {
  const number = await give("number", { number_type: "TEN_DLC" });
  const { MessageId } = await send(number.id, "See you at 19:30? Answer YES or NO");

  await control("POST", "/inbound", { in_reply_to: MessageId, body: "yes" });

  const { message, replies, request, boto3 } = await control("GET", `/messages/${MessageId}`);
  assert.deepEqual(replies, ["yes"]);
  assert.equal(message.OriginationIdentity, number.resource.PhoneNumber);
  assert.equal(request.members.DestinationPhoneNumber, person);
  assert.match(boto3, /client\.send_text_message\(/);
});

test("a call is refused with a reason of choice", async () => {
  const number = await give("number", { number_type: "TEN_DLC" });
  await control("POST", "/refuse", {
    operation: "SendTextMessage",
    reason: "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT",
  });

  await assert.rejects(send(number.id, "Hello"), {
    code: "ServiceQuotaExceededException",
    reason: "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT",
  });
  await send(number.id, "Hello");

  assert.equal((await messages({ to: person })).length, 1);
});

test("a mistake says what is wrong", async () => {
  await assert.rejects(give("number", { number_type: "TEN" }), /number_type must be one of/);
  await assert.rejects(give("pool", { many: 3 }), /many: no such member/);
});

const send = (from, text, to = person) =>
  call("SendTextMessage", {
    DestinationPhoneNumber: to,
    OriginationIdentity: from,
    MessageBody: text,
  });
