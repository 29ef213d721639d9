import { accessKey, askForKey } from './access.js';
import { Problem } from './problems.js';

/** Asks; calls back with what the stream brings and returns the whole response. */
export async function ask(request, signal, on) {
  const response = await send('/api/ask', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
    body: JSON.stringify({ ...request, stream: true }),
    signal,
  });
  try {
    for await (const { event, data } of readEvents(response.body)) {
      if (event === 'done') return data;
      if (event === 'error') throw new Problem('server', data.detail ?? data.message ?? data.title);
      on[event]?.(data);
    }
  } catch (fault) {
    if (fault instanceof Problem || signal.aborted) throw fault;
    throw new Problem('interrupted');
  }
  throw new Problem('interrupted');
}

/** Tells the service what the reader thinks of an answer. */
export const sendFeedback = body => send('/api/feedback', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });

/** How many documents and passages there are. */
export const getReadiness = () => getJson('/health/ready');

/** A document with its outline. */
export const getDocument = id => getJson(`/api/documents/${encodeURIComponent(id)}`);

/** A document's own text, with its place in the file. */
export const getText = id => getJson(`/api/documents/${encodeURIComponent(id)}/text`);

/** One page of the list of documents. */
export const getDocuments = (offset, limit) => getJson(`/api/documents?offset=${offset}&limit=${limit}`);

async function getJson(path) {
  return (await send(path, { headers: { Accept: 'application/json' } })).json();
}

async function send(path, options) {
  const key = accessKey();
  const response = await reach(path, key ? { ...options, headers: { ...options.headers, Authorization: `Bearer ${key}` } } : options);
  if (response.ok) return response;
  if (response.status !== 401) throw await Problem.of(response);
  // Another call may have been given a key meanwhile.
  if (accessKey() !== key || await askForKey(key !== null)) return send(path, options);
  throw new Problem('key');
}

async function reach(path, options) {
  try {
    return await fetch(path, options);
  } catch (fault) {
    if (options.signal?.aborted) throw fault;
    throw new Problem(navigator.onLine ? 'network' : 'offline');
  }
}

/** The events of a server-sent stream. */
async function* readEvents(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let [rest, event, data] = ['', 'message', []];
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop();
    for (const line of lines.map(text => text.replace(/\r$/, ''))) {
      if (line === '') {
        if (data.length > 0) yield { event, data: JSON.parse(data.join('\n')) };
        [event, data] = ['message', []];
      } else if (line.startsWith('event:')) {
        event = line.slice(6).trim();
      } else if (line.startsWith('data:')) {
        data.push(line.slice(5).replace(/^ /, ''));
      }
    }
  }
}
