import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from './browser';
import { prepareBrowser } from './prepare-browser';

export const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** A headless browser of its own, installed first where there is none. */
export async function launch(): Promise<Browser> {
  const missing = prepareBrowser();
  if (missing) throw new Error(missing);
  return chromium.launch({ executablePath: findBrowser()!, args: BROWSER_FLAGS });
}

/** Milliseconds from the navigation to the page's mark `first-chart` (src/state/timing.ts). */
export async function firstChart(page: Page): Promise<number> {
  const mark = await page.waitForFunction(
    () => performance.getEntriesByName('first-chart')[0]?.startTime,
    undefined,
    { timeout: 60_000 },
  );
  return (await mark.jsonValue()) as number;
}
