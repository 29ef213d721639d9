import { t } from './strings.js';

const kinds = { 400: 'invalid', 404: 'missing', 413: 'invalid', 429: 'busy', 503: 'noIndex' };

/** What went wrong, as the reader is told it. */
export class Problem extends Error {
  constructor(kind, detail = null, seconds = null) {
    super(detail ?? kind);
    this.kind = kind;
    this.detail = detail;
    this.seconds = seconds;
  }

  /** The problem that a response states. */
  static async of(response) {
    const told = await response.json().catch(() => null);
    const seconds = Number.parseInt(response.headers.get('Retry-After'), 10);
    return new Problem(kinds[response.status] ?? 'server', told?.detail ?? null, Number.isNaN(seconds) ? null : seconds);
  }

  /** The problem that a fault is. */
  static from(fault) {
    return fault instanceof Problem ? fault : new Problem('server', String(fault?.message ?? fault));
  }
}

/** A problem in a sentence that says what to do. */
export function sentenceOf({ kind, seconds }) {
  return kind === 'busy' && seconds !== null ? t('busySeconds', { seconds }) : t(kind);
}
