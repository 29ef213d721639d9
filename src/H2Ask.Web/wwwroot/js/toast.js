import { $, el, fill } from './dom.js';
import { t } from './strings.js';

const shownFor = 6000;
let timer = 0;

/** Says something for a moment, with a way back where there is one. */
export function toast(text, undo = null) {
  const back = undo && el('button', { type: 'button', on: { click: () => { hide(); undo(); } } }, t('undo'));
  fill($('toast'), el('span', {}, text), back);
  $('toast').classList.add('shown');
  clearTimeout(timer);
  timer = setTimeout(hide, shownFor);
}

/** Tells a screen reader what has happened. */
export function announce(text) {
  $('status').textContent = text;
}

function hide() {
  $('toast').classList.remove('shown');
  fill($('toast'));
}
