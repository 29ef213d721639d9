import { $, el, fill } from './dom.js';
import { t } from './strings.js';
import { accessKey, askForKey } from './access.js';
import { getReadiness } from './api.js';
import { isPassing, Problem, problemBox } from './problems.js';
import { awaitService, serviceAnswered } from './recovery.js';

// From the subjects of the corpus.
const examples = [
  { about: '能源 · 国家', question: '2030年非化石能源消费比重要达到多少？' },
  { about: '氢能 · 北京', question: '北京市对新建加氢站给予多少建设补贴？' },
  { about: '低空经济 · 沧州', question: '沧州市怎样支持低空经济企业发展？' },
  { about: '未来产业 · 济南', question: '济南市未来产业重点培育哪些领域？' },
  { about: '体育产业 · 青岛', question: '青岛市举办体育赛事可以得到哪些支持？' },
  { about: '新能源汽车 · 青岛', question: '青岛市新能源汽车产业的发展目标是什么？' },
];

let readiness = null;

/** Shows what the page is for, with questions to begin with. */
export function renderStart(onAsk) {
  fill($('start'), el('div', { class: 'start' },
    el('h1', { class: 'display' }, t('greeting')),
    el('p', { class: 'lead' }, t('promise')),
    el('div', { id: 'readiness', role: 'status' }),
    el('h2', { class: 'eyebrow', id: 'examples-title' }, t('examples')),
    el('ul', { class: 'examples', 'aria-labelledby': 'examples-title' }, examples.map(({ about, question }) => el('li', {},
      el('button', { type: 'button', lang: 'zh-CN', on: { click: () => onAsk(question) } },
        el('span', { class: 'about' }, about),
        el('span', { class: 'example' }, question)))))));
  showReadiness();
}

async function showReadiness() {
  const place = $('readiness');
  if (!place) return;
  try {
    if (typeof readiness?.documents !== 'number') readiness = await getReadiness();
    serviceAnswered();
    const { documents, passages } = readiness;
    // The numbers are told only to those who may ask.
    if (typeof documents !== 'number') return fill(place, problemBox(new Problem('key'), giveKey));
    const count = number => number.toLocaleString('en');
    fill(place, el('p', { class: 'collected' }, el('a', { href: '#documents' }, t('collected', { documents: count(documents), passages: count(passages) }))));
  } catch (fault) {
    if (!place.isConnected) return;
    const problem = Problem.from(fault);
    fill(place, problemBox(problem, showReadiness, isPassing(problem) && el('p', { class: 'awaited' }, t('awaited'))));
    if (isPassing(problem)) awaitService(showReadiness);
  }
}

async function giveKey() {
  while (typeof readiness.documents !== 'number' && await askForKey(accessKey() !== null)) await showReadiness();
}
