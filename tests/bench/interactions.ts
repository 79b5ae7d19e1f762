import type { Page } from '@playwright/test';
import { startServer } from '../../cli/static-server';
import { DIST, firstChart, launch } from '../support/launch';

/**
 * `npm run bench`, second part: what a reader waits for after an action on the shipped data, in headless Chromium.
 * An action is a change of the address, as every control of the app makes one; the wait ends with the last change of
 * the page before it stays still for half a second. Median of the runs, in milliseconds. Prints Markdown.
 */
const RUNS = 5;
const STILL_MS = 500;

/** Pages with what is done on them: from the page as it opens, then back to it. */
const SHARED: [name: string, query: string][] = [
  ['one year', 'year=2024'],
  ['unit 元', 'unit=yuan'],
  ['English', 'lang=en'],
];
const ACTIONS: Record<string, [name: string, query: string][]> = {
  overview: [],
  pivot: [],
  change: [],
  execution: [['全年预算', 'basis=adjusted_budget']],
  'three-public': [],
  compare: [],
  department: [],
  documents: [],
  checks: [],
};

/** Milliseconds from the change of the address to the last change of the page. */
function settled(page: Page, fragment: string): Promise<number> {
  return page.evaluate(
    ([hash, still]) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        let last = start;
        const observer = new MutationObserver(() => (last = performance.now()));
        observer.observe(document.body, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        });
        const timer = setInterval(() => {
          if (performance.now() - Math.max(last, start) < still) return;
          clearInterval(timer);
          observer.disconnect();
          resolve(last - start);
        }, 50);
        location.hash = hash;
      }),
    [fragment, STILL_MS] as const,
  );
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

const server = await startServer({ folder: DIST, port: 0 });
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
await page.goto(`${server.url}#/overview`);
await firstChart(page);
await settled(page, '#/documents');

console.log('\n| page | action | ms |\n| --- | --- | ---: |');
for (const [id, own] of Object.entries(ACTIONS)) {
  const measured = new Map<string, number[]>();
  const note = (name: string, ms: number) => measured.set(name, [...(measured.get(name) ?? []), ms]);
  for (let run = 0; run < RUNS; run++) {
    await settled(page, id === 'documents' ? '#/overview' : '#/documents');
    note('opened', await settled(page, `#/${id}`));
    for (const [name, query] of [...own, ...SHARED]) {
      note(name, await settled(page, `#/${id}?${query}`));
      await settled(page, `#/${id}`);
    }
  }
  for (const [name, times] of measured) console.log(`| ${id} | ${name} | ${Math.round(median(times))} |`);
}
await browser.close();
await server.close();
