import { el, fill } from './dom.js';
import { icon } from './icons.js';
import { t } from './strings.js';
import { filterValues, refreshCatalogue } from './catalogue.js';
import { sentenceOf, Problem } from './problems.js';
import { toast } from './toast.js';

const groups = { regions: 'region', years: 'year', kinds: 'kind', files: 'file' };

/** A row of quiet chips that choose which documents count. */
export class Filters {
  #root;
  #changed;
  #values = null;
  #chosen = { regions: [], years: [], kinds: [], files: [] };

  constructor(root, changed = () => {}) {
    this.#root = root;
    this.#changed = changed;
    this.render();
  }

  /** What is chosen, by group. */
  get chosen() {
    return this.#chosen;
  }

  /** What is chosen as the API takes it; undefined where nothing is. */
  get request() {
    const filters = Object.fromEntries(Object.entries(this.#chosen).filter(([, values]) => values.length > 0));
    if (filters.years) filters.years = filters.years.map(Number);
    return Object.keys(filters).length > 0 ? filters : undefined;
  }

  /** Shows what can be chosen of documents. */
  offer(documents) {
    this.#values = filterValues(documents);
    this.render();
  }

  /** Draws the row in another place. */
  moveTo(root) {
    this.#root = root;
    this.render();
  }

  render() {
    const opener = el('button', { type: 'button', class: 'chip', on: { click: () => this.#openAndFocus() } }, icon('filter'), t('filter'));
    fill(this.#root, this.#values ? Object.keys(groups).map(group => this.#select(group)) : opener, this.#chips());
  }

  async #openAndFocus() {
    try {
      this.offer(await refreshCatalogue());
      this.#root.querySelector('select')?.focus();
    } catch (fault) {
      toast(sentenceOf(Problem.from(fault)));
    }
  }

  #select(group) {
    const values = this.#values[group].filter(({ value }) => !this.#chosen[group].includes(value));
    if (values.length === 0) return null;
    const label = t(groups[group]);
    const select = el('select', { class: 'chip', 'aria-label': label, 'data-group': group },
      el('option', { value: '' }, label),
      values.map(({ value, depth }) => el('option', { value, lang: 'zh-CN' }, '\u3000'.repeat(depth) + value)));
    select.addEventListener('change', () => this.#choose(group, [...this.#chosen[group], select.value], group));
    return select;
  }

  #chips() {
    return Object.entries(this.#chosen).flatMap(([group, values]) => values.map(value => el('button', {
      type: 'button',
      class: 'chip chosen',
      'aria-label': t('removeFilter', { value }),
      on: { click: () => this.#choose(group, values.filter(other => other !== value), group) },
    }, el('span', { lang: 'zh-CN' }, value), icon('close'))));
  }

  #choose(group, values, focus) {
    this.#chosen = { ...this.#chosen, [group]: values };
    this.render();
    this.#root.querySelector(`[data-group=${focus}]`)?.focus();
    this.#changed();
  }
}
