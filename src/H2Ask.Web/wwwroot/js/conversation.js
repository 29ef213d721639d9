// The conversation, kept in this browser only.

const key = 'h2ask.conversation';
const mostTurnsSent = 10;
const longestTurnSent = 20000;

let turns = read();
let lost = () => {};

/** The turns, the oldest first. Each has a question and, once it ended, a response, a problem, or what came before it was stopped. */
export const allTurns = () => turns;

/** Adds a turn for a question. */
export function addTurn(question, filters) {
  const turn = { id: newId(), question, filters, state: 'asking', at: new Date().toISOString() };
  turns.push(turn);
  return turn;
}

/** Keeps what has become of the turns. */
export function save() {
  const ended = turns.filter(turn => turn.state !== 'asking');
  // The browser's room is small: where it is full, the oldest turns are not kept.
  let first = 0;
  while (!kept(ended.slice(first)) && first < ended.length) first++;
  if (first > 0) lost();
}

/** Whom to call once turns will not survive a reload. */
export function onLoss(listener) {
  lost = () => {
    lost = () => {};
    listener();
  };
}

/** Puts other turns in their place and returns those that were there. */
export function replaceTurns(others) {
  const before = turns;
  turns = others;
  save();
  return before;
}

/** The turns before one as the API takes them: only what was answered or refused. */
export function historyBefore(turn) {
  return turns.slice(0, turns.indexOf(turn)).filter(({ response }) => response).slice(-mostTurnsSent).flatMap(({ question, response }) => [
    { role: 'user', content: question },
    { role: 'assistant', content: response.answer.slice(0, longestTurnSent) },
  ]);
}

function kept(some) {
  try {
    localStorage.setItem(key, JSON.stringify(some));
    return true;
  } catch {
    return false;
  }
}

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(key));
    return Array.isArray(kept) ? kept.filter(turn => typeof turn?.question === 'string') : [];
  } catch {
    return [];
  }
}

// crypto.randomUUID is missing where the page comes over plain HTTP from another machine.
const newId = () => Date.now().toString(36) + Math.random().toString(36).slice(2, 8);
