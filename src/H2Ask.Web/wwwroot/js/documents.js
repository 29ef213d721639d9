import { $, el, fill } from './dom.js';
import { icon } from './icons.js';
import { t } from './strings.js';
import { passes, refreshCatalogue } from './catalogue.js';
import { Filters } from './filters.js';
import { badges, metaLine } from './metadata.js';
import { Problem, problemBox } from './problems.js';
import { sourceHref } from './router.js';

const root = $('documents');
const pageLength = 300;
let filters = null;
let documents = null;
let most = pageLength;

/** Shows the list of all documents. */
export async function openDocuments() {
  if (!filters) renderDocuments();
  try {
    documents = [...await refreshCatalogue()].sort(byWeight);
    filters.offer(documents);
    showList();
  } catch (fault) {
    $('found').textContent = '';
    fill($('document-list'), problemBox(Problem.from(fault), openDocuments));
  }
}

/** Draws the view anew, in another language. */
export function renderDocuments() {
  const words = $('document-search')?.value ?? '';
  const row = el('div', { class: 'filters' });
  fill(root, el('div', { class: 'column' },
    el('h1', { class: 'display', id: 'documents-title', tabindex: '-1' }, t('library')),
    el('p', { class: 'lead' }, t('libraryPromise')),
    el('div', { class: 'search', role: 'search' },
      icon('search'),
      el('input', { id: 'document-search', type: 'search', 'aria-label': t('searchDocuments'), placeholder: t('searchDocuments'), on: { input: search } })),
    row,
    el('p', { class: 'found', id: 'found', role: 'status' }),
    el('div', { id: 'document-list' })));
  $('document-search').value = words;
  if (filters) {
    filters.moveTo(row);
  } else {
    filters = new Filters(row, search);
  }
  showList();
}

function search() {
  most = pageLength;
  showList();
}

function showList() {
  if (!documents) return;
  const words = $('document-search').value.toLowerCase().split(/\s+/).filter(Boolean);
  const found = documents.filter(document => passes(document, filters.chosen) && words.every(word => named(document, word)));
  $('found').textContent = found.length > 0 ? t('found', { count: found.length }) : t('noneFound');
  fill($('document-list'),
    el('ul', { class: 'document-list' }, found.slice(0, most).map(item)),
    found.length > most && el('button', { type: 'button', class: 'button plain more', on: { click: showMore } }, t('more', { count: found.length - most })));
}

function showMore() {
  const first = most;
  most += pageLength;
  showList();
  root.querySelectorAll('.document-list a')[first].focus();
}

// What was issued before what reports on it or repeats it, and the newest first.
function byWeight(a, b) {
  const secondary = ({ kind, reportOf, duplicateOf }) => Number(kind === '新闻' || Boolean(reportOf) || Boolean(duplicateOf));
  return secondary(a) - secondary(b) || (b.date ?? '').localeCompare(a.date ?? '');
}

function named({ title, documentNumber, issuers }, word) {
  return [title, documentNumber, ...(issuers ?? [])].some(name => name?.toLowerCase().includes(word));
}

function item(document) {
  return el('li', {}, el('a', { href: sourceHref(document.id) },
    el('span', { class: 'document-title', lang: 'zh-CN' }, document.title, ' ', badges(document)),
    metaLine(document) ?? el('p', { class: 'meta', lang: 'zh-CN' }, document.file)));
}
