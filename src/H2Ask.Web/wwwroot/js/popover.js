import { $, el, fill } from './dom.js';
import { badges, metaLine, sectionOf } from './metadata.js';

const gap = 8;
const margin = 12;
const patience = 140;
let timer = 0;
let owner = null;

/** Shows the quote of a mark when it is hovered or focused. */
export function startPopover(root) {
  const popover = $('popover');
  root.addEventListener('pointerover', event => event.pointerType !== 'touch' && later(() => show(markOf(event))), true);
  root.addEventListener('pointerout', () => later(hide), true);
  root.addEventListener('focusin', event => markOf(event)?.matches(':focus-visible') && show(markOf(event)));
  root.addEventListener('focusout', hide);
  root.addEventListener('click', hide);
  // The pointer may go over to the popover, to read on.
  popover.addEventListener('pointerenter', () => clearTimeout(timer));
  popover.addEventListener('pointerleave', () => later(hide));
  addEventListener('keydown', event => {
    if (event.key !== 'Escape' || popover.hidden) return;
    event.preventDefault();
    hide();
  });
  addEventListener('scroll', event => popover.hidden || popover.contains(event.target) || hide(), true);
  addEventListener('resize', hide);
}

function show(mark) {
  if (!mark) return;
  const popover = $('popover');
  const { citation } = mark;
  hide();
  owner = mark;
  mark.setAttribute('aria-describedby', 'popover');
  fill(popover,
    el('p', { class: 'popover-title', lang: 'zh-CN' }, citation.documentTitle, badges(citation)),
    metaLine(citation),
    sectionOf(citation) && el('p', { class: 'popover-section', lang: 'zh-CN' }, sectionOf(citation)),
    el('blockquote', { lang: 'zh-CN' }, citation.quote));
  popover.hidden = false;
  place(popover, mark.getBoundingClientRect());
}

function place(popover, mark) {
  const { width, height } = popover.getBoundingClientRect();
  const left = Math.min(Math.max(margin, mark.left + mark.width / 2 - width / 2), innerWidth - width - margin);
  const above = mark.top - height - gap;
  popover.style.left = `${left}px`;
  popover.style.top = `${above >= $('bar').offsetHeight ? above : Math.min(mark.bottom + gap, innerHeight - height - margin)}px`;
}

function hide() {
  clearTimeout(timer);
  $('popover').hidden = true;
  owner?.removeAttribute('aria-describedby');
  owner = null;
}

function later(what) {
  clearTimeout(timer);
  timer = setTimeout(what, patience);
}

const markOf = ({ target }) => (target.closest?.('.cite')?.citation ? target.closest('.cite') : null);
