import { $, bring, el, fill } from './dom.js';
import { icon } from './icons.js';
import { t } from './strings.js';
import { getDocument, getText } from './api.js';
import { loadCatalogue } from './catalogue.js';
import { badges, issuersOf, regionOf } from './metadata.js';
import { inChunks, layOut, piecesOf } from './text-blocks.js';
import { Problem, problemBox } from './problems.js';
import { announce, toast } from './toast.js';
import { copyText } from './export.js';
import { sourceHref } from './router.js';

const panel = $('source');
const sheet = matchMedia('(max-width: 1023px)');
let shown = null;
let opener = null;
let opening = 0;
let close = () => {};

/** The source view: what it does when it is to be closed. */
export function startSource(onClose) {
  close = onClose;
  addEventListener('keydown', event => {
    if (event.key !== 'Escape' || panel.hidden || event.defaultPrevented || event.target.closest('dialog')) return;
    if ($('outline')?.hidden === false) toggleOutline();
    else close();
  });
  sheet.addEventListener('change', hold);
}

/** Opens a document, at a place where one is given. */
export async function openSource({ id, range }) {
  const order = ++opening;
  if (panel.hidden) opener = document.activeElement;
  panel.hidden = false;
  document.body.classList.add('reading');
  hold();
  if (shown?.document.id !== id) {
    shown = null;
    showFrame(el('p', { class: 'loading' }, t('loading')));
    panel.setAttribute('aria-busy', 'true');
    try {
      const [document, text] = await Promise.all([getDocument(id), getText(id)]);
      if (order !== opening) return;
      shown = { document, text: text.text, start: text.start };
    } catch (fault) {
      if (order === opening) showProblem(Problem.from(fault), () => openSource({ id, range }));
      return;
    } finally {
      panel.removeAttribute('aria-busy');
    }
    showDocument(range);
  } else {
    moveTo(range);
  }
  arrive();
}

/** Shows the open document anew, in another language. */
export function renderSource() {
  if (!shown) return;
  showDocument(shown.range);
  toQuote();
}

/** Hides the source view and gives the focus back. */
export function hideSource() {
  if (panel.hidden) return;
  opening++;
  panel.hidden = true;
  document.body.classList.remove('reading');
  hold();
  if (opener?.isConnected) opener.focus({ preventScroll: !sheet.matches });
  opener = null;
}

// On a small screen the source lies over the page: what is under it is out of reach.
function hold() {
  const over = !panel.hidden && sheet.matches;
  for (const under of [$('main'), $('bar')]) under.inert = over;
  panel.setAttribute('role', over ? 'dialog' : 'complementary');
  if (over) panel.setAttribute('aria-modal', 'true');
  else panel.removeAttribute('aria-modal');
}

function showFrame(...content) {
  const title = shown?.document.title ?? '';
  fill(panel,
    el('div', { class: 'source-bar' },
      el('p', { class: 'source-name', lang: 'zh-CN', title }, title || t('source')),
      shown?.document.outline?.length > 0 && el('button', {
        type: 'button', class: 'quiet', id: 'outline-button', 'aria-expanded': 'false', 'aria-controls': 'outline', on: { click: toggleOutline },
      }, t('outline')),
      shown?.range && button('quote', t('toQuote'), toQuote),
      shown && button('link', t('copyLink'), copyLink),
      button('close', t('close'), () => close())),
    el('nav', { class: 'outline', id: 'outline', 'aria-label': t('outline'), hidden: true }),
    el('div', { class: 'source-scroll', id: 'source-scroll', tabindex: '0', role: 'region', 'aria-label': t('source') }, content));
}

function showProblem(problem, again) {
  showFrame(problemBox(problem, again));
  panel.querySelector('.source-bar button:last-child').focus();
}

function showDocument(range) {
  shown.range = range;
  const { document, text, start } = shown;
  showFrame(
    el('h2', { class: 'source-title', id: 'source-title', tabindex: '-1', lang: 'zh-CN' }, document.title, ' ', badges(document)),
    facts(document),
    el('div', { class: 'source-text', id: 'source-text', lang: 'zh-CN' }));
  shown.blocks = layOut(text, document.outline, start);
  const body = $('source-text');
  const perLine = Math.max(12, Math.floor(body.clientWidth / 17));
  for (const blocks of inChunks(shown.blocks)) {
    const chunk = el('div', { class: 'chunk' }, blocks.map(elementOf));
    const lines = blocks.reduce((sum, { start: from, end }) => sum + Math.ceil((end - from) / perLine), 0);
    chunk.style.containIntrinsicSize = `auto ${lines * 31 + blocks.length * 12}px`;
    body.append(chunk);
  }
  mark(range);
  showRelated(document);
}

function elementOf(block) {
  const { heading, start, end } = block;
  // A heading that has its line to itself is one; one that text runs on from is only set off.
  const alone = heading && lettersIn(shown.text.slice(start, end)) <= lettersIn(heading.heading) + 1;
  block.node = alone
    ? el('h3', { class: 'block', 'data-level': Math.min(heading.level, 4) })
    : el('p', { class: heading ? 'block section' : 'block' });
  fillBlock(block, null);
  return block.node;
}

const lettersIn = text => text.replace(/\s/g, '').length;

function fillBlock(block, range) {
  fill(block.node, piecesOf(shown.text, block, range)
    .map(({ text, marked }) => (marked ? el('mark', { tabindex: '-1' }, cellsOf(text)) : cellsOf(text))).flat());
}

// A tab parts the cells of a table's row.
const cellsOf = text => text.split(/(\t)/).map(part => (part === '\t' ? el('span', { class: 'tab' }, part) : part));

function moveTo(range) {
  for (const block of shown.blocks) if (block.node.querySelector('mark')) fillBlock(block, null);
  const had = shown.range;
  shown.range = range;
  if (Boolean(had) !== Boolean(range)) {
    showDocument(range);
  } else {
    mark(range);
  }
}

function mark(range) {
  if (!range) return;
  const [start, end] = [range.start - shown.start, range.end - shown.start];
  for (const block of shown.blocks) if (block.start < end && block.end > start) fillBlock(block, { start, end });
}

function arrive() {
  const { title } = shown.document;
  const first = panel.querySelector('mark');
  (first ?? $('source-title')).focus({ preventScroll: true });
  announce(t(first ? 'quoteShown' : 'sourceShown', { title }));
  if (first) toQuote();
  else $('source-scroll').scrollTop = 0;
}

function toQuote() {
  const first = panel.querySelector('mark');
  if (!first) return;
  bring(first, 'center');
}

function facts(document) {
  const known = [
    ['issuers', issuersOf(document)], ['documentNumber', document.documentNumber], ['date', document.date],
    ['regionOf', regionOf(document)], ['period', document.period], ['effectiveFrom', document.effectiveFrom],
    ['validUntil', document.validUntil], ['sourceFile', document.file],
  ].filter(([, value]) => value);
  return el('div', {},
    el('dl', { class: 'facts' }, known.map(([name, value]) => el('div', {}, el('dt', {}, t(name)), el('dd', { lang: 'zh-CN' }, value)))),
    (document.remarks ?? []).map(remark => el('p', { class: 'remark', lang: 'zh-CN' }, remark)),
    el('div', { id: 'related' }));
}

function toggleOutline() {
  const [outline, opener] = [$('outline'), $('outline-button')];
  const open = outline.hidden;
  if (open) fillOutline(outline);
  outline.hidden = !open;
  opener.setAttribute('aria-expanded', String(open));
  if (!open) return opener.focus();
  const here = outline.querySelector('[aria-current]') ?? outline.querySelector('button');
  here.focus({ preventScroll: true });
  here.scrollIntoView({ block: 'center' });
}

function fillOutline(outline) {
  const here = sectionInSight();
  fill(outline, el('ol', { lang: 'zh-CN' }, shown.document.outline.map(section => el('li', { 'data-level': Math.min(section.level, 4) },
    el('button', { type: 'button', 'aria-current': section === here && 'true', on: { click: () => goToSection(section) } }, section.heading)))));
}

// The section of the quote where it is in view, else of the text at the top. What is out of view is not laid out, so it is not measured.
function sectionInSight() {
  const { left, top, bottom, width } = $('source-scroll').getBoundingClientRect();
  const quote = panel.querySelector('mark')?.getBoundingClientRect();
  const seen = [8, 40, 80].map(below => document.elementFromPoint(left + width / 2, top + below)?.closest('.block')).find(Boolean);
  const place = quote && quote.bottom > top && quote.top < bottom
    ? shown.range.start
    : shown.start + (shown.blocks.find(({ node }) => node === seen)?.end ?? 0) - 1;
  return shown.document.outline.findLast(({ start }) => start <= place);
}

function goToSection(section) {
  $('outline').hidden = true;
  $('outline-button').setAttribute('aria-expanded', 'false');
  const place = section.start - shown.start;
  const { node } = shown.blocks.find(block => block.end > place) ?? shown.blocks.at(-1);
  node.tabIndex = -1;
  node.focus({ preventScroll: true });
  bring(node);
}

// The documents that repeat, replace or report on this one; without the list of documents they are left out.
async function showRelated(document) {
  const all = await loadCatalogue().catch(() => []);
  if (shown?.document !== document) return;
  const by = id => all.filter(other => id && other.id === id);
  const original = document.duplicateOf ?? document.id;
  const groups = [
    ['supersededBy', by(document.supersededBy)],
    ['supersedes', all.filter(other => other.supersededBy === document.id)],
    ['reportOf', by(document.reportOf)],
    ['twins', all.filter(other => other.id !== document.id && (other.id === original || other.duplicateOf === original))],
    ['reports', all.filter(other => other.reportOf === document.id)],
  ];
  fill($('related'), groups.filter(([, documents]) => documents.length > 0).map(([name, documents]) => el('div', { class: 'related' },
    el('h3', {}, t(name)),
    el('ul', {}, documents.map(other => el('li', {}, el('a', { href: sourceHref(other.id), lang: 'zh-CN' }, other.title)))))));
}

async function copyLink() {
  const { document, range } = shown;
  toast(t(await copyText(location.origin + location.pathname + sourceHref(document.id, range)) ? 'copied' : 'copyFailed'));
}

function button(name, label, click) {
  return el('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label, on: { click } }, icon(name));
}
