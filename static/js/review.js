// The review: findings marked in the document.

import { noteFindings } from "./noted.js";

noteFindings(document.querySelector("[data-noted]"), document.querySelector(".findings"));
