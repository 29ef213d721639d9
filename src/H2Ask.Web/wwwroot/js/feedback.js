import { el, fill } from './dom.js';
import { icon } from './icons.js';
import { sendFeedback } from './api.js';
import { historyBefore, save } from './conversation.js';
import { Problem, sentenceOf } from './problems.js';
import { t } from './strings.js';
import { toast } from './toast.js';

// What can be wrong with an answer, and with a refusal; the codes are the service's.
const reasons = {
  answer: { wrong: 'reasonWrong', unsupported_citation: 'reasonUnsupported', incomplete: 'reasonIncomplete', outdated: 'reasonOutdated', not_answered: 'reasonBeside', other: 'reasonOther' },
  refusal: { not_answered: 'reasonThere', other: 'reasonOther' },
};
const largestBody = 250 * 1024;
const mostCitations = 100;
const longestComment = 2000;

/** What the reader thinks of an answer: two thumbs, and a form for what is wrong. */
export class FeedbackView {
  #turn;
  #form = el('div');

  constructor(turn) {
    this.#turn = turn;
    this.thumbs = el('div', { class: 'thumbs', role: 'group', 'aria-label': t('feedback') },
      this.#thumb('up'), this.#thumb('down'));
    this.node = this.#form;
    this.#showVerdict();
  }

  #thumb(verdict) {
    const label = t(verdict === 'up' ? 'thumbUp' : 'thumbDown');
    return el('button', { type: 'button', class: 'icon-button', 'data-verdict': verdict, 'aria-label': label, title: label, on: { click: () => this.#judge(verdict) } },
      icon(verdict === 'up' ? 'thumbUp' : 'thumbDown'));
  }

  #showVerdict() {
    for (const thumb of this.thumbs.children) {
      const given = this.#turn.feedback?.verdict === thumb.dataset.verdict;
      thumb.setAttribute('aria-pressed', String(given));
      if (thumb.dataset.verdict === 'down') thumb.setAttribute('aria-expanded', String(this.#form.hasChildNodes()));
    }
  }

  async #judge(verdict) {
    const same = this.#turn.feedback?.verdict === verdict;
    if (verdict === 'up') this.#close();
    else if (this.#form.hasChildNodes()) return this.#close();
    else this.#open();
    if (!same) await this.#give({ verdict });
  }

  // What was thought before stands again where the service does not take the new.
  async #give(feedback) {
    const turn = this.#turn;
    const before = turn.feedback;
    turn.feedback = feedback;
    this.#showVerdict();
    try {
      await sendFeedback(bodyOf(turn));
      save();
      toast(t(feedback.verdict === 'up' || feedback.reason || feedback.comment ? 'thanks' : 'thanksWhy'));
      return true;
    } catch (fault) {
      if (turn.feedback === feedback) turn.feedback = before;
      toast(sentenceOf(Problem.from(fault)));
      return false;
    } finally {
      this.#showVerdict();
    }
  }

  #open() {
    const { id, response, feedback } = this.#turn;
    const choices = Object.entries(reasons[response.answered ? 'answer' : 'refusal']);
    const comment = el('textarea', { id: `comment-${id}`, rows: 2, maxlength: longestComment });
    comment.value = feedback?.comment ?? '';
    fill(this.#form, el('form', { class: 'feedback', on: { submit: event => this.#submit(event), keydown: event => this.#leave(event) } },
      el('fieldset', {},
        el('legend', {}, t('whatIsWrong')),
        choices.map(([code, label]) => el('label', { class: 'chip' },
          el('input', { type: 'radio', name: `reason-${id}`, value: code, checked: feedback?.reason === code }), t(label)))),
      el('label', { for: comment.id }, t('comment')),
      comment,
      el('p', { class: 'meta' }, t('feedbackFine')),
      el('div', { class: 'buttons' },
        el('button', { type: 'button', class: 'button plain', on: { click: () => this.#close() } }, t('cancel')),
        el('button', { type: 'submit', class: 'button' }, t('giveFeedback')))));
    this.#form.querySelector(':checked, input').focus({ preventScroll: true });
    this.#form.firstElementChild.scrollIntoView({ block: 'nearest' });
  }

  async #submit(event) {
    event.preventDefault();
    const form = event.target;
    const reason = form.querySelector(':checked')?.value;
    const comment = form.querySelector('textarea').value.trim();
    if (await this.#give({ verdict: 'down', reason, comment: comment || undefined })) this.#close();
  }

  #leave(event) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.#close();
  }

  #close() {
    const hadFocus = this.#form.contains(document.activeElement);
    fill(this.#form);
    this.#showVerdict();
    if (hadFocus) this.thumbs.lastElementChild.focus({ preventScroll: true });
  }
}

// All that the answer showed, for the service keeps no answers. Where it is too much, the oldest of the conversation stays behind.
function bodyOf(turn) {
  const { question, response, feedback } = turn;
  const citations = response.citations.slice(0, mostCitations).map(({ number, file, quote, start, end, documentId, passageId }) =>
    ({ number, file, quote, start, end, documentId, passageId }));
  const { id: answerId, answered, answer, mode } = response;
  const history = historyBefore(turn);
  for (;;) {
    const body = JSON.stringify({ answerId, question, history, ...feedback, answered, answer, mode, citations });
    if (history.length === 0 || new Blob([body]).size <= largestBody) return body;
    history.splice(0, 2);
  }
}
