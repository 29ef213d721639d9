import { $, fill } from './dom.js';
import { icon } from './icons.js';
import { t } from './strings.js';

const field = $('question');
const button = $('send');
const tallest = 200;

/** The question box: calls back with a question, or to stop the answer that is coming. */
export function startComposer({ onAsk, onStop }) {
  const submit = () => {
    const question = field.value.trim();
    if (!question || button.dataset.icon === 'stop') return;
    setQuestion('');
    onAsk(question);
  };
  $('composer').addEventListener('submit', event => {
    event.preventDefault();
    if (button.dataset.icon === 'stop') onStop();
    else submit();
  });
  field.addEventListener('keydown', event => {
    // Enter that ends a word of an input method does not send.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  });
  field.addEventListener('input', fit);
  addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, textarea, select') || field.closest('[hidden], [inert]')) return;
    event.preventDefault();
    field.focus();
  });
  fit();
}

/** Puts a question into the box. */
export function setQuestion(question) {
  field.value = question;
  fit();
}

/** Puts a question into the box for the reader to go on with. */
export function editQuestion(question) {
  setQuestion(question);
  field.focus();
  field.setSelectionRange(question.length, question.length);
}

/** Shows whether an answer is coming, which can be stopped, or a question can be sent. */
export function showBusy(busy, started) {
  button.dataset.icon = busy ? 'stop' : 'up';
  button.dataset.label = busy ? 'stop' : 'send';
  button.setAttribute('aria-label', t(button.dataset.label));
  button.title = t(button.dataset.label);
  fill(button, icon(button.dataset.icon));
  field.dataset.placeholder = started ? 'followUp' : 'placeholder';
  field.placeholder = t(field.dataset.placeholder);
  fit();
}

function fit() {
  button.disabled = button.dataset.icon !== 'stop' && field.value.trim() === '';
  field.style.height = 'auto';
  field.style.height = `${Math.min(field.scrollHeight, tallest)}px`;
}
