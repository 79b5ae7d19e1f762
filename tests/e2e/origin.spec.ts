import { expect, test } from './fixtures';

test('no request leaves the origin while the app starts and its data loads', async ({ page, server }) => {
  const urls: string[] = [];
  page.context().on('request', (request) => urls.push(request.url()));
  await page.goto('./');
  await expect(page.locator('#app')).not.toBeEmpty();
  await page.waitForLoadState('networkidle');
  const network = urls.filter((url) => !/^(?:blob|data):/.test(url));
  expect(network).toContain(`${server.url}data/manifest.json`);
  expect(network.filter((url) => url.endsWith('.wasm'))).toHaveLength(1);
  expect(network.filter((url) => !url.startsWith(server.url))).toEqual([]);
});

test('the policy stops a request that leaves the origin, and the guard sees it', async ({ page, guard }) => {
  await page.goto('./');
  await page.waitForLoadState('networkidle');
  expect(guard.problems).toEqual([]);
  const outcome = await page.evaluate(() =>
    fetch('http://127.0.0.1:9/').then(
      () => 'answered',
      () => 'refused',
    ),
  );
  expect(outcome).toBe('refused');
  expect(guard.problems.join('\n')).toMatch(/Content Security Policy/);
  guard.problems.length = 0;
});

test.describe('without the policy', () => {
  test.use({ bypassCSP: true });

  test('the guard still sees a request that leaves the origin', async ({ page, guard }) => {
    await page.goto('./');
    await page.evaluate(() => fetch('http://127.0.0.1:9/').catch(() => null));
    expect(guard.problems).toContain('request to http://127.0.0.1:9/');
    guard.problems.length = 0;
  });
});

test('the guard sees console warnings and uncaught exceptions', async ({ page, guard }) => {
  await page.goto('./');
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    console.warn('a warning');
    setTimeout(() => {
      throw new Error('an exception');
    });
  });
  await expect.poll(() => guard.problems).toEqual(['console warning: a warning', 'exception: an exception']);
  guard.problems.length = 0;
});

test('the server sends compressed engine bytes and keeps hashed names for ever', async ({ page, server }) => {
  const engine = page.waitForResponse((response) => response.url().endsWith('.wasm'));
  await page.goto('./');
  const headers = await (await engine).allHeaders();
  expect(headers['content-type']).toBe('application/wasm');
  expect(headers['content-encoding']).toBe('br');
  expect(headers['cache-control']).toContain('immutable');
  const manifest = await page.request.get(`${server.url}data/manifest.json`);
  expect(manifest.headers()['cache-control']).toBe('no-cache');
  expect(manifest.headers()['etag']).toBeTruthy();
});
