import { el, fill } from './dom.js';
import { icon } from './icons.js';
import { t } from './strings.js';
import { mark, readStatements, renderStatements } from './answer.js';
import { badges, metaLine } from './metadata.js';
import { answerAsText, copyText } from './export.js';
import { sentenceOf } from './problems.js';
import { sourceHref } from './router.js';
import { toast } from './toast.js';

const mostSuggestions = 3;
const longestTitle = 40;
const namedPlace = /\p{Script=Han}{2}[省市区县州]/u;

/** One question and what came of it. */
export class TurnView {
  #actions;
  #parts = {};

  constructor(turn, actions) {
    this.turn = turn;
    this.#actions = actions;
    const titleId = `question-${turn.id}`;
    for (const part of ['before', 'after']) this.#parts[part] = el('div', { class: part });
    this.#parts.answer = el('div', { class: 'answer', lang: 'zh-CN', 'aria-live': 'polite' });
    this.node = el('article', { class: 'turn', 'aria-labelledby': titleId },
      el('h2', { class: 'asked', id: titleId, lang: 'zh-CN', tabindex: '-1' }, turn.question),
      this.#parts.before, this.#parts.answer, this.#parts.after);
    this.render();
  }

  /** Draws what has become of the turn. */
  render() {
    const { turn } = this;
    const { answer, before, after } = this.#parts;
    const asking = turn.state === 'asking';
    answer.setAttribute('aria-busy', String(asking));
    fill(before, this.#understood(), asking && !turn.text && this.#progress());
    renderStatements(answer, this.#statements(), turn.response?.citations ?? turn.citations ?? []);
    answer.classList.toggle('coming', asking && Boolean(turn.text));
    answer.classList.toggle('refused', turn.response?.answered === false);
    fill(after, ...this.#after());
  }

  #statements() {
    const { response, text, state } = this.turn;
    if (response?.answered) return response.statements;
    if (response) return [{ text: response.answer, citations: [] }];
    return readStatements(text ?? '', state !== 'asking');
  }

  #understood() {
    const { response, question } = this.turn;
    if (!response || response.standaloneQuestion.trim() === question.trim()) return null;
    return el('p', { class: 'understood' }, t('understood', { question: response.standaloneQuestion }));
  }

  #progress() {
    const { retrieved } = this.turn;
    return el('p', { class: 'progress' }, el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i')),
      retrieved === undefined ? t('searching') : t('reading', { count: retrieved }));
  }

  #after() {
    const { turn } = this;
    switch (turn.state) {
      case 'asking':
        return [];
      case 'stopped':
        return [el('p', { class: 'note' }, t('stopped')), this.#row(this.#button('retry', t('again'), this.#actions.retry), this.#remove())];
      case 'failed':
        return [this.#problem(), this.#row(this.#remove())];
      default:
        return [this.#notice(), turn.response.answered ? sourcesOf(turn.response) : this.#refusal(), this.#doneRow()];
    }
  }

  #notice() {
    const { notice } = this.turn.response;
    return notice && el('p', { class: 'note besides' }, notice);
  }

  #problem() {
    const { problem } = this.turn;
    return el('div', { class: 'problem', role: 'alert' },
      el('p', {}, sentenceOf(problem)),
      problem.detail && el('p', { class: 'detail' }, t('detail'), el('span', { lang: 'en' }, problem.detail)),
      el('button', { type: 'button', class: 'button', 'data-action': 'retry', on: { click: () => this.#actions.retry(this.turn) } }, icon('retry'), t('retry')));
  }

  #refusal() {
    const { nearest } = this.turn.response;
    const suggestions = narrower(this.turn);
    return el('div', { class: 'refusal' },
      el('p', { class: 'note' }, t('narrower')),
      suggestions.length > 0 && el('ul', { class: 'suggestions', 'aria-label': t('narrowerTry') }, suggestions.map(question => el('li', {},
        el('button', { type: 'button', class: 'chip', lang: 'zh-CN', on: { click: () => this.#actions.edit(question) } }, question)))),
      nearest.length > 0 && el('h3', { class: 'eyebrow' }, t('nearest')),
      nearest.length > 0 && el('ul', { class: 'nearest' }, nearest.map(passage => el('li', {},
        el('a', { href: sourceHref(passage.documentId, passage), lang: 'zh-CN' },
          el('span', { class: 'nearest-title' }, passage.documentTitle, ' ', badges(passage)),
          passage.section?.length > 0 && el('span', { class: 'nearest-section' }, passage.section.join(' › ')),
          el('span', { class: 'nearest-text' }, passage.text))))));
  }

  #doneRow() {
    return this.#row(this.turn.response.answered && this.#button('copy', t('copy'), () => this.#copy()),
      this.#button('retry', t('again'), this.#actions.retry), this.#remove());
  }

  async #copy() {
    toast(t(await copyText(answerAsText(this.turn)) ? 'copied' : 'copyFailed'));
  }

  #remove() {
    return this.#button('trash', t('remove'), this.#actions.remove);
  }

  #row(...buttons) {
    return el('div', { class: 'turn-tools' }, buttons);
  }

  #button(name, label, action) {
    return el('button', { type: 'button', class: 'quiet', 'data-action': name, on: { click: () => action(this.turn) } }, icon(name), el('span', {}, label));
  }
}

// The cited documents, each with its quotes.
function sourcesOf({ citations }) {
  const byDocument = grouped(citations);
  return el('section', { class: 'sources' },
    el('h3', { class: 'eyebrow' }, t('sources')),
    el('ol', {}, [...byDocument.values()].map(quotes => el('li', {},
      el('p', { class: 'source-of', lang: 'zh-CN' }, quotes[0].documentTitle, ' ', badges(quotes[0])),
      metaLine(quotes[0]) ?? el('p', { class: 'meta', lang: 'zh-CN' }, quotes[0].file),
      el('ul', {}, quotes.map(citation => el('li', { class: 'quoted' },
        mark(citation),
        el('p', { lang: 'zh-CN' },
          citation.section?.length > 0 && el('span', { class: 'quoted-section' }, citation.section.join(' › ')),
          citation.quote))))))));
}

function grouped(citations) {
  const groups = new Map();
  for (const citation of citations) groups.set(citation.documentId, [...(groups.get(citation.documentId) ?? []), citation]);
  return groups;
}

// The same question, tied to a place or a document that came near.
function narrower({ question, response }) {
  const suggestions = new Set();
  for (const { region, documentTitle } of response.nearest) {
    const place = region?.at(-1);
    if (place && place !== '国家') {
      if (!namedPlace.test(question)) suggestions.add(t('narrowInRegion', { region: place, question }));
    } else if (documentTitle.length <= longestTitle && !question.includes(documentTitle)) {
      suggestions.add(t('narrowInTitle', { title: documentTitle, question }));
    }
  }
  return [...suggestions].slice(0, mostSuggestions);
}
