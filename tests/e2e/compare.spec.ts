import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { CONGRESS, NORTH, OFFICE } from './five-documents';

// Figures in 万元, read in the documents: forms 01, 03, 05, 06 and 09, 五 and 八 of the narratives.

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
const drawer = (page: Page) => page.getByRole('complementary', { name: '出处' });
const grid = (page: Page, name: string) => page.getByRole('grid', { name, exact: true });
const row = (page: Page, name: string, department: string) =>
  grid(page, name).getByRole('row').filter({ hasText: department });
const cells = async (page: Page, name: string, department: string) =>
  (await row(page, name, department).getByRole('gridcell').allInnerTexts()).map(plain);

async function open(page: Page, departments: readonly string[], query = ''): Promise<void> {
  const dept = departments.map((name) => `dept=${encodeURIComponent(name)}`);
  await page.goto(`#/compare?${[...dept, query].filter(Boolean).join('&')}`);
  await expect(grid(page, '规模与执行')).toBeVisible({ timeout: 45_000 });
}

test('figures side by side, the same as the documents print', async ({ page }) => {
  await open(page, [OFFICE, CONGRESS, NORTH]);
  expect((await cells(page, '规模与执行', OFFICE)).slice(0, 10)).toEqual([
    '887.29',
    '887.29',
    '887.29',
    '187.57',
    '6.00',
    '100.0%',
    '13.8%', // 122.68 ÷ 887.29
    '0.8%', // 6.00 ÷ 764.61
    '49',
    '18.11', // 887.29 ÷ 49
  ]);
  // 9,772,671.37 元 ÷ 1 220.67
  expect((await cells(page, '规模与执行', CONGRESS))[5]).toBe('80.1%');
  // Of eight final accounts three spend more.
  await expect(row(page, '在同类组中的位置', OFFICE).getByRole('gridcell').nth(1)).toHaveAttribute(
    'title',
    '组内 8 个有此数，由大到小第 4',
  );
  expect(await page.locator('main').innerText()).not.toMatch(/NaN|∞|Infinity|undefined|null/);
});

test('without a choice the greatest by spending, and the choice is in the link', async ({ page }) => {
  await open(page, []);
  await expect(page.getByRole('list', { name: '参与对比的部门' }).getByRole('listitem')).toHaveCount(6);
  await expect(page.locator('main')).toContainText('没有选择部门：显示支出最大的 6 个');
  await page.getByRole('link', { name: OFFICE }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: OFFICE })).toBeVisible();
});

test('a group that is too small tells no place', async ({ page }) => {
  await open(page, [OFFICE, CONGRESS], 'peers=region');
  expect((await cells(page, '在同类组中的位置', OFFICE))[0]).toBe('4');
  const cell = row(page, '在同类组中的位置', OFFICE).getByRole('gridcell').nth(1);
  await expect(cell).toHaveText(/–\s*仅 4 个/);
  await expect(cell).toHaveAttribute('title', '组内只有 4 个有此数，少于 5 个：不给位置');
});

test('by keyboard: a part of a bar, a pair class by class, and back by the link', async ({ page }) => {
  await open(page, [OFFICE, CONGRESS]);
  // The marks of the checks redraw the chart.
  await expect(page.locator('p.reconciled a')).toBeVisible({ timeout: 60_000 });
  await page.locator('.parts rect').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(drawer(page)).toContainText('89.45%'); // 793.69 ÷ 887.29
  await page.keyboard.press('Escape');

  const cell = grid(page, '支出结构的相似程度').locator('[data-cell="0:1"]');
  await expect(cell).toHaveAttribute('title', /96%/);
  await cell.focus();
  await page.keyboard.press('Enter');
  const pair = grid(page, `${CONGRESS} 与 ${OFFICE}：逐类占比`);
  // 201: min(85.0 %, 89.5 %) + 208: min(11.0 %, 6.9 %) + 210: min(3.9 %, 3.7 %)
  await expect(pair.getByRole('row').last()).toHaveText(/合计 = 相似度\s*100\.0%\s*100\.0%\s*95\.6%/);
  await page.reload();
  await expect(pair).toBeVisible({ timeout: 45_000 });
  const { violations } = await new AxeBuilder({ page })
    .include('main')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});
