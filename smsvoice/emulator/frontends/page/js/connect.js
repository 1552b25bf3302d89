// The empty page: how to send the first message here, in several languages.

import { html } from "./lib.js";
import { Code, Tabs } from "./parts.js";

const PERSON = "+14254147755"; // AWS's simulator number in the United States

function environment(url, region) {
  return `export AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2=${url}
export AWS_ACCESS_KEY_ID=EMULATOR AWS_SECRET_ACCESS_KEY=emulator
export AWS_REGION=${region} AWS_DEFAULT_REGION=${region}`;
}

function examples(url, region) {
  return [
    ["boto3", "boto3", `import boto3

client = boto3.client(
    "pinpoint-sms-voice-v2",
    endpoint_url="${url}",
    region_name="${region}",
    aws_access_key_id="EMULATOR",
    aws_secret_access_key="emulator",
)
client.send_text_message(
    DestinationPhoneNumber="${PERSON}", MessageBody="Hello from boto3"
)`],
    ["cli", "AWS CLI", `${environment(url, region)}

aws pinpoint-sms-voice-v2 send-text-message \\
  --destination-phone-number ${PERSON} --message-body "Hello from the CLI"`],
    ["js", "JavaScript", `import {
  PinpointSMSVoiceV2Client, SendTextMessageCommand,
} from "@aws-sdk/client-pinpoint-sms-voice-v2";

const client = new PinpointSMSVoiceV2Client({
  endpoint: "${url}",
  region: "${region}",
  credentials: { accessKeyId: "EMULATOR", secretAccessKey: "emulator" },
});
await client.send(new SendTextMessageCommand({
  DestinationPhoneNumber: "${PERSON}", MessageBody: "Hello from JavaScript",
}));`],
    ["curl", "curl", `curl ${url}/ \\
  -H "content-type: application/x-amz-json-1.0" \\
  -H "x-amz-target: PinpointSMSVoiceV2.SendTextMessage" \\
  -d '{"DestinationPhoneNumber": "${PERSON}", "MessageBody": "Hello from curl"}'`],
    ["smsvoice", "smsvoice", `from smsvoice import SmsVoice

# with the three lines above in the environment
SmsVoice().messages.send_text("${PERSON}", message_body="Hello from smsvoice")`],
  ];
}

export function Connect({ head }) {
  const url = location.origin;
  return html`<section class="pane connect" aria-labelledby="connect-title" id="connect">
    <div class="scroll" tabindex="0" role="region" aria-label="How to connect">
      <h2 id="connect-title">No messages yet</h2>
      <p id="empty">Point a program at this address, and what it sends appears here. Nothing reaches AWS, nothing is charged.</p>
      <h3>Every AWS SDK and the CLI read these lines</h3>
      <${Code} text=${environment(url, head.region)} label="Environment" />
      <h3>Or name the address in the program</h3>
      <${Tabs} label="Languages" name="connect" pages=${examples(url, head.region).map(([id, name, text]) => [
        id, name, html`<${Code} text=${text} label=${`Example: ${name}`} />`])} />
    </div>
  </section>`;
}
