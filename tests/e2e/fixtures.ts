import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';
import { startServer, type RunningServer } from '../../cli/static-server';

/** The build to serve; `E2E_DIST` names another one than that of `npm run build`. */
const DIST = process.env['E2E_DIST'] ?? fileURLToPath(new URL('../../dist', import.meta.url));

/** What went wrong on the page while a test ran: console errors and warnings, exceptions, foreign requests. */
export interface Guard {
  problems: string[];
}

interface TestFixtures {
  guard: Guard;
}
interface WorkerFixtures {
  server: RunningServer;
}

/** Addresses that never touch a network. */
const LOCAL = /^(?:blob|data|about):/;

/**
 * Playwright's `test` over the built app: `baseURL` is a server of its own on a free port, and every test
 * also fails on a console error or warning, an uncaught exception, a failed request, or a request that
 * leaves the origin.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the parameter's pattern
    async ({}, use) => {
      const server = await startServer({ folder: DIST, port: 0 });
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  guard: [
    async ({ context, server }, use) => {
      const problems: string[] = [];
      context.on('console', (message) => {
        const type = message.type();
        if (type === 'error' || type === 'warning') problems.push(`console ${type}: ${message.text()}`);
      });
      context.on('weberror', (error) => problems.push(`exception: ${error.error().message}`));
      context.on('request', (request) => {
        const url = request.url();
        if (!LOCAL.test(url) && !url.startsWith(server.url)) problems.push(`request to ${url}`);
      });
      context.on('response', (response) => {
        if (response.status() >= 400) problems.push(`${response.status()} for ${response.url()}`);
      });
      await use({ problems });
      expect(problems, 'problems on the page').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
