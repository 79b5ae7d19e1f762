import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { CONGRESS, OFFICE } from './five-documents';

const STREET = '上海市普陀区人民政府石泉路街道办事处';
const PROCURATORATE = '江苏省人民检察院';

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
const years = (page: Page) => page.getByRole('grid', { name: '历年收支' });
const drawer = (page: Page) => page.getByRole('complementary', { name: '出处' });

async function open(page: Page, name: string, query = ''): Promise<void> {
  await page.goto(`#/department?name=${encodeURIComponent(name)}${query}`);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible({ timeout: 45_000 });
  await expect(years(page)).toBeVisible({ timeout: 45_000 });
}
/** The figures of one row, all columns. */
async function figures(page: Page, label: string): Promise<string[]> {
  const row = years(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: label, exact: true }) });
  return (await row.first().getByRole('gridcell').allInnerTexts()).map(plain);
}

test('a final account: income, spending, execution, staff', async ({ page }) => {
  await open(page, CONGRESS);
  expect(await figures(page, '本年支出合计')).toEqual(['977.27']); // 9,772,671.37 元
  expect(await figures(page, '基本支出')).toEqual(['762.10']);
  expect(await figures(page, '年末实有人数')).toEqual(['57']);
  const kpis = (await page.locator('dl.kpis dd').allInnerTexts()).map(plain);
  expect(kpis[2]).toBe('80.1% 一般公共预算'); // ÷ 1 220.67
  await expect(page.getByRole('grid', { name: '预算执行（2023 年）' }).getByRole('row').last()).toHaveText(
    /合计\s*1\s220\.67\s*977\.27\s*80\.1%/,
  );
  expect(await page.locator('main').innerText()).not.toMatch(/NaN|∞|Infinity|undefined|null/);
});

test('budgets of three years, their change, and by keyboard to the source', async ({ page }) => {
  await open(page, PROCURATORATE);
  expect(await figures(page, '本年支出合计')).toEqual(['17 996.68', '21 955.35', '24 169.74']);
  await expect(
    page
      .getByRole('grid', { name: /比上年变动/ })
      .getByRole('row')
      .nth(1),
  ).toHaveText(/221 住房保障支出\s*3\s660\.38\s*5\s686\.35\s*\+2\s025\.97\s*\+55\.3%/);
  await years(page).locator('[data-cell="0:0"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(drawer(page)).toContainText('21 955.35');
  await page.keyboard.press('Escape');
  const { violations } = await new AxeBuilder({ page })
    .include('main')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test('prints on one or two sheets of A4', async ({ page }) => {
  for (const name of [OFFICE, CONGRESS, STREET, PROCURATORATE]) {
    await open(page, name);
    await expect(page.getByRole('heading', { name: '勾稽校验' }).locator('..')).not.toContainText(
      '正在核对',
      {
        timeout: 60_000,
      },
    );
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
    expect(sheets.length, name).toBeGreaterThanOrEqual(1);
    expect(sheets.length, name).toBeLessThanOrEqual(2);
    // A4 in points, to one.
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[456][.\d]* 84[12][.\d]*\]/);
  }
});

test('a name that is not loaded says so, and another is chosen by keyboard', async ({ page }) => {
  await page.goto('#/department?name=没有这个部门');
  await expect(page.getByText('没有载入“没有这个部门”的文件')).toBeVisible({ timeout: 45_000 });
  await page.getByRole('button', { name: /没有这个部门/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('临夏市人民政府');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: OFFICE })).toBeVisible();
  await expect(page).toHaveURL(/name=/);
});
