import { cp, mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startServer } from '../../cli/static-server';
import { writeExtract } from '../../src/dataset';
import type { Extraction } from '../../src/domain/facts';
import { createNodeEngine } from '../../src/engine/node';
import { DIST, firstChart, launch } from '../support/launch';
import { SETS } from '../unit/checks/support/sets';

/**
 * `npx vite build && npx tsx tests/bench/reconciliation.ts [documents]`: how long the checks of made-up documents take
 * in the background, and what of it the page feels: its tasks above 50 ms after the first chart. Every twentieth
 * document has a wrong amount. Prints Markdown.
 */
const DOCUMENTS = Number(process.argv[2] ?? 1000);
const YEARS = 8;

function madeUp(n: number): Extraction {
  const sets = Object.values(SETS);
  const input = sets[n % sets.length]!(n + 1);
  const place = {
    region: '某省某市',
    department: `部门${String(Math.floor(n / YEARS)).padStart(3, '0')}`,
    fiscal_year: 2017 + (n % YEARS),
  };
  const doc_id = `${place.region}-${place.department}-${place.fiscal_year}-${input.document.kind}`;
  return {
    document: { ...input.document, ...place, doc_id },
    facts: input.facts.map((fact, i) => {
      const wrong = n % 20 === 0 && i === 40;
      return { ...fact, ...place, doc_id, amount: wrong ? fact.amount + 123_456_000n : fact.amount };
    }),
    statements: input.statements.map((statement) => ({ ...statement, doc_id })),
    indicators: input.indicators.map((indicator) => ({ ...indicator, doc_id })),
    warnings: [],
  };
}

const extractions = Array.from({ length: DOCUMENTS }, (_, n) => madeUp(n));
const folder = await mkdtemp(join(tmpdir(), 'reconciliation-'));
const engine = await createNodeEngine();
await cp(DIST, folder, { recursive: true });
await rm(join(folder, 'data'), { recursive: true });
const about = { title: 'made up', created: '2026-01-01T00:00:00Z' };
for (const { path, bytes } of await writeExtract(engine, extractions, about)) {
  await mkdir(dirname(join(folder, 'data', path)), { recursive: true });
  await writeFile(join(folder, 'data', path), bytes);
}
await engine.close();

const server = await startServer({ folder, port: 0 });
const browser = await launch();
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  await page.addInitScript(() => {
    const tasks: [start: number, length: number][] = [];
    Object.assign(globalThis, { tasks });
    new PerformanceObserver((list) =>
      list.getEntries().forEach(({ startTime, duration }) => tasks.push([startTime, duration])),
    ).observe({ entryTypes: ['longtask'] });
  });
  await page.goto(`${server.url}#/pivot?basis=03&measure=basic`);
  const chart = await firstChart(page);
  await page.locator('.reconciled a').waitFor({ timeout: 600_000 });
  const ready = await page.evaluate(() => performance.now());
  const tasks = await page.evaluate(() => (globalThis as unknown as { tasks: [number, number][] }).tasks);
  const felt = tasks.filter(([start]) => start > chart + 50).map(([, length]) => length);
  const facts = extractions.reduce((sum, extraction) => sum + extraction.facts.length, 0);
  console.log('| documents | amounts | first chart, ms | checked after, ms | tasks > 50 ms | longest, ms |');
  console.log('| ---: | ---: | ---: | ---: | ---: | ---: |');
  const cells = [DOCUMENTS, facts, chart, ready - chart, felt.length, Math.max(0, ...felt)];
  console.log(`| ${cells.map((cell) => Math.round(cell)).join(' | ')} |`);
} finally {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true });
}
