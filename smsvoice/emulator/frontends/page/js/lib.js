// The one library of the page, under the names that the page uses.
export { html, render, useEffect, useLayoutEffect, useRef, useState } from "../vendor/htm-preact.js";
