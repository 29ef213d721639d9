// Uses OpenAI's own client as any program would: only the address is another.
// node client.mjs ADDRESS WHAT [ARGUMENT] prints as JSON what came of it.
import OpenAI from 'openai';

const [address, what, argument] = process.argv.slice(2);
const client = new OpenAI({ baseURL: new URL('v1', address).href, apiKey: 'any', maxRetries: 0 });

const scenarios = {
  async complete() {
    return client.chat.completions.create(JSON.parse(argument));
  },

  async stream() {
    const chunks = [];
    const stream = await client.chat.completions.create({ ...JSON.parse(argument), stream: true, stream_options: { include_usage: true } });
    for await (const chunk of stream) chunks.push(chunk);
    return chunks;
  },

  // The client's own reading of a stream, which is strict about the shape of what it puts together.
  async accumulate() {
    return client.chat.completions.stream(JSON.parse(argument)).finalChatCompletion();
  },

  async embed() {
    return client.embeddings.create(JSON.parse(argument));
  },

  async models() {
    const models = [];
    for await (const model of client.models.list()) models.push(await client.models.retrieve(model.id));
    return models;
  },

  async missingModel() {
    return client.models.retrieve('no-such-model');
  },
};

const outcome = await scenarios[what]().catch(fault => ({
  fault: fault.constructor.name, status: fault.status, type: fault.type, code: fault.code, param: fault.param, message: fault.message,
}));
console.log(JSON.stringify(outcome));
