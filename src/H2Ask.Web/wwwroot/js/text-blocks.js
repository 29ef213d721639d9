// Lays the text of a document out in blocks: every character of the text stands in exactly one of them.

const longestBlock = 600;
const shortestPiece = 240;
const blocksInChunk = 24;
const lengthOfChunk = 6000;
const sentenceEnd = /[。！？；]/;
const closing = /[”’）」』]/;

/**
 * The blocks of a text: lines, and in lines that run on the sections, and sentences where there are no sections.
 * Offsets are into the text; sections carry theirs as places in the file, which the text begins at.
 */
export function layOut(text, sections, fileStart) {
  const headings = new Map((sections ?? []).map(section => [section.start - fileStart, section]));
  const starts = [...headings.keys()].filter(start => start > 0 && start < text.length).sort((a, b) => a - b);
  const blocks = [];
  let next = 0;
  for (const line of linesOf(text)) {
    let { start } = line;
    while (next < starts.length && starts[next] < line.end) {
      if (starts[next] > start) {
        cutLong(text, start, starts[next], headings, blocks);
        start = starts[next];
      }
      next++;
    }
    cutLong(text, start, line.end, headings, blocks);
  }
  return blocks;
}

/** The blocks in groups that the browser can leave undrawn until they come near. */
export function inChunks(blocks) {
  const chunks = [];
  let length = Infinity;
  for (const block of blocks) {
    if (length > lengthOfChunk || chunks.at(-1).length >= blocksInChunk) {
      chunks.push([]);
      length = 0;
    }
    chunks.at(-1).push(block);
    length += block.end - block.start;
  }
  return chunks;
}

/** The pieces of a block, marked or not, around a range of the text. */
export function piecesOf(text, { start, end }, range) {
  const from = Math.min(Math.max(range?.start ?? start, start), end);
  const to = Math.min(Math.max(range?.end ?? start, from), end);
  return [[start, from, false], [from, to, true], [to, end, false]]
    .filter(([first, last]) => last > first)
    .map(([first, last, marked]) => ({ text: text.slice(first, last), marked }));
}

// A line takes the blank lines after it along.
function* linesOf(text) {
  const after = place => text.indexOf('\n', place) + 1 || text.length;
  for (let start = 0; start < text.length;) {
    let end = after(start);
    while (end < text.length && text.slice(end, after(end)).trim() === '') end = after(end);
    yield { start, end };
    start = end;
  }
}

function cutLong(text, start, end, headings, blocks) {
  const heading = headings.get(start) ?? null;
  let from = start;
  while (end - from > longestBlock) {
    let at = from + shortestPiece;
    while (at < end && !sentenceEnd.test(text[at])) at++;
    while (at + 1 < end && closing.test(text[at + 1])) at++;
    if (end - at < shortestPiece) break;
    blocks.push({ start: from, end: at + 1, heading: from === start ? heading : null });
    from = at + 1;
  }
  if (from < end) blocks.push({ start: from, end, heading: from === start ? heading : null });
}
