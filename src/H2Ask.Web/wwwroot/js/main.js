import { $, el, fill } from './dom.js';
import { ask } from './api.js';
import { addTurn, allTurns, historyBefore, replaceTurns, save } from './conversation.js';
import { editQuestion, showBusy, startComposer } from './composer.js';
import { conversationAsMarkdown, download } from './export.js';
import { Filters } from './filters.js';
import { drawIcons } from './icons.js';
import { hideSource, openSource, renderSource, startSource } from './source.js';
import { labelPreferences, startPreferences } from './preferences.js';
import { openDocuments, renderDocuments } from './documents.js';
import { Problem } from './problems.js';
import { go, readRoute, viewHref } from './router.js';
import { renderStart } from './start.js';
import { onLanguage, t, translatePage } from './strings.js';
import { startPopover } from './popover.js';
import { announce, toast } from './toast.js';
import { TurnView } from './turns.js';

const views = new Map();
const filters = new Filters($('filters'));
let view = 'chat';
let asking = null;

function viewOf(turn) {
  if (!views.has(turn.id)) views.set(turn.id, new TurnView(turn, { retry, remove, edit: editQuestion }));
  return views.get(turn.id);
}

function renderTurns() {
  const turns = allTurns();
  fill($('turns'), turns.map(turn => viewOf(turn).node));
  if (turns.length > 0) fill($('start'), el('h1', { class: 'unseen' }, t('conversation')));
  else renderStart(start);
  $('chat').classList.toggle('empty', turns.length === 0);
  for (const id of ['new', 'export']) $(id).hidden = turns.length === 0;
  showBusy(Boolean(asking), turns.length > 0);
}

function start(question) {
  if (asking) return;
  const turn = addTurn(question, filters.request);
  run(turn);
}

async function run(turn) {
  const stop = new AbortController();
  asking = stop;
  Object.assign(turn, { state: 'asking', text: '', citations: [], retrieved: undefined, response: undefined, problem: undefined });
  views.delete(turn.id);
  renderTurns();
  viewOf(turn).node.scrollIntoView({ block: 'start' });
  announce(t('searching'));
  const request = { question: turn.question, history: historyBefore(turn), filters: turn.filters };
  const show = change => {
    Object.assign(turn, change);
    viewOf(turn).render();
  };
  try {
    const response = await ask(request, stop.signal, {
      retrieved: passages => show({ retrieved: passages.length }),
      delta: ({ text }) => show({ text: turn.text + text }),
      citation: citation => show({ citations: [...turn.citations, citation] }),
    });
    show({ state: 'done', response, text: undefined, citations: undefined });
    announce(response.answered
      ? t('answeredStatus', { statements: response.statements.length, citations: response.citations.length })
      : t('refusedStatus'));
  } catch (fault) {
    if (stop.signal.aborted) show({ state: 'stopped' });
    else show({ state: 'failed', problem: describe(Problem.from(fault)) });
  } finally {
    if (asking === stop) asking = null;
    save();
    showBusy(Boolean(asking), allTurns().length > 0);
  }
}

// A kept turn holds plain data.
const describe = ({ kind, detail, seconds }) => ({ kind, detail, seconds });

function retry(turn) {
  if (!asking) run(turn);
}

function remove(turn) {
  const before = replaceTurns(allTurns().filter(other => other !== turn));
  renderTurns();
  $('question').focus();
  toast(t('removed'), () => restore(before));
}

function restore(turns) {
  replaceTurns(turns);
  renderTurns();
}

function clear() {
  asking?.abort();
  asking = null;
  const before = replaceTurns([]).filter(turn => turn.state !== 'asking');
  go(viewHref('chat'));
  renderTurns();
  $('question').focus();
  if (before.length > 0) toast(t('cleared'), () => restore(before));
}

function exportAll() {
  const day = new Date().toISOString().slice(0, 10);
  download(t('exportFile', { day }), conversationAsMarkdown(allTurns()));
}

function showView(name) {
  const changed = view !== name;
  view = name;
  $('chat').hidden = name !== 'chat';
  $('documents').hidden = name !== 'documents';
  for (const link of [$('to-chat'), $('to-documents')]) {
    if (link.id === `to-${name}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  if (name === 'documents') openDocuments();
  if (changed) $('main').scrollTop = 0;
  if (changed && name === 'chat' && allTurns().length > 0) viewOf(allTurns().at(-1)).node.scrollIntoView({ block: 'start' });
}

function followRoute() {
  const route = readRoute();
  if (route.source) {
    openSource(route.source);
  } else {
    hideSource();
    showView(route.view);
  }
  for (const mark of document.querySelectorAll('.cite')) mark.classList.toggle('current', location.hash === new URL(mark.href).hash);
}

function begin() {
  translatePage();
  drawIcons(document);
  startPreferences();
  startComposer({ onAsk: start, onStop: () => asking?.abort() });
  startPopover($('turns'));
  startSource(() => go(viewHref(view)));
  $('new').addEventListener('click', clear);
  $('export').addEventListener('click', exportAll);
  for (const link of document.querySelectorAll('a[href="#"], .skip')) {
    link.addEventListener('click', event => {
      event.preventDefault();
      go(viewHref('chat'));
      if (link.matches('.skip')) $('question').focus();
    });
  }
  addEventListener('hashchange', followRoute);
  addEventListener('click', event => {
    // The address does not change where its place is asked for again.
    const link = event.target.closest('a[href^="#source/"]');
    if (link && new URL(link.href).hash === location.hash) followRoute();
  });
  onLanguage(() => {
    labelPreferences();
    filters.render();
    views.clear();
    renderTurns();
    renderDocuments();
    if (view === 'documents') openDocuments();
    renderSource();
  });
  renderTurns();
  showView('chat');
  followRoute();
  if (allTurns().length > 0) viewOf(allTurns().at(-1)).node.scrollIntoView({ block: 'start' });
}

begin();
