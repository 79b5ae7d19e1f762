import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { OFFICE, SERVICE, CONGRESS, NORTH, SMART, ofFive } from './five-documents';

// Every figure below was read in the documents.

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`#/overview${ofFive(query)}`);
  await expect(page.getByRole('grid', { name: '主要合计' })).toBeVisible({ timeout: 45_000 });
}
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
const drawer = (page: Page) => page.getByRole('complementary', { name: '出处' });
const totals = (page: Page, department: string) =>
  page.getByRole('grid', { name: '主要合计' }).getByRole('row').filter({ hasText: department });

test('departments × years: the forms found in each', async ({ page }) => {
  await open(page);
  const matrix = page.getByRole('grid', { name: '各部门公开的报表' });
  await expect(matrix.getByRole('row')).toHaveCount(6);
  /** Short names of the forms in a state. */
  const forms = async (department: string, state: string) => {
    const marks = matrix.getByRole('row').filter({ hasText: department }).getByRole('listitem');
    const texts = await marks.allTextContents();
    return texts.filter((text) => text.includes(state)).map((text) => text.trim().slice(0, 2));
  };
  // 政务中心: 07 is a table of blanks without a word under it, 08 one 0.00, 09 twelve zeros.
  expect(await forms(SERVICE, '没有说明')).toEqual(['07']);
  expect(await forms(SERVICE, '全部为 0')).toEqual(['08', '09']);
  // 智慧城市: 07, 08 and 09 are published empty, with a note.
  expect(await forms(SMART, '注明没有数据')).toEqual(['07', '08', '09']);
  expect(await forms(NORTH, '注明没有数据')).toEqual(['07', '08']);
  expect(await forms(CONGRESS, '有数据，')).toEqual(
    expect.arrayContaining(['01', '02', '03', '04', '05', '06', '09']),
  );
  for (const department of [SERVICE, SMART, NORTH, CONGRESS, OFFICE]) {
    expect(await forms(department, '没有这张表')).toEqual([]);
  }
  // 临夏市政务中心 is of 2023 alone, printed in 元; 政府办公室 of 2024, in 万元.
  const cells = (department: string) =>
    matrix.getByRole('row').filter({ hasText: department }).locator('[data-cell]');
  await expect(cells(SERVICE).nth(0)).toContainText('元表');
  await expect(cells(SERVICE).nth(1)).toHaveText('未载入');
  await expect(cells(OFFICE).nth(0)).toHaveText('未载入');
  await expect(cells(OFFICE).nth(1)).toContainText('万元表');
});

test('key totals of each document and their sum', async ({ page }) => {
  await open(page);
  const figures = async (department: string) =>
    (await totals(page, department).locator('[data-cell]').allInnerTexts()).slice(2, 6).map(plain);
  // 公开01 本年收入合计, 本年支出合计; 公开05 合计; 公开09 决算数 合计
  expect(await figures(CONGRESS)).toEqual(['977.27', '977.27', '977.27', '2.27']);
  expect(await figures(OFFICE)).toEqual(['887.29', '887.29', '887.29', '6.00']);
  expect(await figures(SERVICE)).toEqual(['198.95', '198.95', '198.95', '0.00']);
  expect(await figures(NORTH)).toEqual(['162.25', '162.25', '162.25', expect.stringMatching(/^⚑.*0\.05$/)]);
  // 2.274685 + 6.00 + 0.00 + 0.00 + 0.05
  expect(await figures('2023–2024')).toEqual(['2 445.82', '2 445.82', '2 445.82', '8.32']);
});

test('one click from a total to its source, and Esc back', async ({ page }) => {
  await open(page);
  await totals(page, SERVICE).locator('[data-cell]').nth(4).click();
  await expect(drawer(page)).toContainText('198.95');
  await expect(drawer(page)).toContainText('公开05表');
  await expect(drawer(page)).toContainText('1,989,513.08');
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toBeHidden();
  // 安阳: 公开09 prints 0.05, the narrative 0.00.
  await totals(page, NORTH).locator('[data-cell]').nth(5).click();
  await expect(drawer(page)).toContainText('文表不一致');
});

test('the sums above have their sources too', async ({ page }) => {
  await open(page);
  await page.locator('dl.kpis').getByRole('button', { name: '8.32' }).click();
  await expect(drawer(page)).toContainText('8.32');
  await expect(drawer(page)).toContainText('公开09表');
});

test('the ways into the analyses carry their figures and the filter', async ({ page }) => {
  await open(page, '?year=2023');
  const ways = page.getByRole('navigation', { name: '从这里开始' });
  // (198.951308 + 162.25 + 977.267137) ÷ (202.34 + 317.05 + 1220.67) = 76.9 %; 安阳 51.2 %
  await expect(ways).toContainText('总体完成年初预算 76.9%，最低 51.2%');
  await expect(ways.getByRole('link')).toHaveCount(4);
  await ways.getByRole('link', { name: /预决算执行/ }).click();
  await expect(page).toHaveURL(/#\/execution\?year=2023/);
  await expect(page.getByRole('heading', { level: 1, name: '预决算执行' })).toBeVisible();
});

test('支出结构: parts by keyboard, their evidence, and the picture with its data', async ({ page }) => {
  await open(page);
  const chart = page.locator('figure').filter({ has: page.getByRole('heading', { name: '支出结构' }) });
  const part = chart.getByRole('button', { name: new RegExp(`${SMART} 2024 城乡社区支出 84.5%`) }); // 185.93 ÷ 220.06
  await expect(part).toBeVisible();
  await chart.getByRole('button', { name: new RegExp(`${CONGRESS} 2023 一般公共服务支出 85.0%`) }).focus(); // 831.06 ÷ 977.27
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(drawer(page)).toContainText('社会保障和就业支出（208）');
  await expect(drawer(page)).toContainText('107.70'); // 1,076,973.79 元
  // The chart is drawn again for the narrower page; the focus stays where it was.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''))
    .toContain('社会保障和就业支出');
  const download = page.waitForEvent('download');
  await chart.getByRole('button', { name: /CSV/ }).click();
  const text = (await readFile(await (await download).path())).toString('utf8');
  expect(text).toContain(`${NORTH},2023,221,住房保障支出,9.15,5.6394`); // 9.15 ÷ 162.25
  const picture = page.waitForEvent('download');
  await chart.getByRole('button', { name: /SVG/ }).click();
  const svg = (await readFile(await (await picture).path())).toString('utf8');
  expect(svg).toContain('城乡社区 84.5%');
  expect(svg).not.toMatch(/var\(|light-dark/);
});

test('基本支出与项目支出 follows the unit', async ({ page }) => {
  await open(page, '?unit=yuan');
  const chart = page
    .locator('figure')
    .filter({ has: page.getByRole('heading', { name: '基本支出与项目支出' }) });
  // 政务中心 公开03: 基本 1,539,193.24, 项目 450,319.84
  await expect(
    chart.getByRole('button', { name: new RegExp(`${SERVICE} 2023 项目支出 22\\.6%`) }),
  ).toBeVisible();
  await expect(chart).toContainText('1 989 513.08');
});

test('an unknown department: what to do is said', async ({ page }) => {
  await page.goto(ofFive('#/overview?dept=不存在'));
  await expect(page.getByText('没有符合筛选的数据')).toBeVisible({ timeout: 45_000 });
  await page.getByRole('main').getByRole('button', { name: '清除筛选' }).last().click();
  await expect(page.getByRole('grid', { name: '主要合计' })).toBeVisible();
});

for (const [scheme, width] of [
  ['light', 1440],
  ['dark', 1440],
  ['light', 768],
] as const) {
  test(`axe finds nothing: ${scheme}, ${width} px`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 1000 });
    await open(page);
    await expect(page.getByRole('heading', { name: '支出结构' })).toBeVisible();
    const results = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(
      results.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`),
    ).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
