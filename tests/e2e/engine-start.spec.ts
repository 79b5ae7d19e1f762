import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixtures';

const PROGRAM = fileURLToPath(
  new URL('../../node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm', import.meta.url),
);
const FAILURE = '分析引擎没有启动。';
/** On every page once the data is there. */
const DEPARTMENT = '临夏市人民政府办公室';

test('a server that does not know WebAssembly by name is enough', async ({ page }) => {
  const body = await readFile(PROGRAM);
  await page.route('**/*.wasm', (route) => route.fulfill({ body, contentType: 'application/octet-stream' }));
  await page.goto('./');
  await expect(page.getByText(DEPARTMENT).first()).toBeVisible({ timeout: 45_000 });
});

for (const [what, pattern] of [
  ['program', '**/*.wasm'],
  ['worker', '**/duckdb-browser-eh.worker*.js'],
  ['worker around it', '**/shell*.js'],
] as const) {
  test(`a missing ${what} is a message, not an endless wait`, async ({ page, guard }) => {
    await page.route(pattern, (route) => route.fulfill({ status: 404, body: 'not here' }));
    await page.goto('./');
    await expect(page.getByText(FAILURE)).toBeVisible({ timeout: 45_000 });
    // What the guard saw is what this test made.
    guard.problems.length = 0;
  });
}
