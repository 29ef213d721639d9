import { $, bring, el, fill } from './dom.js';
import { startAccess } from './access.js';
import { provedOf, wordsOf } from './answer.js';
import { ask } from './api.js';
import { addTurn, allTurns, historyBefore, onLoss, replaceTurns, save } from './conversation.js';
import { editQuestion, showBusy, startComposer } from './composer.js';
import { conversationAsMarkdown, download } from './export.js';
import { Filters } from './filters.js';
import { drawIcons } from './icons.js';
import { labelPreferences, startPreferences } from './preferences.js';
import { isPassing, Problem } from './problems.js';
import { awaitService, serviceAnswered, stopAwaiting } from './recovery.js';
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
let awaited = null;

// What is not needed to ask a first question comes later.
const imports = { source: () => import('./source.js'), documents: () => import('./documents.js') };
const loading = {};
const loaded = {};

function load(name) {
  loading[name] ??= imports[name]().then(module => {
    loaded[name] = module;
    if (name === 'source') module.startSource(() => go(viewHref(view)));
  }).catch(fault => {
    loading[name] = null;
    throw fault;
  });
  return loading[name];
}

function viewOf(turn) {
  if (!views.has(turn.id)) views.set(turn.id, new TurnView(turn, { retry, remove, edit: editQuestion, isAwaited: other => other === awaited }));
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
  awaitNothing();
  Object.assign(turn, { state: 'asking', statements: [], citations: [], retrieved: undefined, response: undefined, problem: undefined, feedback: undefined });
  views.delete(turn.id);
  renderTurns();
  bring(viewOf(turn).node);
  announce(t('searching'));
  const request = { question: turn.question, history: historyBefore(turn), filters: turn.filters };
  load('source').catch(() => {});
  const show = change => {
    Object.assign(turn, change);
    viewOf(turn).render();
  };
  try {
    const response = await ask(request, stop.signal, {
      retrieved: passages => show({ retrieved: passages.length }),
      delta: ({ statement }) => statement && show({ statements: [...turn.statements, statement] }),
      citation: citation => show({ citations: [...turn.citations, citation] }),
    });
    serviceAnswered();
    show({ state: 'done', response, statements: undefined, citations: undefined });
    announce(response.answered
      ? t('answeredStatus', { statements: response.statements.length, citations: response.citations.length })
      : t('refusedStatus'));
  } catch (fault) {
    const problem = stop.signal.aborted ? undefined : describe(Problem.from(fault));
    if (isPassing(problem) && turn === allTurns().at(-1)) awaitFor(turn);
    show({ state: problem ? 'failed' : 'stopped', problem, response: partOf(turn), statements: undefined, citations: undefined });
  } finally {
    if (asking === stop) asking = null;
    save();
    showBusy(Boolean(asking), allTurns().length > 0);
  }
}

// A kept turn holds plain data.
const describe = ({ kind, detail, until }) => ({ kind, detail, until });

// What was proved of an answer before it ended too soon.
function partOf(turn) {
  const statements = provedOf(turn);
  if (statements.length === 0) return undefined;
  const cited = new Set(statements.flatMap(({ citations }) => citations));
  return {
    partial: true, answered: true, question: turn.question, standaloneQuestion: turn.question, nearest: [], statements,
    answer: statements.map(statement => wordsOf(statement) + statement.citations.map(number => ` [${number}]`).join('')).join('\n'),
    citations: turn.citations.filter(({ number }) => cited.has(number)),
  };
}

// The last question is asked again by itself once the service is back.
function awaitFor(turn) {
  awaited = turn;
  awaitService(() => {
    awaited = null;
    retry(turn);
  });
}

function awaitNothing() {
  const before = awaited;
  awaited = null;
  stopAwaiting();
  if (before) viewOf(before).render();
}

function retry(turn) {
  if (!asking) run(turn);
}

function remove(turn) {
  if (turn === awaited) awaitNothing();
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
  awaitNothing();
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
  if (name === 'documents') showLater('documents', () => view === 'documents' && loaded.documents.openDocuments());
  if (changed) $('main').scrollTop = 0;
  if (changed && name === 'chat' && allTurns().length > 0) bring(viewOf(allTurns().at(-1)).node);
}

async function showLater(name, show) {
  try {
    await load(name);
  } catch {
    toast(t('network'));
    return;
  }
  show();
}

const isStill = route => JSON.stringify(readRoute()) === JSON.stringify(route);

function followRoute() {
  const route = readRoute();
  if (route.source) {
    showLater('source', () => isStill(route) && loaded.source.openSource(route.source));
  } else {
    loaded.source?.hideSource();
    showView(route.view);
  }
  for (const mark of document.querySelectorAll('.cite')) mark.classList.toggle('current', location.hash === new URL(mark.href).hash);
}

function begin() {
  translatePage();
  drawIcons(document);
  startPreferences();
  startAccess();
  onLoss(() => toast(t('full')));
  startComposer({ onAsk: start, onStop: () => asking?.abort() });
  startPopover($('turns'));
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
    loaded.documents?.renderDocuments();
    loaded.source?.renderSource();
  });
  const last = allTurns().at(-1);
  if (isPassing(last?.problem)) awaitFor(last);
  renderTurns();
  showView('chat');
  followRoute();
  if (allTurns().length > 0) bring(viewOf(allTurns().at(-1)).node);
}

begin();
