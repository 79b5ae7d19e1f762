import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startServer } from '../../cli/static-server';
import { PAGE_IDS } from '../../src/state/page-ids';
import { DIST, firstChart, launch } from '../support/launch';

/** `npm run screenshots`: every page as a reader sees it first, in both sizes, for README and for looking at. */
const FOLDER = 'docs/screenshots';
const SIZES = [
  { suffix: '', width: 1440, height: 900 },
  { suffix: '-768', width: 768, height: 1024 },
];

await mkdir(FOLDER, { recursive: true });
const server = await startServer({ folder: DIST, port: 0 });
const browser = await launch();
for (const { suffix, width, height } of SIZES) {
  for (const id of PAGE_IDS) {
    const page = await browser.newPage({
      viewport: { width, height },
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    });
    await page.goto(`${server.url}#/${id}`);
    await firstChart(page);
    await page.waitForLoadState('networkidle');
    const path = join(FOLDER, `${id}${suffix}.png`);
    await page.screenshot({ path });
    await page.close();
    console.log(path);
  }
}
await browser.close();
await server.close();
