const source = /^#source\/([^/]+)(?:\/(\d+)-(\d+))?$/;

/** What the address asks for: a view, or a place in a document. */
export function readRoute() {
  const match = source.exec(location.hash);
  if (!match) return { view: location.hash === '#documents' ? 'documents' : 'chat' };
  const [, id, start, end] = match;
  return { source: { id: decode(id), range: start && Number(start) < Number(end) ? { start: Number(start), end: Number(end) } : null } };
}

/** The address of a place in a document. */
export function sourceHref(id, range) {
  return `#source/${encodeURIComponent(id)}${range ? `/${range.start}-${range.end}` : ''}`;
}

/** The address of a view. */
export const viewHref = view => (view === 'documents' ? '#documents' : location.pathname);

/** Goes to an address within the page. */
export function go(href) {
  history.pushState(null, '', href);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
