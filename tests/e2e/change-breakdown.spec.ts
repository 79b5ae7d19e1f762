import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

// Figures as the budgets print them: 中共江苏省委办公厅 2017 and 2018, form B06; 万里街道办事处 2023 and 2024 (万元).

const OFFICE = encodeURIComponent('中共江苏省委办公厅~department~江苏省');
const STREET = encodeURIComponent('上海市普陀区人民政府万里街道办事处~department~上海市普陀区');
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
const marks = (page: Page) => page.locator('.rows rect, .rows circle');
const drawer = (page: Page) => page.getByRole('complementary', { name: '出处' });
const cells = async (page: Page, name: RegExp) =>
  (
    await page
      .getByRole('grid')
      .last()
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name }) })
      .locator('[data-cell]')
      .allInnerTexts()
  ).map(plain);

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`#/change?stage=initial_budget&${query}`);
  await expect(page.getByRole('grid').last()).toBeVisible({ timeout: 45_000 });
}

test('a waterfall by economic class, as published and on one year’s classification', async ({ page }) => {
  await open(page, `by=breakdown&split=economy_1&to=2018&of=${OFFICE}`);
  await expect(marks(page)).toHaveCount(5);
  // 7 308.27 − 3 920.22 = 3 388.05, ÷ 9 964.07 = 34.00 %
  expect((await cells(page, /工资福利支出/)).slice(1)).toEqual([
    '3 920.22',
    '7 308.27',
    '+3 388.05',
    '+86.4%',
    '+34.00%',
  ]);
  await page.getByRole('button', { name: '科目口径' }).click();
  await page.getByRole('option', { name: '统一按 2018 年' }).click();
  // 3 920.22 + 621.28 of 住房公积金; 7 308.27 − 63.36 of 医疗费, which compares with 30307 alone
  await expect(page).toHaveURL(/basis=to/);
  await expect
    .poll(async () => (await cells(page, /工资福利支出/)).slice(1, 4))
    .toEqual(['4 541.50', '7 244.91', '+2 703.41']);
  await expect(page.locator('main')).toContainText('30312');
});

test('reasons stand beside their bars, and a bar opens its evidence by keyboard', async ({ page }) => {
  await open(page, `by=breakdown&split=function_3&to=2024&of=${STREET}`);
  await marks(page).first().focus();
  await page.keyboard.press('ArrowDown');
  // 5 421.24 − 4 992.71
  await expect(marks(page).nth(1)).toBeFocused();
  await expect(marks(page).nth(1)).toHaveAttribute('aria-label', /其他城乡社区管理事务支出经费增加/);
  await page.keyboard.press('Enter');
  await expect(drawer(page)).toContainText('+428.53');
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toHaveCount(0);
  // The document says 减少2.98% of the outturn, and gives 经费增加 as the reason.
  await expect(page.locator('.rows rect[aria-label*="2013302"]')).toHaveAttribute('aria-label', /⚑/);
  expect(await page.locator('main').innerText()).not.toMatch(/NaN|∞|Infinity|undefined|null/);
});

test('a final account alone is divided by nature, last year as its sentences tell it', async ({ page }) => {
  const congress = encodeURIComponent('临夏市人民代表大会常务委员会办公室~department~临夏市');
  await page.goto(`#/change?by=breakdown&of=${congress}`);
  await expect(page.getByRole('grid').last()).toBeVisible({ timeout: 45_000 });
  // 677.16 − 860.17; 84.94 − 168.11; what is left of 2022 is 0.01, within its rounding
  expect((await cells(page, /^人员经费/)).slice(1, 4)).toEqual(['≈ 推算 860.17', '677.16', '−183.01']);
  expect((await cells(page, /其余/))[4]).toContain('上年近 0');
});

test('all years: small multiples, slope, table, and their points by keyboard', async ({ page }) => {
  await open(page, `by=series&split=economy_1&of=${OFFICE}`);
  await expect(marks(page)).toHaveCount(9);
  expect((await cells(page, /工资福利支出/)).slice(1)).toEqual([
    '3 920.22',
    '7 308.27',
    '8 300.32',
    '+4 380.10',
    '+111.7%',
  ]);
  await page.getByText('斜率', { exact: true }).click();
  await expect(marks(page)).toHaveCount(6);
  await marks(page).first().focus();
  await page.keyboard.press('Enter');
  await expect(drawer(page)).toContainText('3 920.22');
});
