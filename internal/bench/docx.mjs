// A peer of the docx lines: the same paragraphs and tables with npm docx. Reads {blocks, samples, warmUp} from standard input,
// prints {times, file}: milliseconds a file, and the last file in base64.

import { readFileSync } from "node:fs";
import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType } from "docx";

const WHOLE = 9000; // the width of a table in twentieths of a point

function widths({ Columns, Widths }) {
  const weights = Widths || Array(Columns).fill(1);
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((w) => Math.round((w * WHOLE) / sum));
}

function cell(c, columns) {
  return new TableCell({
    columnSpan: c.ColumnSpan,
    rowSpan: c.RowSpan,
    verticalAlign: VerticalAlign.CENTER,
    width: { size: columns.slice(c.Column, c.Column + c.ColumnSpan).reduce((a, b) => a + b, 0), type: WidthType.DXA },
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: c.Text, size: 21 })] })],
  });
}

function table(t) {
  const columns = widths(t);
  return new Table({
    columnWidths: columns,
    width: { size: WHOLE, type: WidthType.DXA },
    rows: t.Rows.map((r) => new TableRow({ tableHeader: r.Header, cantSplit: true, children: r.Cells.map((c) => cell(c, columns)) })),
  });
}

const { blocks, samples, warmUp } = JSON.parse(readFileSync(0, "utf8"));
const times = [];
let file;
for (let i = 0; i < warmUp + samples; i++) {
  const start = performance.now();
  // A paragraph between tables, or Word would join them.
  const children = blocks.flatMap((b) => (b.table ? [table(b.table), new Paragraph({})] : [new Paragraph({ children: [new TextRun({ text: b.text, size: 32 })] })]));
  file = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  if (i >= warmUp) times.push(performance.now() - start);
}
console.log(JSON.stringify({ times, file: file.toString("base64") }));
