// A peer of the docx lines: fills in a template with docxtemplater. Reads {template, values, samples, warmUp} from standard input,
// prints {times, file}: milliseconds a file, and the last file in base64.

import { readFileSync } from "node:fs";
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";

const { template, values, samples, warmUp } = JSON.parse(readFileSync(0, "utf8"));
const bytes = Buffer.from(template, "base64");
const times = [];
let file;
for (let i = 0; i < warmUp + samples; i++) {
  const start = performance.now();
  const doc = new Docxtemplater(new PizZip(bytes), { linebreaks: true });
  doc.render(values);
  file = doc.getZip().generate({ type: "nodebuffer", compression: "DEFLATE", compressionOptions: { level: 1 } });
  if (i >= warmUp) times.push(performance.now() - start);
}
console.log(JSON.stringify({ times, file: file.toString("base64") }));
