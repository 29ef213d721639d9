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
  for (const line of (complete ? text : text.replace(halfAMark, '')).split('\n')) {
    let open = '';
    for (const [, marks, words] of line.matchAll(marksOrText)) {
      if (marks) {
        statements.push({ text: open.trim(), citations: [...marks.matchAll(/\d+/g)].map(Number) });
        open = '';
      } else {
        open += words;
      }
      // A full stop after the mark belongs to the statement before it.
      const stop = statements.length > 0 && closing.exec(open);
      if (stop && !marks) {
        statements.at(-1).text += stop[0];
        open = open.slice(stop[0].length);
      }
    }
    if (open.trim()) statements.push({ text: open.trim(), citations: [] });
  }
  return statements;
}

/** Shows statements; those that are shown already stay as they are. */
export function renderStatements(root, statements, citations) {
  const known = new Map(citations.map(citation => [citation.number, citation]));
  statements.forEach((statement, place) => {
    const marks = statement.citations.filter(number => known.has(number));
    const sign = JSON.stringify([statement.text, marks]);
    const shown = root.children[place];
    if (shown?.dataset.sign === sign) return;
    const paragraph = shown ?? root.appendChild(el('p', { class: 'statement' }));
    paragraph.dataset.sign = sign;
    const [tail] = lastLetters.exec(statement.text);
    // The marks stay on the line of the words before them.
    fill(paragraph, statement.text.slice(0, -tail.length || undefined), el('span', { class: 'tail' }, tail, marks.map(number => mark(known.get(number)))));
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
