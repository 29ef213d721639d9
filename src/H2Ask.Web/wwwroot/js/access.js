import { $, el, fill } from './dom.js';
import { t, translatePage } from './strings.js';
import { toast } from './toast.js';

const storageKey = 'h2ask.key';
const dialog = $('access');
let key = kept();
let asking = null;

/** The key that calls are made with; null where none is needed or known. */
export const accessKey = () => key;

/** Asks for a key, the last one forgotten if it was wrong; false where the reader gives none. Calls that need one at the same time wait for the same answer. */
export function askForKey(wrong) {
  asking ??= answered(wrong).finally(() => { asking = null; });
  return asking;
}

/** The button that forgets the key, there while one is known. */
export function startAccess() {
  $('forget').addEventListener('click', () => {
    const [forgotten, wasKept] = [key, kept() !== null];
    take(null, false);
    toast(t('keyForgotten'), () => take(forgotten, wasKept));
    $('question').focus();
  });
  showButton();
}

function answered(wrong) {
  const before = document.activeElement;
  draw(wrong, kept() !== null);
  if (wrong) take(null, false);
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener('close', () => {
    const given = dialog.returnValue === 'given';
    if (given) take($('access-key').value.trim(), $('access-keep').checked);
    fill(dialog);
    before?.focus({ preventScroll: true });
    resolve(given);
  }, { once: true }));
}

function draw(wrong, keep) {
  dialog.returnValue = '';
  const submit = event => {
    event.preventDefault();
    dialog.close('given');
  };
  fill(dialog, el('form', { on: { submit } },
    el('h2', { id: 'access-title', 'data-text': 'keyTitle' }),
    el('p', { class: 'note', 'data-text': 'keyWhy' }),
    wrong && el('p', { class: 'problem', role: 'alert', 'data-text': 'keyWrong' }),
    el('label', { for: 'access-key', 'data-text': 'keyLabel' }),
    // A header takes only visible ASCII.
    el('input', { id: 'access-key', type: 'password', required: true, pattern: '\\s*[!-~]+\\s*', maxlength: 500, autocomplete: 'off', spellcheck: 'false', autofocus: true }),
    el('label', { class: 'check' }, el('input', { id: 'access-keep', type: 'checkbox', checked: keep }), el('span', { 'data-text': 'keyKeep' })),
    el('div', { class: 'buttons' },
      el('button', { type: 'button', class: 'button plain', 'data-text': 'cancel', on: { click: () => dialog.close('') } }),
      el('button', { type: 'submit', class: 'button', 'data-text': 'keyGive' }))));
  translatePage();
}

function take(given, keep) {
  key = given;
  try {
    if (keep) localStorage.setItem(storageKey, given);
    else localStorage.removeItem(storageKey);
  } catch {
    // A browser that keeps nothing still uses the key until the page is left.
  }
  showButton();
}

function showButton() {
  $('forget').hidden = key === null;
}

function kept() {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
