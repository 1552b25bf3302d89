// Pictures and other files of messages: shown where the emulator has them, named where not.

import { html, useEffect, useState } from "./lib.js";
import { Icon } from "./parts.js";
import { fileName } from "./words.js";

const PICTURES = /\.(gif|jpe?g|png|webp)$/i;
const KINDS = [
  [PICTURES, "Picture", "picture"], [/\.(tiff?)$/i, "Picture", "picture"],
  [/\.(3gpp?|mp4|mpe?g|mov|qt|webm)$/i, "Video", "play"], [/\.(amr|mp3|og[ga])$/i, "Audio", "play"],
  [/\.pdf$/i, "PDF", "file"], [/\.vcf$/i, "Contact", "person"], [/\.ics$/i, "Calendar", "date"],
];
const known = new Map(); // media URL -> promise of a data URL, or of null where there is no picture

function pictureOf(url) {
  if (!known.has(url)) known.set(url, fetched(url));
  return known.get(url);
}

async function fetched(url) {
  const answer = await fetch(`/_smsvoice/inbox/media?${new URLSearchParams({ url })}`);
  if (answer.status !== 200) return null;
  const blob = await answer.blob();
  return new Promise((done) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => done(reader.result));
    reader.readAsDataURL(blob);
  });
}

export function Media({ url, thumbnail, height = "MEDIUM" }) {
  const shown = thumbnail && !PICTURES.test(url) ? thumbnail : url;
  const [picture, setPicture] = useState(null);
  useEffect(() => {
    let wanted = true;
    if (PICTURES.test(shown)) pictureOf(shown).then((found) => wanted && setPicture(found), () => {});
    return () => { wanted = false; };
  }, [shown]);
  const name = fileName(url);
  const [, kind, icon] = KINDS.find(([ending]) => ending.test(url)) ?? [null, "File", "file"];
  return html`<figure class=${`media ${height.toLowerCase()}`} title=${url}>
    ${picture ? html`<img src=${picture} alt=${name} />`
      : html`<span class="placeholder"><${Icon} name=${icon} /><span>${kind}</span><b>${name}</b></span>`}
  </figure>`;
}

export function Files({ urls }) {
  if (!urls.length) return null;
  return html`<div class="files">${urls.map((url) => html`<${Media} key=${url} url=${url} />`)}</div>`;
}
