// Embeds the batches of a file as users of onnxruntime-node do, prints texts a second, and writes the vectors for comparison.
// node onnxruntime-node.mjs MODEL BATCHES VECTORS mean|cls|model [normalise]
import { readFileSync, writeFileSync } from 'node:fs';
import * as ort from 'onnxruntime-node';

const [model, batchesPath, vectorsPath, pooling, normalise] = process.argv.slice(2);

function readBatches(path) {
  const bytes = readFileSync(path);
  const numbers = new BigInt64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const batches = [];
  for (let at = 0; at < numbers.length;) {
    const texts = Number(numbers[at]), length = Number(numbers[at + 1]);
    at += 2;
    const places = [], counts = [];
    for (let i = 0; i < texts; i++) {
      places.push(Number(numbers[at++]));
      counts.push(Number(numbers[at++]));
    }
    batches.push({ texts, length, places, counts, ids: numbers.subarray(at, at + texts * length) });
    at += texts * length;
  }
  return batches;
}

function feedsOf(batch, names) {
  const shape = [batch.texts, batch.length];
  const feeds = {};
  for (const name of names) {
    let values = batch.ids;
    if (name !== 'input_ids') values = new BigInt64Array(batch.ids.length);
    if (name === 'attention_mask') batch.counts.forEach((count, i) => values.fill(1n, i * batch.length, i * batch.length + count));
    if (name === 'position_ids') for (let i = 0; i < values.length; i++) values[i] = BigInt(i % batch.length);
    feeds[name] = new ort.Tensor('int64', values, shape);
  }
  return feeds;
}

function pool(data, dims, text, count) {
  const width = dims[dims.length - 1];
  const start = text * data.length / dims[0];
  const vector = new Float32Array(width);
  const rows = pooling === 'mean' ? count : 1;
  for (let row = 0; row < rows; row++) {
    const from = start + row * width;
    for (let i = 0; i < width; i++) vector[i] += data[from + i];
  }
  let norm = 0;
  for (let i = 0; i < width; i++) {
    vector[i] /= rows;
    norm += vector[i] * vector[i];
  }
  norm = Math.sqrt(norm);
  if (normalise && norm > 0) for (let i = 0; i < width; i++) vector[i] /= norm;
  return vector;
}

async function embed(session, batches) {
  const wanted = pooling === 'model' ? ['sentence_embedding'] : ['last_hidden_state', 'token_embeddings'];
  const name = wanted.find((each) => session.outputNames.includes(each)) ?? session.outputNames[0];
  const vectors = [];
  for (const batch of batches) {
    const { data, dims } = (await session.run(feedsOf(batch, session.inputNames), [name]))[name];
    for (let i = 0; i < batch.texts; i++) vectors[batch.places[i]] = pool(data, dims, i, batch.counts[i]);
  }
  return vectors;
}

const batches = readBatches(batchesPath);
const session = await ort.InferenceSession.create(model);
await embed(session, batches);
const start = performance.now();
const vectors = await embed(session, batches);
console.log(vectors.length / ((performance.now() - start) / 1000));

const width = vectors.find((vector) => vector).length;
const all = new Float32Array(vectors.length * width);
vectors.forEach((vector, i) => all.set(vector, i * width));
writeFileSync(vectorsPath, all);
