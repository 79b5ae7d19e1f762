import { checkDocument } from '../../src/checks';
import { SETS } from '../unit/checks/support/sets';

/**
 * `npx tsx tests/bench/checks.ts [documents]`: time of the checks alone, in Node on one core, of made-up documents of
 * eight form sets, every twentieth with a wrong amount: the median of one document, and all of them.
 */
const DOCUMENTS = Number(process.argv[2] ?? 1000);
const sets = Object.values(SETS);
const inputs = Array.from({ length: DOCUMENTS }, (_, n) => {
  const input = sets[n % sets.length]!(n + 1);
  const facts = input.facts.map((fact, at) =>
    n % 20 === 0 && at === 40 ? { ...fact, amount: fact.amount + 123_456_000n } : fact,
  );
  return { ...input, facts };
});
for (const input of inputs.slice(0, 24)) checkDocument(input);
const times: number[] = [];
let findings = 0;
const start = performance.now();
for (const input of inputs) {
  const from = performance.now();
  findings += checkDocument(input).findings.length;
  times.push(performance.now() - from);
}
const all = performance.now() - start;
times.sort((a, b) => a - b);
const at = (share: number) => times[Math.floor((times.length - 1) * share)]!.toFixed(1);
const facts = inputs.reduce((sum, input) => sum + input.facts.length, 0);
process.stdout.write(
  `${DOCUMENTS} documents, ${facts} amounts, ${findings} findings: ${(all / 1000).toFixed(1)} s; one document ${at(0.5)} ms (median), ${at(0.95)} ms (95 %), ${at(1)} ms (most)\n`,
);
