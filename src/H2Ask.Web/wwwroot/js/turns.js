import { el, fill } from './dom.js';
import { icon } from './icons.js';
import { t } from './strings.js';
import { mark, provedOf, renderStatements } from './answer.js';
import { badges, metaLine, sectionOf } from './metadata.js';
import { answerAsText, copyText } from './export.js';
import { FeedbackView } from './feedback.js';
import { problemBox } from './problems.js';
import { sourceHref } from './router.js';
import { toast } from './toast.js';

const mostSuggestions = 3;
const longestTitle = 40;

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
    const statements = this.#statements();
    fill(before, this.#understood(), asking && statements.length === 0 && this.#progress());
    renderStatements(answer, statements, turn.response?.citations ?? turn.citations ?? []);
    answer.classList.toggle('coming', asking && statements.length > 0);
    answer.classList.toggle('refused', turn.response?.answered === false);
    fill(after, ...this.#after());
  }

  #statements() {
    const { response } = this.turn;
    if (!response) return provedOf(this.turn);
    return response.answered ? response.statements : [{ text: response.answer, citations: [] }];
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
        return [el('p', { class: 'note' }, t(turn.response ? 'stoppedPartly' : 'stopped')), this.#sources(), this.#row(this.#copyButton(), this.#again(), this.#remove())];
      case 'failed':
        return [this.#problem(), this.#sources(), this.#row(this.#copyButton(), this.#remove())];
      default:
        return [this.#notice(), this.#sources() ?? this.#refusal(), ...this.#doneRow()];
    }
  }

  #notice() {
    const { notice } = this.turn.response;
    return notice && el('p', { class: 'note besides' }, notice);
  }

  #problem() {
    const { problem, response } = this.turn;
    const kind = problem.kind === 'interrupted' && response ? 'interruptedPartly' : problem.kind;
    return problemBox({ ...problem, kind }, () => this.#actions.retry(this.turn),
      this.#actions.isAwaited(this.turn) && el('p', { class: 'awaited' }, t('awaited')));
  }

  // What was stopped or broke off has sources too: whatever of it was proved.
  #sources() {
    const { response } = this.turn;
    return response?.answered ? sourcesOf(response) : null;
  }

  #refusal() {
    const { nearest, places = [] } = this.turn.response;
    const suggestions = narrower(this.turn);
    const isElsewhere = places.length > 0 && suggestions.length === 0;
    return el('div', { class: 'refusal' },
      el('p', { class: 'note' }, isElsewhere ? el('a', { href: '#documents' }, t('elsewhere')) : t('narrower')),
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
    const feedback = this.turn.response.id ? new FeedbackView(this.turn) : null;
    return [this.#row(this.#copyButton(), this.#again(), this.#remove(), feedback?.thumbs), feedback?.node];
  }

  #copyButton() {
    return this.turn.response?.answered && this.#button('copy', t('copy'), () => this.#copy());
  }

  #again() {
    return this.#button('retry', t('again'), this.#actions.retry);
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
          sectionOf(citation) && el('span', { class: 'quoted-section' }, sectionOf(citation)),
          citation.quote)))),
      twinsOf(quotes)))));
}

// Where else the same stands.
function twinsOf(quotes) {
  const twins = new Map(quotes.flatMap(({ twins = [] }) => twins).filter(twin => twin.documentId !== quotes[0].documentId).map(twin => [twin.documentId, twin]));
  return twins.size > 0 && el('p', { class: 'twins' }, t('alsoIn'), [...twins.values()].map(twin =>
    el('a', { href: sourceHref(twin.documentId, twin), lang: 'zh-CN' }, t('titled', { title: twin.documentTitle }))));
}

function grouped(citations) {
  const groups = new Map();
  for (const citation of citations) groups.set(citation.documentId, [...(groups.get(citation.documentId) ?? []), citation]);
  return groups;
}

// The same question, tied to a place or a document that came near. Where it names places, only their documents fit.
function narrower({ question, response }) {
  const { nearest, places = [] } = response;
  const suggestions = new Set();
  for (const { region = [], documentTitle } of nearest) {
    const place = region.at(-1);
    const isLocal = place && place !== '国家';
    if (isLocal && places.length === 0) {
      suggestions.add(t('narrowInRegion', { region: place, question }));
    } else if (isLocal ? places.some(name => region.some(part => part.startsWith(name))) : places.length === 0) {
      if (documentTitle.length <= longestTitle && !question.includes(documentTitle)) suggestions.add(t('narrowInTitle', { title: documentTitle, question }));
    }
  }
  return [...suggestions].slice(0, mostSuggestions);
}
