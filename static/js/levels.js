// The headings that numbering makes of paragraphs: the same as report.Level and report.HeadingEnd in Go. Pure.
// report/testdata/levels.json holds the cases that both must agree on.

const PATTERNS = [
  /^[一二三四五六七八九十百]+、/,
  /^[（(][一二三四五六七八九十百]+[）)]/,
  /^[0-9０-９]{1,3}(?:[．、]|\.(?![0-9]))/,
  /^[（(][0-9０-９]{1,3}[）)]/,
];
const HEADING_LIMIT = 40;
const SHOWN = 20;

export const LEVEL_NAMES = ["", "一级标题", "二级标题", "三级标题", "四级标题"];

// level is the heading level that a paragraph's numbering gives it: 1 一、 to 4 （1）, 0 for none.
export function level(paragraph) {
  return PATTERNS.findIndex((p) => p.test(paragraph)) + 1;
}

function characters(s) {
  return Array.from(s).length;
}

// headingEnd is where the heading part of a paragraph ends, in UTF-16 units; 0 when no part is set as heading.
export function headingEnd(paragraph) {
  if (level(paragraph) === 0) return 0;
  const mark = paragraph.search(/[。：]/);
  if (mark >= 0) return characters(paragraph.slice(0, mark)) < HEADING_LIMIT ? mark + 1 : 0;
  return characters(paragraph) <= HEADING_LIMIT ? paragraph.length : 0;
}

// headings lists the paragraphs of a textarea's text with a level: the heading, or the beginning where no part is set as one, and
// where it stands. Paragraphs are lines.
export function headings(text) {
  const out = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const paragraph = line.trim();
    const at = start + line.indexOf(paragraph);
    if (level(paragraph) > 0) {
      const end = headingEnd(paragraph) || paragraph.length;
      const shown = headingEnd(paragraph) > 0 ? paragraph.slice(0, end) : Array.from(paragraph).slice(0, SHOWN).join("") + "…";
      out.push({ level: level(paragraph), text: shown, start: at, end: at + end });
    }
    start += line.length + 1;
  }
  return out;
}
