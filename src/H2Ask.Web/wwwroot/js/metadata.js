import { el } from './dom.js';
import { t } from './strings.js';

/** The badges of a document: what a reader must know before relying on it. */
export function badges(document) {
  const { excerpt, validUntil, duplicateOf, reportOf, supersededBy } = document;
  const list = [];
  const status = statusOf(document);
  if (status) list.push(badge(status, /征求意见/.test(status) ? 'draft' : 'plain', 'zh-CN'));
  if (validUntil && lastDay(validUntil) < today()) list.push(badge(t('expired'), 'over'));
  if (supersededBy) list.push(badge(t('superseded'), 'over'));
  if (excerpt) list.push(badge(t('excerpt'), 'plain'));
  if (reportOf) list.push(badge(t('report'), 'plain'));
  if (duplicateOf) list.push(badge(t('duplicate'), 'plain'));
  return list.length > 0 ? el('span', { class: 'badges' }, list) : null;
}

/** Issuer, number, date and place of a document in one line; null where none is known. */
export function metaLine(document) {
  const parts = [document.issuer ?? issuersOf(document), document.documentNumber, document.date, regionOf(document)].filter(Boolean);
  return parts.length > 0 ? el('p', { class: 'meta', lang: 'zh-CN' }, parts.map(part => el('span', {}, part))) : null;
}

/** Where in its document a quote stands; a heading that the quote begins with is not said twice. */
export const sectionOf = ({ section, quote }) => (section ?? []).filter(heading => !quote.trimStart().startsWith(heading)).join(' › ');

/** The bodies that issued a document. */
export const issuersOf = ({ issuers }) => (issuers?.length > 0 ? issuers.join('、') : null);

/** The place a document is for. */
export const regionOf = ({ region }) => (region?.length > 0 ? region.join(' ') : null);

// What is final needs no badge, nor a revision that the title names.
function statusOf({ status, title, documentTitle }) {
  const named = (title ?? documentTitle).includes(status);
  return status === '正式' || (status === '修订版' && named) ? null : status;
}

// A year or a month is over with its last day; a day that no month has comes after all of its days.
const lastDay = date => (date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date);

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-');
}

const badge = (text, kind, lang) => el('span', { class: `badge ${kind}`, lang }, text);
