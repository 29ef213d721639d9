import { el, fill } from './dom.js';
import { t } from './strings.js';
import { sourceHref } from './router.js';

const lastLetters = /.{0,2}$/su;

/** The statements of an answer that is still coming whose citations have all come: nothing is shown without its proof. */
export function provedOf({ statements = [], citations = [] }) {
  const known = new Set(citations.map(({ number }) => number));
  return statements.filter(statement => statement.citations.every(number => known.has(number)));
}

/** What a statement says, with what it is about and what to know of its document. */
export const wordsOf = ({ text, label, note }) => `${label ? `${label}：` : ''}${text}${note ? `（${note}）` : ''}`;

/** Shows statements; those that are shown already stay as they are. */
export function renderStatements(root, statements, citations) {
  const known = new Map(citations.map(citation => [citation.number, citation]));
  statements.forEach((statement, place) => {
    const marks = statement.citations.filter(number => known.has(number));
    const { label, text, note, key } = statement;
    const sign = JSON.stringify([label, text, note, key, marks]);
    const shown = root.children[place];
    if (shown?.dataset.sign === sign) return;
    const paragraph = shown ?? root.appendChild(el('p', { class: 'statement' }));
    paragraph.dataset.sign = sign;
    const ending = note ? `（${note}）` : text;
    const [tail] = lastLetters.exec(ending);
    // The marks stay on the line of the words before them.
    const last = el('span', { class: 'tail' }, note ? tail : shaded(text, key, text.length - tail.length), marks.map(number => mark(known.get(number))));
    fill(paragraph, label && el('b', { class: 'label' }, `${label}：`), note
      ? [...shaded(text, key), el('span', { class: 'caution' }, ending.slice(0, -tail.length || undefined), last)]
      : [...shaded(text, key, 0, text.length - tail.length), last]);
  });
  while (root.children.length > statements.length) root.lastElementChild.remove();
}

/** Part of a text; what only stands around its key is shown more quietly. */
function shaded(text, key, from = 0, to = text.length) {
  const start = key ? text.indexOf(key) : -1;
  if (start < 0) return [text.slice(from, to)];
  const part = (first, last, kind) => Math.max(first, from) < Math.min(last, to) && el('span', { class: kind }, text.slice(Math.max(first, from), Math.min(last, to)));
  return [part(0, start, 'around'), part(start, start + key.length, 'key'), part(start + key.length, text.length, 'around')];
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
