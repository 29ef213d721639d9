import { getReadiness } from './api.js';
import { isPassing } from './problems.js';

const pauses = [2, 4, 8, 15, 30];
const second = 1000;
let timer = 0;
let times = 0;
let back = null;

/** Calls back once the service answers again. Only what was wished for last is waited for. */
export function awaitService(onBack) {
  if (!back) addEventListener('online', look);
  back = onBack;
  clearTimeout(timer);
  timer = setTimeout(look, pauses[Math.min(times++, pauses.length - 1)] * second);
}

/** Waits no longer. */
export function stopAwaiting() {
  clearTimeout(timer);
  removeEventListener('online', look);
  back = null;
}

/** The service has answered: the next time it is looked for at once. */
export function serviceAnswered() {
  times = 0;
}

async function look() {
  const onBack = back;
  try {
    await getReadiness();
  } catch (fault) {
    if (back !== onBack) return;
    if (isPassing(fault)) awaitService(onBack);
    else stopAwaiting();
    return;
  }
  if (back !== onBack) return;
  stopAwaiting();
  onBack();
}
