import { el } from './dom.js';
import { icon } from './icons.js';
import { t } from './strings.js';

const kinds = { 400: 'invalid', 403: 'forbidden', 404: 'missing', 413: 'invalid', 429: 'busy', 503: 'noIndex' };
const passing = new Set(['network', 'offline', 'noIndex']);
// What is nobody's fault is told without alarm.
const calm = new Set([...passing, 'busy', 'key', 'interruptedPartly']);
const second = 1000;

/** What went wrong, as the reader is told it. */
export class Problem extends Error {
  constructor(kind, detail = null, until = null) {
    super(detail ?? kind);
    this.kind = kind;
    this.detail = detail;
    this.until = until;
  }

  /** The problem that a response states. */
  static async of(response) {
    const told = await response.json().catch(() => null);
    const seconds = Number.parseInt(response.headers.get('Retry-After'), 10);
    return new Problem(kinds[response.status] ?? 'server', told?.detail ?? null, Number.isNaN(seconds) ? null : Date.now() + seconds * second);
  }

  /** The problem that a fault is. */
  static from(fault) {
    return fault instanceof Problem ? fault : new Problem('server', String(fault?.message ?? fault));
  }
}

/** A problem in a sentence that says what to do. */
export const sentenceOf = ({ kind }) => t(kind);

/** Whether a problem is over by itself once the service is back. */
export const isPassing = problem => passing.has(problem?.kind);

/** A problem with the way on: what the service says of it, and a button to try again. */
export function problemBox(problem, again, ...besides) {
  const { kind, detail, until } = problem;
  const sentence = el('p', { role: 'alert' }, sentenceOf(problem));
  const button = kind !== 'missing' && el('button', { type: 'button', class: 'button', 'data-action': 'retry', on: { click: again } },
    icon(kind === 'key' ? 'key' : 'retry'), t(kind === 'key' ? 'keyEnter' : 'retry'));
  const box = el('div', { class: calm.has(kind) ? 'problem calm' : 'problem' }, sentence,
    detail && el('p', { class: 'detail' }, t('detail'), el('span', { lang: 'en' }, detail)),
    besides, button);
  if (kind === 'busy' && until) countDown(until, sentence, button);
  return box;
}

// Counts beside the sentence, not in it: a screen reader hears of the wait once, and once that it is over.
function countDown(until, sentence, button) {
  const counter = el('p', { class: 'countdown' });
  sentence.after(counter);
  const show = () => {
    const left = Math.ceil((until - Date.now()) / second);
    button.disabled = left > 0;
    counter.textContent = left > 0 ? t('busySeconds', { seconds: left }) : '';
    if (left > 0) return;
    sentence.textContent = t('busyOver');
    clearInterval(timer);
  };
  const timer = setInterval(() => (sentence.isConnected ? show() : clearInterval(timer)), second);
  show();
}
