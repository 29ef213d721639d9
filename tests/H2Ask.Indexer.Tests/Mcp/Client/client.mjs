// Connects the official client to a server over standard input and output, and does what it is told, step by step.
// node client.mjs STEPS COMMAND [ARGUMENT …] prints as JSON what came of each step.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { spawnSync } from 'node:child_process';

const [steps, command, ...args] = process.argv.slice(2);
const transport = new StdioClientTransport({ command, args, stderr: 'inherit', env: process.env });
const client = new Client({ name: 'test', version: '1' });
// Whatever is no message of the protocol ends here. An answer may cross with the message that cancels its question.
const strays = [];
client.onerror = fault => /unknown message ID/.test(fault) || strays.push(String(fault));
await client.connect(transport);

const actions = {
  server: async () => ({ info: client.getServerVersion(), capabilities: client.getServerCapabilities(), instructions: client.getInstructions() }),
  ping: () => client.ping(),
  tools: () => client.listTools(),
  call: params => client.callTool(params),
  templates: () => client.listResourceTemplates(),
  read: params => client.readResource(params),
  page: params => client.listResources(params),
  async resources() {
    const pages = [];
    let cursor;
    do {
      const page = await client.listResources(cursor ? { cursor } : undefined);
      pages.push(page.resources);
      cursor = page.nextCursor;
    } while (cursor);
    return pages;
  },
  // Many at once, each cancelled as soon as it is sent; the server must answer afterwards.
  async cancel(params) {
    const calls = Array.from({ length: 20 }, () => {
      const stop = new AbortController();
      const call = client.callTool(params, undefined, { signal: stop.signal }).then(() => 'answered', () => 'cancelled');
      stop.abort();
      return call;
    });
    return Promise.all(calls);
  },
  unknown: () => client.request({ method: 'no/such/method' }, { parse: value => value }),
  async run(line) {
    const { status, stderr } = spawnSync(line[0], line.slice(1), { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return {};
  },
};

const outcomes = [];
for (const [action, params] of JSON.parse(steps)) {
  outcomes.push(await actions[action](params).catch(fault => ({ fault: fault.constructor.name, code: fault.code, message: fault.message })));
}
await client.close();
console.log(JSON.stringify({ outcomes, strays }));
