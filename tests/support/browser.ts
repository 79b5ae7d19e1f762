import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
];
const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Flags for a browser that talks to the page's own server and to nobody else. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Some distributions install a stub that only says how to get the real one: ask for the version. */
function runs(path: string): boolean {
  if (!existsSync(path)) return false;
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;
}

/**
 * A Chrome or Chromium that starts: CHROME_PATH or CHROMIUM_PATH, the usual names on PATH, the usual places,
 * Playwright's own download. Null when there is none.
 *
 * @throws Error when CHROME_PATH or CHROMIUM_PATH names something that does not start.
 */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | null {
  const named = env['CHROME_PATH'] || env['CHROMIUM_PATH'];
  if (named) {
    if (!runs(named)) throw new Error(`CHROME_PATH or CHROMIUM_PATH names ${named}, which does not start`);
    return named;
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...USUAL_PLACES, chromium.executablePath()].find(runs) ?? null;
}

/** Whether Chinese text can be drawn. Only Linux comes without such fonts. */
export function hasChineseFonts(): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
}
