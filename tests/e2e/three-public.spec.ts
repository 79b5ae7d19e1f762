import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { OFFICE, SERVICE, CONGRESS, NORTH, SMART, ofFive } from './five-documents';

// Every figure below was read in form 09 and in 九 of the documents, 万元 unless 元.

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
const bars = (page: Page) => page.locator('.rows rect');
const tree = (page: Page) => page.getByRole('treegrid', { name: '按部门和项目' });
const drawer = (page: Page) => page.getByRole('complementary', { name: '出处' });
const id = (region: string, department: string, year: number) =>
  `${region}-${department}-${year}-final_account`;
const DOCUMENTS: Record<string, string> = {
  [OFFICE]: id('临夏市', OFFICE, 2024),
  [SERVICE]: id('临夏市', SERVICE, 2023),
  [CONGRESS]: id('临夏市', CONGRESS, 2023),
  [NORTH]: id('安阳市北关区', NORTH, 2023),
  [SMART]: id('临夏市', SMART, 2024),
};

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`#/three-public${ofFive(query)}`);
  await expect(tree(page)).toBeVisible({ timeout: 45_000 });
}
/** The figures of a department's 合计 (no component) or of one of its components, as shown. */
async function figures(page: Page, department: string, component = ''): Promise<string[]> {
  const key = [DOCUMENTS[department], component].filter(Boolean).join(' ');
  const cells = tree(page).locator(`td[data-row="${key}"]`);
  await expect(cells).toHaveCount(8);
  return (await cells.allInnerTexts()).map(plain);
}
const cell = (page: Page, department: string, component: string, column: number) =>
  tree(page).locator(
    `[data-row="${[DOCUMENTS[department], component].filter(Boolean).join(' ')}"][data-column="${column}"]`,
  );

test('budget, final, control rate and last year by component', async ({ page }) => {
  await open(page);
  // 31.00, 6.00; 较上年增加 0.53: 5.47
  expect(await figures(page, OFFICE)).toEqual(['31.00', '6.00', '19.4%', '≈5.47', '+0.53', '+9.7%', '', '']);
  expect(await figures(page, OFFICE, 'SG1')).toEqual([
    '25.00',
    '0.00',
    '0.0%',
    '≈0.00',
    '持平',
    '–',
    '0 个团组 · 0 人',
    '',
  ]);
  expect((await figures(page, OFFICE, 'SG22')).slice(0, 3)).toEqual(['6.00', '6.00', '100.0%']);
  // 80,000.00元, 22,746.85元
  expect((await figures(page, CONGRESS)).slice(0, 6)).toEqual([
    '8.00',
    '2.27',
    '28.4%',
    '≈2.36',
    '−0.09',
    '−3.6%',
  ]);
  // 50,000.00元, 11,680.00元; 8 批次 146 人: 80 元 each
  expect(await figures(page, CONGRESS, 'SG3')).toEqual([
    '5.00',
    '1.17',
    '23.4%',
    '≈0.07',
    '+1.10',
    '≈+1 568.6%',
    '8 批次 · 146 人',
    '80 / 人',
  ]);
  // 11,066.85元 over 2 vehicles
  expect((await figures(page, CONGRESS, 'SG22')).slice(6)).toEqual(['保有 2 辆', '5 533 / 辆']);
});

test('the sums above', async ({ page }) => {
  await open(page);
  const kpis = (await page.locator('dl.kpis dd').allInnerTexts()).map(plain);
  expect(kpis).toEqual([
    '39.39 万元 · 5 份决算', // 31.00 + 8.00 + 0.39
    '8.32 万元 · 比预算 −31.07', // 6.00 + 2.274685 + 0.05
    '21.1% 5 份决算',
    '+0.44 万元 · +5.7% · 3 份有上年数', // 6.00 + 2.274685 + 0.00 − 5.47 − 2.36
    '1 共 5 份',
  ]);
});

test('form 09 wins over the narrative, and both are shown', async ({ page }) => {
  await open(page);
  expect((await figures(page, NORTH, 'SG3')).slice(0, 3)).toEqual(['⚑0.39', '⚑0.05', '12.8%']);
  await expect(cell(page, NORTH, 'SG3', 2)).toHaveAttribute(
    'title',
    /公开09表为 0\.05，情况说明为 0\.00 万元/,
  );
  await cell(page, NORTH, 'SG3', 2).click();
  await expect(drawer(page)).toContainText('文表不一致');
  await expect(drawer(page)).toContainText('0.00 万元');
});

test('0.00, an empty form and a blank cell are told apart', async ({ page }) => {
  await open(page);
  expect(await figures(page, SERVICE)).toEqual([
    '0.00',
    '0.00',
    '–',
    '–',
    '–',
    '–',
    '公开09表全部为 0.00',
    '',
  ]);
  expect(await figures(page, SMART)).toEqual([
    '※0.00',
    '※0.00',
    '–',
    '≈0.00',
    '持平',
    '–',
    '公开09表为空表',
    '',
  ]);
  await expect(cell(page, SMART, '', 7)).toHaveAttribute('title', /财政未保障我单位“三公”经费/);
  await expect(cell(page, SERVICE, '', 3)).toHaveAttribute('title', /均为 0，控制率不计算/);
  // The office leaves 决算 of 购置 and 接待 blank in form 09; its narrative says 0.
  expect((await figures(page, OFFICE, 'SG21')).slice(0, 3)).toEqual(['0.00', '※0.00', '–']);
  expect(await page.locator('main').innerText()).not.toMatch(/NaN|∞|Infinity|undefined|null/);
});

test('money that does not go with its counts is told', async ({ page }) => {
  await open(page);
  const list = page.locator('section').filter({ hasText: '需要核实' }).getByRole('listitem');
  await expect(list).toHaveCount(2);
  await expect(list.first()).toContainText('全年预算：表 0.39，说明 0.00；支出决算：表 0.05，说明 0.00');
  await expect(list.last()).toContainText('有支出 0.05 万元，数量却写为 0：国内接待批次 0、国内接待人数 0');
  // `0 个团组，人`: the number of persons is missing.
  expect((await figures(page, CONGRESS, 'SG1'))[6]).toBe('0 个团组 · 人数未填');
});

test('bars: components with money, click and Enter open the drawer with the counts', async ({ page }) => {
  await open(page);
  const names = await bars(page).evaluateAll((all) => all.map((bar) => bar.getAttribute('aria-label') ?? ''));
  expect(names.map((name) => plain(name).split(' ').slice(0, 4).join(' '))).toEqual([
    `${OFFICE} 2024 · 因公出国（境）费`,
    `${OFFICE} 2024 · 公务用车运行维护费`,
    `${CONGRESS} 2023 · 公务用车运行维护费`,
    `${CONGRESS} 2023 · 公务接待费`,
    `${NORTH} 2023 · 公务接待费`,
  ]);
  // The marks of the checks redraw the chart.
  await expect(page.locator('p.reconciled a')).toBeVisible({ timeout: 60_000 });
  await bars(page).first().focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect(drawer(page)).toContainText('23.36%');
  await expect(drawer(page)).toContainText('国内接待人数');
  await expect(drawer(page)).toContainText('146');
  await page.reload();
  await expect(drawer(page)).toContainText('23.36%', { timeout: 45_000 });
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toHaveCount(0);
});

test('the tree by keyboard; folding and order are in the link', async ({ page }) => {
  await open(page);
  await cell(page, SERVICE, '', 0).focus();
  await page.keyboard.press('ArrowRight');
  await expect(tree(page).locator(`td[data-row="${DOCUMENTS[SERVICE]} SG3"]`)).toHaveCount(8);
  await expect(page).toHaveURL(/fold=/);
  await page.reload();
  await expect(tree(page).locator(`td[data-row="${DOCUMENTS[SERVICE]} SG3"]`)).toHaveCount(8, {
    timeout: 45_000,
  });
  await tree(page).getByRole('columnheader', { name: '控制率' }).click();
  const order = () =>
    tree(page)
      .locator('th[aria-colindex="1"][data-column="0"]')
      .evaluateAll((all) => all.map((head) => head.textContent ?? '').filter((text) => /\d{4}/.test(text)));
  // 28.4, 19.4, 12.8 %, then those without a rate
  expect((await order()).slice(0, 3).map((text) => plain(text).replace(/^\d{4} ?/, ''))).toEqual([
    CONGRESS,
    OFFICE,
    NORTH,
  ]);
  await expect(page).toHaveURL(/sort=-rate/);
  await cell(page, CONGRESS, '', 1).focus();
  await page.keyboard.press('Enter');
  await expect(drawer(page)).toContainText('80,000.00');
});

test('units, English and the filter', async ({ page }) => {
  await open(page, '?unit=yuan');
  expect((await figures(page, CONGRESS)).slice(0, 2)).toEqual(['80 000.00', '22 746.85']);
  await page.goto(ofFive('#/three-public?year=2024&lang=en'));
  await expect(page.getByRole('treegrid', { name: 'By department and component' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '“Three public” expenses', exact: true })).toBeVisible();
  await expect(bars(page)).toHaveCount(2);
});

test('chart and tables leave as files', async ({ page }) => {
  await open(page);
  const save = async (figure: number, name: string) => {
    const download = page.waitForEvent('download');
    await page.locator('figure').nth(figure).getByRole('button', { name }).click();
    const file = await download;
    return readFile(await file.path());
  };
  const svg = (await save(0, 'SVG')).toString();
  for (const piece of ['预算与决算', '公务接待费', '1.17 / 5.00', '全年预算', '来源', '公开09表为空表']) {
    expect(svg).toContain(piece);
  }
  expect(svg).not.toContain('var(--');
  expect((await save(0, 'PNG')).subarray(1, 4).toString()).toBe('PNG');
  const csv = await save(1, 'CSV');
  expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = csv.toString('utf8').split(/\r?\n/);
  const reception = lines.find((line) => line.includes(CONGRESS) && line.includes(',SG3,'))!;
  for (const piece of ['1.168', '23.36', '8 批次 · 146 人']) expect(reception).toContain(piece);
  const north = lines.find((line) => line.includes(NORTH) && line.includes(',SG3,'))!;
  for (const piece of ['0.39', '0.05', '情况说明为 0']) expect(north).toContain(piece);
  expect((await save(4, 'CSV')).toString('utf8')).toContain('146');
});

test('accessible by the rules of WCAG 2.2 AA', async ({ page }) => {
  await open(page);
  const { violations } = await new AxeBuilder({ page })
    .include('main')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
});

test('only down, weight and rank: figures of forms 05, 09 and of budget form 09', async ({ page }) => {
  await page.goto('#/three-public');
  const down = page.getByRole('grid', { name: '“只减不增”：“三公”经费合计' });
  await expect(down).toBeVisible({ timeout: 45_000 });
  const line = (name: string) => down.getByRole('row').filter({ hasText: name });
  // 22.91, 47.91, 37.91
  await expect(line('万里街道办事处')).toHaveText(/22\.91\s*2023\s*37\.91\s*2025.*▲ 有增加：2023→2024/s);
  // 584.35, 484.30, 418.26
  await expect(line('江苏省人民检察院')).toHaveText(/584\.35\s*2017\s*418\.26\s*2019.*✓ 只减不增/s);
  const rank = page
    .getByRole('grid', { name: '“三公”经费的分量与排位' })
    .getByRole('row')
    .filter({ hasText: OFFICE });
  // 6.00 ÷ 764.61, ÷ 187.57, ÷ 49
  await expect(rank).toHaveText(/6\.00.*0\.78%.*3\.20%.*0\.12.*49/s);
});
