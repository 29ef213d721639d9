import { el, fill } from './dom.js';
import { t } from './strings.js';
import { sourceHref } from './router.js';

const marksOrText = /((?:\s*\[\d{1,3}\])+)|(\[|[^[]+)/g;
const lastLetters = /.{0,2}$/su;
const halfAMark = /\s*\[\d{0,3}$/;
const closing = /^[。！？；，、：.!?;,:”’）)]+/;

/** Cuts the text of an answer that is still coming into statements and the numbers they cite. */
export function readStatements(text, complete = false) {
  const statements = [];
  let open = '';
  for (const line of (complete ? text : text.replace(halfAMark, '')).split('\n')) {
    // A statement ends with its marks: a list goes over several lines.
    if (open) open += '\n';
    let hasEnded = false;
    for (const [, marks, words] of line.matchAll(marksOrText)) {
      if (marks) {
        statements.push({ text: open.trim(), citations: [...marks.matchAll(/\d+/g)].map(Number) });
        open = '';
        hasEnded = true;
      } else {
        open += words;
      }
      // A full stop after the mark belongs to the statement before it.
      const stop = hasEnded && !marks && closing.exec(open);
      if (stop) {
        statements.at(-1).text += stop[0];
        open = open.slice(stop[0].length);
      }
    }
  }
  if (open.trim()) statements.push({ text: open.trim(), citations: [] });
  return statements;
}

/** What a statement says, with what it is about and what to know of its document. */
export const wordsOf = ({ text, label, note }) => `${label ? `${label}：` : ''}${text}${note ? `（${note}）` : ''}`;

/** Shows statements; those that are shown already stay as they are. */
export function renderStatements(root, statements, citations) {
  const known = new Map(citations.map(citation => [citation.number, citation]));
  statements.forEach((statement, place) => {
    const marks = statement.citations.filter(number => known.has(number));
    const { label, text, note } = statement;
    const sign = JSON.stringify([label, text, note, marks]);
    const shown = root.children[place];
    if (shown?.dataset.sign === sign) return;
    const paragraph = shown ?? root.appendChild(el('p', { class: 'statement' }));
    paragraph.dataset.sign = sign;
    const ending = note ? `（${note}）` : text;
    const [tail] = lastLetters.exec(ending);
    // The marks stay on the line of the words before them.
    const end = [ending.slice(0, -tail.length || undefined), el('span', { class: 'tail' }, tail, marks.map(number => mark(known.get(number))))];
    fill(paragraph, label && el('b', { class: 'label' }, `${label}：`), note ? [text, el('span', { class: 'caution' }, end)] : end);
  });
  while (root.children.length > statements.length) root.lastElementChild.remove();
}

/** The numbered mark of a citation, a link to its place. */
export function mark(citation) {
  const link = el('a', {
    class: 'cite',
    href: sourceHref(citation.documentId, citation),
    'aria-label': t('citation', { number: citation.number, title: citation.documentTitle }),
  }, String(citation.number));
  link.citation = citation;
  return link;
}
