import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from '../support/browser';

const browser = findBrowser();

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  // The server is a fixture (fixtures.ts): the built app on a free port.
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: { args: BROWSER_FLAGS, ...(browser ? { executablePath: browser } : {}) },
    screenshot: 'only-on-failure',
  },
});
