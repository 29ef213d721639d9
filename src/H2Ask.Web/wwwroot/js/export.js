import { el } from './dom.js';
import { wordsOf } from './answer.js';
import { t } from './strings.js';

/** An answer as text, with its citations. */
export function answerAsText({ question, response }) {
  const lines = [question, '', ...statementsOf(response).map(({ text, citations }) => text + citations.map(number => `[${number}]`).join('')), ...noticeOf(response), ...partOf(response), ''];
  for (const citation of response.citations) {
    lines.push(`[${citation.number}] ${describe(citation)}`, `    ${t('quoteMarks', { quote: citation.quote.trim() })}`, `    ${linkTo(citation)}`);
  }
  return lines.join('\n').trimEnd();
}

/** The conversation as Markdown, with its citations. What documents say stays text: no markup comes of it. */
export function conversationAsMarkdown(turns) {
  const parts = [`# ${t('exportTitle')}`];
  for (const { question, response } of turns.filter(turn => turn.response)) {
    parts.push(`## ${escape(question)}`);
    for (const { text, citations } of statementsOf(response)) {
      parts.push(text.split(/[\r\n]+/).map(escape).join('  \n') + citations.map(number => ` \\[${number}\\]`).join(''));
    }
    parts.push(...noticeOf(response).map(escape), ...partOf(response));
    if (!response.answered) parts.push(t('nothingFound'));
    for (const citation of response.citations) {
      parts.push(`**\\[${citation.number}\\]** ${escape(describe(citation))} · <${linkTo(citation)}>`, `> ${escape(citation.quote.trim())}`);
    }
  }
  return parts.join('\n\n') + '\n';
}

/** Gives a text to the reader as a file. */
export function download(name, text) {
  const href = URL.createObjectURL(new Blob([text], { type: 'text/markdown;charset=utf-8' }));
  el('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 0);
}

/** Copies a text; false where the browser does not let it. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyFromField(text);
  }
}

// The clipboard's own interface is missing where the page comes over plain HTTP from another machine.
function copyFromField(text) {
  const before = document.activeElement;
  const field = el('textarea', { class: 'unseen', readonly: true, 'aria-hidden': 'true' });
  field.value = text;
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  before?.focus({ preventScroll: true });
  return copied;
}

function describe({ documentTitle, documentNumber, issuer, date, section, file, start, end }) {
  const about = [documentNumber, issuer, date, section?.join(' › '), t('place', { file, start, end })].filter(Boolean);
  return `《${documentTitle}》 ${about.join(' · ')}`;
}

const statementsOf = ({ answered, answer, statements }) =>
  answered ? statements.map(statement => ({ text: wordsOf(statement), citations: statement.citations })) : [{ text: answer, citations: [] }];

const noticeOf = ({ notice }) => notice ? [notice] : [];

const partOf = ({ partial }) => partial ? [t('partial')] : [];

const linkTo = citation => location.origin + citation.url;

const escape = text => text.trim().replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\\`*_{}[\]<>()#+\-.!|~&$]/g, '\\$&');
