import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { drawer, grid, open, plain, row } from './execution-page';
import { OFFICE, SERVICE, CONGRESS, NORTH, SMART, ofFive } from './five-documents';

// Every figure below was read in the documents and divided by hand; the amounts stand beside it (万元 unless 元).

const departments = (page: Page) => grid(page).locator('tbody th .text').allInnerTexts();
const kpis = async (page: Page) =>
  (await page.locator('dl.kpis dd').allInnerTexts()).map((text) => plain(text));

test.describe('against the initial budget', () => {
  test('rates are 公开05 ÷ 五（三）, the lowest first', async ({ page }) => {
    await open(page);
    expect(await departments(page)).toEqual([NORTH, CONGRESS, SMART, SERVICE, OFFICE]);
    // 201 136.53 ÷ (211.44 + 83.65); 208 10.81 ÷ (1.76 + 6.80); 210 5.76 ÷ (3.20 + 3.00); 221 9.15 ÷ 7.20;
    // 合计 162.25 ÷ 317.05
    expect(await row(page, NORTH)).toEqual(['46.3', '126.3', '92.9', '–', '127.1', '51.2']);
    // 8,310,571.85元 ÷ 1038.80; 1,076,973.79元 ÷ 119.62; 385,125.73元 ÷ 62.25; 9,772,671.37元 ÷ 1220.67
    expect(await row(page, CONGRESS)).toEqual(['80.0', '90.0', '61.9', '–', '–', '80.1']);
    // 22.41 ÷ 22.33; 11.71 ÷ 11.68; 185.93 ÷ 210.73; 220.06 ÷ 244.74; no 201
    expect(await row(page, SMART)).toEqual(['–', '100.4', '100.3', '88.2', '–', '89.9']);
    // 1,758,799.84元 ÷ 180.58; 151,227.84元 ÷ 14.26; 79,485.40元 ÷ 7.50; 1,989,513.08元 ÷ 202.34
    expect(await row(page, SERVICE)).toEqual(['97.4', '106.1', '106.0', '–', '–', '98.3']);
    // 793.69, 61.21, 32.39, 887.29: budget and final alike
    expect(await row(page, OFFICE)).toEqual(['100.0', '100.0', '100.0', '–', '–', '100.0']);
  });

  test('the figures above it', async ({ page }) => {
    await open(page);
    expect(await kpis(page)).toEqual([
      '2 872.09 万元', // 202.34 + 317.05 + 887.29 + 244.74 + 1220.67
      '2 445.82 万元', // 198.951308 + 162.25 + 887.29 + 220.06 + 977.267137
      '85.2% 中位数 89.9%', // 2445.818445 ÷ 2872.09; the middle one is 智慧城市
      '4 共 16 个科目 · 部门', // 46.3, 126.3, 127.1, 61.9; 80.0 is 80.0017
    ]);
    await page.getByRole('radio', { name: '元', exact: true }).check({ force: true });
    expect((await kpis(page))[0]).toBe('28 720 900.00 元');
  });

  test('medians of the classes are the last row', async ({ page }) => {
    await open(page);
    // 201: (80.0017 + 97.3973) ÷ 2; 208: 106.05 and 100.36 around … of five 100.36; 210: of five 100.00
    const foot = await grid(page).locator('tfoot td').allInnerTexts();
    expect(foot.map(plain)).toEqual(['88.7', '100.4', '100.0', '88.2', '127.1', '89.9']);
  });

  test('signs: added-up budgets, contradictions, a doubtful budget, no subject', async ({ page }) => {
    await open(page);
    const cell = (r: number, c: number) => grid(page).locator(`[data-cell="${r}:${c}"]`);
    await expect(cell(0, 0)).toContainText('Σ');
    await expect(cell(0, 0)).toContainText('⚑');
    await expect(cell(0, 0)).toHaveAttribute(
      'title',
      /说明称“事业运行”决算 136\.53 万元，公开05表为 131\.53 万元，差 5\.00 万元/,
    );
    await expect(cell(0, 1)).toContainText('Σ');
    await expect(cell(1, 0)).not.toContainText('Σ');
    await expect(cell(0, 3)).toHaveAttribute('title', /该文件没有这一科目/);
    // 五（三） gives 887.29 as the initial budget, the self-evaluation 1002.19.
    const office = grid(page).getByRole('rowheader').filter({ hasText: OFFICE });
    await expect(office).toContainText('⚑');
    await expect(office).toContainText('说明的年初预算为 887.29 万元，绩效自评为 1 002.19 万元');
    await expect(grid(page).getByRole('rowheader').filter({ hasText: SERVICE })).not.toContainText('⚑');
  });

  test('the table below has the same cells with the stated reasons, the widest deviation first', async ({
    page,
  }) => {
    await open(page);
    const table = page.getByRole('grid', { name: '各科目明细' });
    const first = table.locator('tbody tr').first();
    await expect(first).toContainText(NORTH);
    for (const text of [
      '295.09',
      '136.53',
      '−158.56',
      '46.3%',
      '其他政府办公厅（室）及相关机构事务支出：2023 年度未及时支付项目款',
    ]) {
      await expect(first).toContainText(text);
    }
    await expect(table.locator('tbody tr')).toHaveCount(16);
    await table.getByRole('button', { name: /差额/ }).click();
    await expect(page).toHaveURL(/table=-difference/);
    // 65.03 is nobody's: the largest surplus is 10.81 − 8.56 = +2.25, of 安阳's 208.
    await expect(table.locator('tbody tr').first()).toContainText('+2.25');
  });
});

test.describe('against the adjusted budget', () => {
  test('only the 合计 has one; the classes say so', async ({ page }) => {
    await open(page, '?basis=adjusted_budget&sort=name');
    const totals = async (department: string) => (await row(page, department)).at(-1);
    expect(await totals(NORTH)).toBe('100.0'); // 162.25 ÷ 162.25
    expect(await totals(SMART)).toBe('84.7'); // 220.06 ÷ 259.86
    expect(await totals(OFFICE)).toBe('92.2'); // 887.29 ÷ 962.47
    expect(await totals(CONGRESS)).toBe('80.1'); // 977.267137 ÷ 1220.67, printed as 预算数
    expect(await totals(SERVICE)).toBe('99.5'); // 198.951308 ÷ (153.92 + 46)
    expect((await row(page, OFFICE)).slice(0, 3)).toEqual(['缺预算', '缺预算', '缺预算']);
    const cell = grid(page).getByRole('row').filter({ hasText: OFFICE }).locator('td').first();
    await expect(cell).toHaveAttribute('title', /全年预算数只公布到部门合计/);
  });

  test('the overall rate and what it leaves out', async ({ page }) => {
    await open(page, '?basis=adjusted_budget');
    const [budget, final, rate, wide] = await kpis(page);
    expect(budget).toBe('2 805.17 万元'); // 162.25 + 259.86 + 962.47 + 1220.67 + 199.92
    expect(final).toBe('2 445.82 万元');
    expect(rate).toBe('87.2% 中位数 92.2%');
    expect(wide).toBe('0 共 5 个部门 · 年度'); // 80.06 is 19.94 points off
  });
});

test.describe('evidence', () => {
  test('arrows move, Enter opens what the rate is made of, Esc closes', async ({ page }) => {
    await open(page);
    const at = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset['cell']);
    await grid(page).locator('[data-cell]').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('End');
    expect(await at()).toBe('1:5');
    await page.keyboard.press('Control+Home');
    expect(await at()).toBe('0:0');
    await page.keyboard.press('Enter');
    const text = drawer(page);
    await expect(text).toContainText('46.27%');
    await expect(text.getByRole('heading', { name: '一般公共服务支出（201）' })).toBeVisible();
    await expect(text).toContainText(`${NORTH} · 2023`);
    for (const figure of ['295.09 万元', '136.53 万元', '−158.56 万元', '211.44', '83.65', '88.7%']) {
      await expect(text).toContainText(figure);
    }
    await expect(text).toContainText('2023 年度未及时支付项目款');
    await expect(text).toContainText('文表不一致');
    await expect(text).toContainText('差 5.00 万元');
    await expect(grid(page).locator('[data-cell="0:0"]')).toHaveAttribute('aria-selected', 'true');
    expect(await at()).toBe('0:0');
    await page.keyboard.press('Escape');
    await expect(text).toBeHidden();
  });

  test('a cell without a subject opens nothing', async ({ page }) => {
    await open(page);
    await grid(page).locator('[data-cell="0:3"]').click();
    await expect(drawer(page)).toBeHidden();
  });

  test('the adjusted budget shows the figure of the table, not the other one of the report', async ({
    page,
  }) => {
    await open(page, '?basis=adjusted_budget');
    await grid(page).getByRole('row').filter({ hasText: OFFICE }).locator('[data-cell]').last().click();
    await expect(drawer(page)).toContainText('92.19%');
    await expect(drawer(page)).toContainText('962.47 万元');
  });
});

test.describe('the link', () => {
  test('holds budget, order and filter through reload, back and forward', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: /预算口径/ }).click();
    await page.getByRole('option', { name: /全年预算数/ }).click();
    await expect(page).toHaveURL(/basis=adjusted_budget/);
    await page.getByRole('button', { name: /排序/ }).click();
    await page.getByRole('option', { name: '决算数 ↓' }).click();
    await expect(page).toHaveURL(/sort=-money/);
    const byMoney = [CONGRESS, OFFICE, SMART, SERVICE, NORTH]; // 977.27 887.29 220.06 198.95 162.25
    await expect.poll(() => departments(page)).toEqual(byMoney);
    await page.reload();
    await expect(grid(page)).toBeVisible({ timeout: 45_000 });
    expect(await departments(page)).toEqual(byMoney);
    await page.goBack();
    await expect(grid(page)).toHaveAccessibleName('完成年初预算的比例');
    await page.goForward();
    await expect(grid(page)).toHaveAccessibleName('完成全年预算的比例');
  });

  test('shows one year, or says that nothing matches and what to do', async ({ page }) => {
    await open(page, '?year=2024');
    expect(await departments(page)).toEqual([SMART, OFFICE]);
    expect((await kpis(page))[0]).toBe('1 132.03 万元'); // 887.29 + 244.74
    await page.goto(ofFive('#/execution?year=2023&dept=不存在'));
    await expect(page.getByText('没有符合筛选的数据')).toBeVisible();
    await page.getByRole('main').getByRole('button', { name: '清除筛选' }).last().click();
    await expect.poll(() => departments(page)).toEqual(expect.arrayContaining([SMART, OFFICE]));
  });

  test('sorts by name', async ({ page }) => {
    await open(page, '?sort=name');
    // an yang …, lin xia shi: ren min dai biao, ren min zheng fu, zheng wu, zhi hui
    expect(await departments(page)).toEqual([NORTH, CONGRESS, OFFICE, SERVICE, SMART]);
  });
});

test.describe('what leaves the page', () => {
  async function saved(page: Page, button: RegExp): Promise<{ name: string; bytes: Buffer }> {
    const tools = page.locator('figure').filter({ hasText: '完成年初预算的比例' }).first();
    const download = page.waitForEvent('download');
    await tools.getByRole('button', { name: button }).click();
    const file = await download;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  }

  test('CSV: BOM, header with units, exact figures, remarks', async ({ page }) => {
    await open(page);
    const { name, bytes } = await saved(page, /CSV/);
    expect(name).toBe('预决算执行-年初预算数.csv');
    const text = bytes.toString('utf8');
    expect(
      text.startsWith(
        '\ufeff地区,部门,口径,年度,科目代码,科目,预算数（万元）,支出决算数（万元）,差额（万元）,完成率（%）',
      ),
    ).toBe(true);
    const lines = text.split('\r\n');
    expect(lines.find((line) => line.includes(`${SERVICE},`) && line.includes(',201,'))).toContain(
      '201,一般公共服务支出,180.58,175.879984,-4.700016,97.3973,88.6995', // (80.0017 + 97.3973) ÷ 2
    );
    expect(lines.filter((line) => /,20\d\d,/.test(line))).toHaveLength(21); // 16 classes and 5 合计
  });

  test('SVG and PNG: title, unit, source, all rows', async ({ page }) => {
    await open(page);
    const svg = (await saved(page, /SVG/)).bytes.toString('utf8');
    for (const text of [
      '完成年初预算的比例',
      '安阳市北关区便民服务中心',
      '>46.3<',
      '>同级科目中位数<',
      '来源：公开05表',
      '>150%<',
    ]) {
      expect(svg).toContain(text);
    }
    expect(svg).not.toMatch(/var\(|light-dark|class=/);
    const { name, bytes } = await saved(page, /PNG/);
    expect(name).toBe('预决算执行-年初预算数.png');
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(1600); // twice the page's width
  });
});

test.describe('for everybody', () => {
  for (const [scheme, width] of [
    ['light', 1440],
    ['dark', 1440],
    ['light', 768],
  ] as const) {
    test(`axe finds nothing: ${scheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 1000 });
      await open(page);
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

  test('in English', async ({ page }) => {
    await page.goto(ofFive('#/execution?lang=en'));
    const heatmap = page.getByRole('grid', { name: 'Share of the initial budget carried out' });
    await expect(heatmap).toBeVisible({ timeout: 45_000 });
    await expect(page.getByRole('heading', { level: 1, name: 'Execution' })).toBeVisible();
    expect((await kpis(page))[0]).toBe('2,872.09 10k yuan');
  });
});
