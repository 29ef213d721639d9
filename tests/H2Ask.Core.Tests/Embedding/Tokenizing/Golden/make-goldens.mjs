// Writes what the reference, Hugging Face's tokenizers, makes of the lines: npm ci && node make-goldens.mjs
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Tokenizer } from 'tokenizers';

const here = new URL('./', import.meta.url);
const seeds = new URL('../../../../../seeds/', here);
const read = (name) => JSON.parse(gunzipSync(readFileSync(new URL(`${name}.json.gz`, here))));
const lines = read('lines').map((line) => Buffer.from(line, 'base64').toString('utf16le'));
const seedLines = readdirSync(seeds).sort().flatMap((file) => readFileSync(new URL(file, seeds), 'utf8').split('\n'));

/** FNV-1a over the ids: small enough to keep for thousands of lines. */
function hash(ids) {
  let value = 0x811c9dc5;
  for (const id of ids) value = Math.imul(value ^ id, 0x01000193);
  return value >>> 0;
}

async function encode(tokenizer, texts) {
  const hashes = [];
  for (const text of texts) hashes.push(hash((await tokenizer.encode(text)).getIds()));
  return hashes;
}

function write(name, hashes) {
  writeFileSync(new URL(name, here), Buffer.from(Uint32Array.from(hashes).buffer));
  console.log(name, hashes.length);
}

for (const name of ['bert', 'xlm', 'plain', 'bytes']) {
  write(`${name}.hashes`, await encode(Tokenizer.fromString(JSON.stringify(read(name))), [...lines, ...seedLines]));
}

const hashes = [];
for (const { base, ...parts } of JSON.parse(readFileSync(new URL('variants.json', here)))) {
  hashes.push(...(await encode(Tokenizer.fromString(JSON.stringify({ ...read(base), ...parts })), lines.slice(0, 300))));
}
write('variants.hashes', hashes);

if (process.argv[2]) {
  const ids = {};
  for (const name of ['bert', 'xlm', 'plain', 'bytes']) {
    const tokenizer = Tokenizer.fromString(JSON.stringify(read(name)));
    ids[name] = [];
    for (const text of [...lines, ...seedLines]) ids[name].push((await tokenizer.encode(text)).getIds());
  }
  writeFileSync(process.argv[2], gzipSync(JSON.stringify(ids)));
}
