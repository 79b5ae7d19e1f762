import { startServer } from '../../cli/static-server';
import { PAGE_IDS } from '../../src/state/page-ids';
import { DIST, firstChart, launch } from '../support/launch';

/**
 * `npm run bench`: bytes over the wire (compressed, headers included) and time from the navigation to the
 * first drawn chart, in headless Chromium over loopback. Cold: a browser that was never here. Warm: the same
 * browser once more, its HTTP cache filled. Prints Markdown.
 */
const RUNS = 5;

interface Visit {
  milliseconds: number;
  sent: Map<string, number>;
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const total = (sent: Map<string, number>) => [...sent.values()].reduce((sum, bytes) => sum + bytes, 0);

let sent = new Map<string, number>();
const server = await startServer({
  folder: DIST,
  port: 0,
  observe: (path, bytes) => sent.set(path, (sent.get(path) ?? 0) + bytes),
});

/** One cold and one warm visit with a browser of its own. */
async function visitTwice(url: string): Promise<[Visit, Visit]> {
  const browser = await launch();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    const visit = async (): Promise<Visit> => {
      sent = new Map();
      const page = await context.newPage();
      await page.goto(url);
      const milliseconds = await firstChart(page);
      await page.waitForLoadState('networkidle');
      await page.close();
      return { milliseconds, sent };
    };
    return [await visit(), await visit()];
  } finally {
    await browser.close();
  }
}

console.log(`| page | cold, ms | warm, ms | cold, sent | warm, sent |`);
console.log('| --- | ---: | ---: | ---: | ---: |');
let first: Map<string, number> | null = null;
for (const page of PAGE_IDS) {
  const cold: Visit[] = [];
  const warm: Visit[] = [];
  for (let run = 0; run < RUNS; run++) {
    const [a, b] = await visitTwice(`${server.url}#/${page}`);
    cold.push(a);
    warm.push(b);
  }
  first ??= cold[0]!.sent;
  const cells = [
    Math.round(median(cold.map((visit) => visit.milliseconds))),
    Math.round(median(warm.map((visit) => visit.milliseconds))),
    kilobytes(median(cold.map((visit) => total(visit.sent)))),
    kilobytes(median(warm.map((visit) => total(visit.sent)))),
  ];
  console.log(`| ${page} | ${cells.join(' | ')} |`);
}

console.log(`\nMedian of ${RUNS}. The first visit of ${PAGE_IDS[0]}, file by file:\n`);
for (const [path, bytes] of [...first!].sort((a, b) => b[1] - a[1])) {
  console.log(`- ${path} ${kilobytes(bytes)}`);
}
await server.close();
