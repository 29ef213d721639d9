// Prints how fast the reference reads the lines of the corpus, on one core, in MB/s: node measure.mjs TOKENIZER.JSON
process.env.TOKENIZERS_PARALLELISM = 'false';
process.env.RAYON_NUM_THREADS = '1';
const { readFileSync, readdirSync } = await import('node:fs');
const { Tokenizer } = await import('tokenizers');

const seeds = new URL('../../../../../seeds/', import.meta.url);
const lines = readdirSync(seeds).sort().flatMap((file) => readFileSync(new URL(file, seeds), 'utf8').split('\n'));
const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
const tokenizer = Tokenizer.fromFile(process.argv[2]);
let fastest = Infinity;
for (let round = 0; round < 5; round++) {
  const started = performance.now();
  await tokenizer.encodeBatch(lines);
  fastest = Math.min(fastest, performance.now() - started);
}
console.log(bytes / fastest / 1e3);
