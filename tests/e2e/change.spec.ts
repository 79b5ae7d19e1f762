import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { OFFICE, SERVICE, CONGRESS, NORTH, SMART, ofFive } from './five-documents';

// Every figure below was read in the documents; last year's are final − change as the sentences give them (万元).

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
const bars = (page: Page) => page.locator('.rows rect');
const table = (page: Page) => page.getByRole('grid').last();
const drawer = (page: Page) => page.getByRole('complementary', { name: '出处' });

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`#/change${ofFive(query)}`);
  await expect(page.getByRole('grid').first()).toBeVisible({ timeout: 45_000 });
}
/** The row of a department or item, as its cells' texts. */
async function row(page: Page, name: string): Promise<string[]> {
  const cells = table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) })
    .locator('[data-cell]');
  return (await cells.allInnerTexts()).map(plain);
}
async function text(download: Promise<Download>): Promise<{ name: string; bytes: Buffer }> {
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test.describe('by department', () => {
  test('bars are ranked by value, with amount and rate at their ends', async ({ page }) => {
    await open(page);
    await expect(bars(page)).toHaveCount(5);
    const names = await bars(page).evaluateAll((all) =>
      all.map((bar) => bar.getAttribute('aria-label') ?? ''),
    );
    expect(
      names.map((name) =>
        plain(name)
          .slice(0, name.indexOf('上年') - 1)
          .replace(/ · 一般公共预算财政拨款支出/, ''),
      ),
    ).toEqual([
      `${SMART} 2024 +13.74 · +6.7%`,
      `${SERVICE} 2023 −12.68 · −6.0%`,
      `${CONGRESS} 2023 −51.02 · −5.0%`,
      `${NORTH} 2023 −60.03 · −27.0%`,
      `${OFFICE} 2024 −74.02 · −7.7%`,
    ]);
  });

  test('rates rank otherwise', async ({ page }) => {
    await open(page, '?show=rate');
    const names = await bars(page).evaluateAll((all) =>
      all.map((bar) => bar.getAttribute('aria-label') ?? ''),
    );
    // +6.66, −4.96, −5.99, −7.70, −27.01 %
    expect(names.map((name) => name.split(' ')[0])).toEqual([SMART, CONGRESS, SERVICE, OFFICE, NORTH]);
  });

  test('the table has both years, what is said, and why', async ({ page }) => {
    await open(page);
    expect(await row(page, SERVICE)).toEqual([
      `${SERVICE} 临夏市 · 2023`,
      '198.95',
      '≈ 推算 211.63',
      '−12.68',
      '−6.0%',
      // −12.68 ÷ 2 629.83
      '−0.48%',
      '−12.68',
      '−5.99%',
      '落实过紧日子要求压减了办公经费的支出和单位项目减少',
    ]);
    expect((await row(page, CONGRESS)).slice(1, 5)).toEqual(['977.27', '≈ 推算 1 028.29', '−51.02', '−5.0%']);
    expect((await row(page, OFFICE)).slice(1, 5)).toEqual(['887.29', '≈ 推算 961.31', '−74.02', '−7.7%']);
  });

  test('the sums above: 2 445.82 against 2 629.83', async ({ page }) => {
    await open(page);
    const kpis = (await page.locator('dl.kpis dd').allInnerTexts()).map(plain);
    // 211.63 + 222.28 + 961.31 + 206.32 + 1028.29 = 2629.83
    expect(kpis).toEqual([
      '2 445.82 万元 · 5 份决算',
      '2 629.83 万元 · ≈ 5 份为推算',
      '−184.01 万元 · −7.0%',
      '1 / 4 持平或小于舍入误差 0',
      '0 全部项目共 2 处',
    ]);
  });

  test('an implied figure carries its sentence', async ({ page }) => {
    await open(page, '?item=running_costs');
    // 6.87 + 61.62 = 68.49
    const cell = table(page).getByRole('gridcell', { name: '68.49' });
    await expect(cell).toHaveAttribute('title', /较上年决算数减少 61\.62 万元/);
    await expect(cell).toHaveAttribute('title', /6\.87 − （−61\.62） = 68\.49 万元/);
  });

  test('下降 0.89% for 减少 0.55 to 6.87 is flagged: it is 7.41 %', async ({ page }) => {
    await open(page, '?item=organ_operation');
    expect(await row(page, SERVICE)).toEqual([
      `${SERVICE} 临夏市 · 2023`,
      '6.87',
      '≈ 推算 7.42',
      '−0.55',
      '−7.4%',
      // −0.55 ÷ (123.51 + 0.00 + 7.42 + 168.11)
      '−0.18%',
      '−0.55',
      '⚑ 文表不一致 −0.89%',
      '落实过紧日子要求压减了办公经费支出',
    ]);
    // +64.06, 持平, −0.55, −83.17, no data
    await expect(bars(page).nth(2)).toHaveAttribute(
      'aria-label',
      /文中称下降 0\.89%，按文中金额应为下降 7\.41%/,
    );
  });

  test('what has no base or no data is named, never ∞, NaN or 0 %', async ({ page }) => {
    await open(page, '?item=organ_operation');
    // 北关区: 0.00 and no word of last year. 智慧城市: 0.00, 持平, so last year was 0.00.
    expect((await row(page, NORTH)).slice(1, 5)).toEqual(['0.00', '–', '–', '–']);
    expect((await row(page, SMART)).slice(1, 5)).toEqual(['0.00', '≈ 推算 0.00', '0.00', '–']);
    const rate = (name: string) =>
      table(page).getByRole('row').filter({ hasText: name }).locator('[data-cell]').nth(4);
    await expect(rate(NORTH)).toHaveAttribute('title', /本年文件也没有/);
    await expect(rate(SMART)).toHaveAttribute('title', /上年决算为 0/);
    const shown = await page.locator('main').innerText();
    expect(shown).toContain('上年无数据');
    expect(shown).toContain('持平 · 上年为 0');
    expect(shown).not.toMatch(/NaN|∞|Infinity|undefined|null/);
  });

  test('Enter on a bar opens its evidence, Esc closes it, back opens it again', async ({ page }) => {
    await open(page);
    await bars(page).first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(drawer(page)).toContainText('−12.68');
    await expect(drawer(page)).toContainText('1,989,513.08');
    await expect(drawer(page)).toContainText('较上年决算数减少 12.68 万元');
    await expect(drawer(page)).toContainText('落实过紧日子要求压减了办公经费的支出和单位项目减少');
    await page.reload();
    await expect(drawer(page)).toContainText('−12.68', { timeout: 45_000 });
    await page.keyboard.press('Escape');
    await expect(drawer(page)).toHaveCount(0);
    await page.goBack();
    await expect(drawer(page)).toContainText('−12.68');
  });

  test('the table by keyboard: one stop, arrows, Enter', async ({ page }) => {
    await open(page);
    const cells = table(page).locator('[data-cell]');
    expect(
      await cells.evaluateAll((all) => all.filter((cell) => (cell as HTMLElement).tabIndex === 0).length),
    ).toBe(1);
    await cells.first().focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await expect(drawer(page)).toContainText('211.63');
    await expect(drawer(page)).toContainText('推算');
  });
});

test.describe('by item and over all', () => {
  test('the items of one document, ranked, with the sentence of each', async ({ page }) => {
    await open(page, `?by=items&of=${encodeURIComponent(`临夏市-${CONGRESS}-2023-final_account`)}`);
    const names = await bars(page).evaluateAll((all) =>
      all.map((bar) => bar.getAttribute('aria-label') ?? ''),
    );
    expect(names.map((name) => name.split(' · ')[1]!.split(' ')[0])).toEqual([
      '会议费',
      '培训费',
      '“三公”经费',
      '收支总计',
      '一般公共预算财政拨款支出',
      '机关运行经费',
      '公用经费',
      '人员经费',
    ]);
    // 22.79 − 18.24 = 4.55; 18.24 ÷ 4.55 = 400.88 %, the document says 395.65 %
    expect((await row(page, '会议费')).slice(1, 7)).toEqual([
      '22.79',
      '≈ 推算 4.55',
      '+18.24',
      '+400.9%',
      '+18.24',
      '⚑ 文表不一致 +395.65%',
    ]);
    // Form 09: 11,680.00元; 1.17 − 1.1 = 0.07, known to 0.055: the rate is no more than a hint.
    const reception = await row(page, '公务接待费');
    expect(reception.slice(1, 4)).toEqual(['1.17', '≈ 推算 0.07', '+1.10']);
    expect(reception[4]).toMatch(/^≈ 推算 \+1 568\.6%$/);
    // Form 09: 22,746.85元; the difference of the rounded 2.27 and 2.36 excuses −3.42 %.
    expect((await row(page, '“三公”经费')).slice(1, 7)).toEqual([
      '2.27',
      '≈ 推算 2.36',
      '−0.09',
      '−3.6%',
      '−0.09',
      '−3.42%',
    ]);
  });

  test('the overview has a rate for each department and item', async ({ page }) => {
    await open(page, '?by=matrix');
    const cells = table(page).getByRole('row').filter({ hasText: SERVICE }).locator('[data-cell]');
    const texts = await cells.evaluateAll((all) =>
      all.map((cell) => (cell.lastChild?.textContent ?? '').trim()),
    );
    // −12.68 ÷ 211.63 twice, 3.91 ÷ 143.14, −61.62 ÷ 68.49, −0.55 ÷ 7.42; 三公 alone; 减少 0.0 twice
    expect(texts.map(plain)).toEqual(['−6.0', '−6.0', '+2.7', '−90.0', '−7.4', '–', '持平', '持平']);
    await cells.nth(4).click();
    await expect(drawer(page)).toContainText('−7.41%');
  });

  test('exactly two sentences contradict their amounts, wherever one looks', async ({ page }) => {
    await open(page);
    const list = page.locator('section').filter({ hasText: '文中所述与金额不符' }).getByRole('listitem');
    await expect(list).toHaveCount(2);
    await expect(list.first()).toContainText('文中称增长 395.65%，按文中金额应为增长 400.88%');
    await expect(list.last()).toContainText('文中称下降 0.89%，按文中金额应为下降 7.41%');
    await list.last().getByRole('button').click();
    await expect(drawer(page)).toContainText('机关运行经费较上年决算数减少 0.55 万元');
  });
});

test.describe('state and files', () => {
  test('the link restores view, item, unit, language and filter', async ({ page }) => {
    await open(page);
    await page.getByRole('radio', { name: '按项目' }).check({ force: true });
    await expect(page).toHaveURL(/by=items/);
    await page.goBack();
    await expect(page.getByRole('radio', { name: '按部门' })).toBeChecked();
    await open(page, '?item=personnel&show=rate&year=2023&unit=yuan&lang=en');
    await expect(
      page.getByRole('heading', { name: 'Personnel costs: rate of change on last year' }),
    ).toBeVisible();
    await expect(bars(page)).toHaveCount(3);
    // Form 06 of 政务中心: 1,470,500.24元
    expect((await row(page, SERVICE))[1]).toBe('1,470,500.24');
  });

  test('nothing selected says what to do', async ({ page }) => {
    await page.goto(ofFive('#/change?year=1999'));
    await expect(page.getByText('没有符合筛选的数据')).toBeVisible({ timeout: 45_000 });
  });

  test('the chart leaves as SVG, PNG and CSV', async ({ page }) => {
    await open(page);
    const figure = page.locator('figure').first();
    const save = async (name: string) => {
      const download = page.waitForEvent('download');
      await figure.getByRole('button', { name }).click();
      return text(download);
    };
    const svg = await save('SVG');
    expect(svg.name).toMatch(/^同比变动.*\.svg$/);
    const drawing = svg.bytes.toString();
    for (const piece of ['比上年增减额', '万元', '+13.74', '−74.02', '来源', '减少'])
      expect(drawing).toContain(piece);
    expect(drawing).not.toContain('var(--');
    const png = await save('PNG');
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(2000);
    const csv = (await save('CSV')).bytes;
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = csv.toString('utf8').split(/\r?\n/);
    const service = lines.find((line) => line.includes(SERVICE))!;
    // Exact: 1,989,513.08元 and what is left of 211.63万元.
    for (const piece of ['198.951308', '211.63', '-12.678692', '推算', '-5.99'])
      expect(service).toContain(piece);
  });

  test('the table leaves as CSV', async ({ page }) => {
    await open(page, '?item=organ_operation');
    const download = page.waitForEvent('download');
    await page.locator('figure').nth(1).getByRole('button', { name: 'CSV' }).click();
    const { bytes } = await text(download);
    const service = bytes
      .toString('utf8')
      .split(/\r?\n/)
      .find((line) => line.includes(SERVICE))!;
    expect(service).toContain('6.87');
    expect(service).toContain('-0.89');
  });

  for (const query of ['', '?by=items', '?by=matrix']) {
    test(`accessible by the rules of WCAG 2.2 AA ${query}`, async ({ page }) => {
      await open(page, query);
      const { violations } = await new AxeBuilder({ page })
        .include('main')
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
    });
  }
});
