import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { OFFICE, SERVICE, CONGRESS, NORTH, SMART, ofFive } from './five-documents';

// Every figure below was read in the documents by eye: form, row and column stand beside it.

/** Opens the page and waits for the table that this title heads. */
async function open(page: Page, query = '', title = '支出决算表 · 合计'): Promise<void> {
  await page.goto(`#/pivot${ofFive(query)}`);
  await expect(page.getByRole('treegrid', { name: title, exact: true })).toBeVisible({ timeout: 45_000 });
}
const grid = (page: Page) => page.getByRole('treegrid');

/** The cell of a row (its code or name) in the column whose heading begins so. */
async function cell(page: Page, row: string, column: string): Promise<Locator> {
  const heading = grid(page)
    .locator('thead tr')
    .last()
    .getByRole('columnheader')
    .filter({ hasText: new RegExp(`^\\s*${column}`) });
  const index = await heading.first().getAttribute('aria-colindex');
  const head = grid(page)
    .getByRole('rowheader')
    .filter({ hasText: new RegExp(`^\\s*${row}`) });
  return head.first().locator('xpath=..').locator(`[aria-colindex="${index}"]`);
}
/** The text of a cell with plain blanks and without what only screen readers hear. */
async function shows(page: Page, row: string, column: string): Promise<string> {
  const text = await (await cell(page, row, column)).innerText();
  return text.replace(/\s+/g, ' ').trim();
}
const focused = (page: Page) =>
  page.evaluate(() => {
    const { row, column } = (document.activeElement as HTMLElement).dataset;
    return `${row?.split('>').at(-1)}/${column}`;
  });

test.describe('figures of the documents', () => {
  test('公开03: each level as printed, in both layouts', async ({ page }) => {
    await open(page, '?level=3');
    // 临夏市人民政府办公室 2024, 公开03 (万元): 行政运行 740.43, 其他 53.26, 款 793.69, 合计 887.29.
    expect(await shows(page, '2010301', OFFICE)).toBe('740.43');
    expect(await shows(page, '2010399', OFFICE)).toBe('53.26');
    expect(await shows(page, '20103', OFFICE)).toBe('793.69');
    expect(await shows(page, '合计', OFFICE)).toBe('887.29');
    // 安阳市北关区便民服务中心 2023, 公开03 (万元): 事业运行 131.53, 住房公积金 9.15.
    expect(await shows(page, '2010350', NORTH)).toBe('131.53');
    expect(await shows(page, '2210201', NORTH)).toBe('9.15');
    // 临夏市人大常委会办公室 2023, 公开03 (元): 死亡抚恤 337,606.00, 合计 9,772,671.37.
    expect(await shows(page, '2080801', CONGRESS)).toBe('33.76');
    expect(await shows(page, '合计', CONGRESS)).toBe('977.27');
    // 临夏市智慧城市服务中心 2024, 公开03 (万元): 其他城乡社区管理事务支出 185.93; no 201 at all.
    expect(await shows(page, '2120199', SMART)).toBe('185.93');
    expect(await shows(page, '201 ', SMART)).toContain('–');
    // 162.25 + 977.267137 + 198.951308 + 887.29 + 220.06 = 2445.818445
    expect(await shows(page, '合计', '决算')).toBe('2 445.82');
    await expect(page.getByText('合计为各部门之和；2023 与 2024 年部门不同，跨年合计仅供浏览')).toBeVisible();
  });

  test('公开03 项目支出 in 元: printed, blank and absent stay apart', async ({ page }) => {
    await open(page, '?measure=project&level=3&unit=yuan', '支出决算表 · 项目支出');
    // 人大: 人大代表履职能力提升 657,945.00; 208 养老支出 20805 blank; 政务中心: 450,319.84; 安阳: 事业运行 0.00.
    expect(await shows(page, '2010107', CONGRESS)).toBe('657 945.00');
    expect(await shows(page, '2010399', SERVICE)).toBe('450 319.84');
    expect(await shows(page, '2010350', NORTH)).toBe('0.00');
    await expect(await cell(page, '20805', CONGRESS)).toHaveText('表中此栏空白');
    await expect(await cell(page, '2010350', CONGRESS)).toContainText('无此科目');
  });

  test('公开02, 05, 06 and the initial budget', async ({ page }) => {
    await open(page, '?basis=02&measure=fiscal_appropriation', '收入决算表 · 财政拨款收入');
    // 政务中心 公开02: 财政拨款收入 合计 1,989,513.08.
    expect(await shows(page, '合计', SERVICE)).toBe('198.95');
    await open(page, '?basis=05&measure=basic', '一般公共预算财政拨款支出决算表 · 基本支出');
    // 政府办公室 公开05: 基本支出 合计 764.61, 201 671.01.
    expect(await shows(page, '合计', OFFICE)).toBe('764.61');
    expect(await shows(page, '201 ', OFFICE)).toBe('671.01');
    await open(page, '?basis=06&level=3', '一般公共预算财政拨款基本支出决算明细表');
    // 政府办公室 公开06: 公用经费合计 187.57, 302 175.88, 维修（护）费 70.97; 人员经费合计 577.04; the sum is 764.61.
    expect(await shows(page, '公用经费', OFFICE)).toBe('187.57');
    expect(await shows(page, '302 ', OFFICE)).toBe('175.88');
    expect(await shows(page, '30213', OFFICE)).toBe('70.97');
    expect(await shows(page, '合计', OFFICE)).toBe('764.61');
    // 安阳 公开06: 302 is printed as 7.25, its 款 are 2.83+1.71+0.13+1.62+0.59+0.38+1.29 = 8.55.
    const misfit = await cell(page, '302 ', NORTH);
    await expect(misfit).toContainText('≠');
    await expect(misfit).toHaveAttribute('title', /所列 7\.25，下级合计 8\.55，差 1\.30/);
    await open(page, '?basis=05&stage=initial_budget&level=3', '一般公共预算支出 · 年初预算数 · 合计');
    // 五（三）: 安阳 by 项 211.44 and 83.65, so 201 is their sum 295.09; 智慧城市 212 210.73 as printed.
    expect(await shows(page, '2010350', NORTH)).toBe('211.44');
    expect(await shows(page, '201 ', NORTH)).toMatch(/^Σ\s*295\.09/);
    expect(await shows(page, '212 ', SMART)).toBe('210.73');
    expect(await shows(page, '合计', NORTH)).toBe('317.05');
  });

  test('by year: departments are added, one level only', async ({ page }) => {
    await open(page, '?cols=year&level=1');
    // 2023: 162.25 + 977.267137 + 198.951308; 2024: 887.29 + 220.06.
    expect(await shows(page, '合计', '2023')).toBe('1 338.47');
    expect(await shows(page, '合计', '2024')).toBe('1 107.35');
    // 201: 136.53 + 831.057185 + 175.879984; 793.69.
    expect(await shows(page, '201 ', '2023')).toBe('1 143.47');
    expect(await shows(page, '201 ', '2024')).toBe('793.69');
    // (1143.467169 + 793.69) ÷ 2445.818445
    expect(await shows(page, '201 ', '占比')).toBe('79.2%');
  });
});

test('a figure opens where it stands in the document, and the link brings it back', async ({ page }) => {
  await open(page);
  await grid(page).getByRole('rowheader', { name: /20103/ }).click();
  await (await cell(page, '2010301', OFFICE)).click();
  const drawer = page.getByRole('complementary').filter({ hasText: '行政运行（2010301）' });
  await expect(drawer).toContainText('740.43');
  await expect(drawer).toContainText('671.01');
  await page.reload();
  await expect(drawer).toContainText('740.43');
  await expect(await cell(page, '2010301', OFFICE)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
});

test('a computed figure opens the printed figures that it adds', async ({ page }) => {
  await open(
    page,
    '?basis=05&stage=initial_budget&cols=year&level=1',
    '一般公共预算支出 · 年初预算数 · 合计',
  );
  // 2023: 安阳 211.44 + 83.65, 人大 1038.80, 政务中心 180.58.
  expect(await shows(page, '201 ', '2023')).toMatch(/1 514\.47/);
  await (await cell(page, '201 ', '2023')).click();
  const drawer = page.getByRole('complementary').filter({ hasText: '一般公共服务支出（201）' });
  await expect(drawer).toContainText(/1\s514\.47/);
  await expect(drawer).toContainText('211.44');
  await expect(drawer).toContainText('83.65');
});

test.describe('by keyboard alone', () => {
  test('the tree opens, closes and moves as a tree grid does', async ({ page }) => {
    await open(page, '?level=1');
    // The grid is one tab stop: the first row's head.
    await page.getByRole('button', { name: /XLSX/ }).focus();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('201/0');
    const head = grid(page).getByRole('rowheader', { name: /201 / }).first().locator('xpath=..');
    await expect(head).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('ArrowRight');
    await expect(head).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('20103/0');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('2010301/0');
    const item = grid(page).locator('tr', { has: page.locator('[data-row="201>20103>2010301"]') });
    await expect(item).toHaveAttribute('aria-level', '3');
    await expect(item).toHaveAttribute('aria-posinset', '1');
    await expect(item).toHaveAttribute('aria-setsize', '3');
    // Headings take two rows; 201, 20101, 20103 come before.
    await expect(item).toHaveAttribute('aria-rowindex', '6');
    // Columns: 安阳, 人大, 政务中心, then 政府办公室.
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('2010301/4');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('complementary').filter({ hasText: '行政运行（2010301）' })).toContainText(
      '740.43',
    );
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toBe('20103/0');
    await page.keyboard.press('ArrowLeft');
    await expect(grid(page).getByText('2010301')).toBeHidden();
    await page.keyboard.press('Control+End');
    expect(await focused(page)).toMatch(/total\/0$/);
  });

  test('a heading sorts within each parent, and the order is in the link', async ({ page }) => {
    await open(page, '?level=1');
    const codes = async () =>
      (await grid(page).locator('tbody').getByRole('rowheader').allInnerTexts()).map((text) =>
        text.trim().slice(0, 3),
      );
    expect(await codes()).toEqual(['201', '208', '210', '212', '221']);
    await page.locator('[data-row="201"][data-column="1"]').focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    // 安阳: 136.53, 10.81, 9.15, 5.76; no 212.
    expect(await codes()).toEqual(['201', '208', '221', '210', '212']);
    await page.keyboard.press('Enter');
    expect(await codes()).toEqual(['210', '221', '208', '201', '212']);
    await page.reload();
    await expect(grid(page).getByRole('gridcell').first()).toBeVisible();
    expect(await codes()).toEqual(['210', '221', '208', '201', '212']);
    await page.goBack();
    await expect.poll(codes).toEqual(['201', '208', '221', '210', '212']);
  });
});

test('a formula, a comparison and the totals are a few choices away', async ({ page }) => {
  await open(page, '?level=1&cols=department');
  await page.getByRole('button', { name: /^公式/ }).click();
  const name = page.getByRole('textbox', { name: '名称' });
  const formula = page.getByRole('textbox', { name: '公式' });
  await name.fill('民生');
  await formula.fill('208 + 20805');
  await formula.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('20805 已含在 208 内，相加会重复计算');
  await formula.fill('208 + 210 - 20805');
  await formula.press('Enter');
  await page.keyboard.press('Escape');
  // 人大 公开03 (元): 1,076,973.79 + 385,125.73 − 739,367.79 = 722,731.73; 政府办公室 (万元): 61.21 + 32.39 − 61.21.
  await expect.poll(() => shows(page, '民生', CONGRESS)).toMatch(/72\.27/);
  expect(await shows(page, '民生', OFFICE)).toMatch(/32\.39/);
  // 五（三） 安阳: 年初预算 317.05, 决算 162.25 (公开05): 51.2 %.
  await open(
    page,
    '?basis=05&rows=department&cols=year&values=amount.base:initial_budget.execution:initial_budget',
    '一般公共预算财政拨款支出决算表 · 合计',
  );
  expect(await shows(page, NORTH, '年初预算')).toBe('317.05');
  expect(await shows(page, NORTH, '完成')).toBe('51.2%');
});

test('dimensions move by keyboard, and groups of columns close', async ({ page }) => {
  await open(page, '?level=1');
  const field = (label: string) =>
    page.getByRole('listitem').getByRole('button', { name: label, exact: true });
  await field('部门').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page).toHaveURL(/rows=function\.department&?|cols=year/);
  await expect(field('部门')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page).toHaveURL(/cols=department\.year/);
  await page.keyboard.press('Alt+ArrowRight');
  const year = grid(page).locator('thead').getByRole('columnheader', { name: '2024', exact: true }).first();
  await expect(year).toHaveAttribute('aria-expanded', 'true');
  await year.focus();
  await page.keyboard.press('Enter');
  await expect(year).toHaveAttribute('aria-expanded', 'false');
  // 793.69 of 政府办公室; 智慧城市 has no 201.
  await expect(grid(page).locator('[data-row="201"][data-column="4"]')).toHaveText(/793\.69/);
});

test.describe('out of the page', () => {
  test('Ctrl+C copies the table with headings and real numbers, or the selected rectangle', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, '?level=1');
    const copied = async () => {
      await page.keyboard.press('Control+C');
      await expect(page.getByText(/已复制/)).toBeVisible();
      const text = await page.evaluate(() => navigator.clipboard.readText());
      return text.split('\r\n').map((line) => line.split('\t'));
    };
    await page.locator('[data-row="201"][data-column="0"]').focus();
    const all = await copied();
    expect(all).toHaveLength(7);
    expect(all[0]).toEqual([
      '科目编码',
      '科目名称',
      `2023 ${NORTH}（万元）`,
      `2023 ${CONGRESS}（万元）`,
      `2023 ${SERVICE}（万元）`,
      `2024 ${OFFICE}（万元）`,
      `2024 ${SMART}（万元）`,
      '合计 决算（万元）',
      '合计 占比（%）',
    ]);
    // 8,310,571.85 元 and 1,758,799.84 元 of the documents, exact in 万元.
    expect(all[1]!.slice(0, 7)).toEqual([
      '201',
      '一般公共服务支出',
      '136.53',
      '831.057185',
      '175.879984',
      '793.69',
      '–',
    ]);
    await page.locator('[data-row="208"][data-column="1"]').focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    expect(await copied()).toEqual([
      ['科目编码', '科目名称', `2023 ${NORTH}（万元）`, `2023 ${CONGRESS}（万元）`],
      ['208', '社会保障和就业支出', '10.81', '107.697379'],
      ['210', '卫生健康支出', '5.76', '38.512573'],
    ]);
  });

  test('CSV is what is shown, and opens in Excel', async ({ page }) => {
    await open(page, '?level=1&unit=yuan&cols=department&values=amount');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /CSV/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('科目透视-支出决算.csv');
    const text = await readFile(await download.path(), 'utf8');
    expect(text.startsWith('\ufeff科目编码,科目名称,')).toBe(true);
    const lines = text.slice(1).split('\r\n');
    expect(lines[1]).toBe('201,一般公共服务支出,1365300,8310571.85,7936900,1758799.84,–,19371571.69');
    expect(lines[6]!.startsWith(',合计,1622500,9772671.37,8872900,1989513.08,2200600,')).toBe(true);
    expect(text).toContain('合计为各部门之和');
  });
});

test('a form without amounts says so', async ({ page }) => {
  await page.goto(ofFive('#/pivot?basis=07'));
  await expect(page.getByText('所选文件的政府性基金预算财政拨款收入支出决算表没有金额')).toBeVisible({
    timeout: 45_000,
  });
  await expect(grid(page)).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing for assistive technology to stumble over, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, '?level=3');
    const builder = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
    const { violations } = await builder.analyze();
    expect(violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([]);
  });
}
