import AxeBuilder from '@axe-core/playwright';
import { read, utils } from '@e965/xlsx';
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { NORTH, ofFive } from './five-documents';

// What a reader finds in the five final accounts, by hand (tests/fixtures/expected/contradictions.tsv).

const matrix = (page: Page) => page.getByRole('grid', { name: '文件 × 规则' });
const cards = (page: Page) => page.getByRole('article');
const drawer = (page: Page) => page.getByRole('complementary', { name: '出处' });
const graph = (page: Page) => page.getByRole('group', { name: /^表间关系图/ });
const DOCUMENT = `安阳市北关区-${NORTH}-2023-final_account`;

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`#/checks${ofFive(query === '' ? '' : `?${query}`)}`);
  const shown = query.includes('view=matrix')
    ? matrix(page)
    : query.includes('view=graph')
      ? graph(page)
      : query.includes('view=checklist')
        ? page.getByRole('button', { name: '打印' })
        : cards(page).first();
  await expect(shown).toBeVisible({ timeout: 45_000 });
}
async function saved(page: Page, name: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).first().click(),
  ]);
  return download;
}
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test('the contradictions of a narrative stand beside the cells of the forms, with what would repair them', async ({
  page,
}) => {
  await open(page, 'rule=T4');
  await expect(cards(page)).toHaveCount(2);
  const card = cards(page).filter({ hasText: '事业运行' });
  await expect(card).toContainText(NORTH);
  await expect(card.getByRole('button', { name: '136.53 万元' }).first()).toBeVisible();
  await expect(card.getByRole('button', { name: '131.53 万元' }).first()).toBeVisible();
  await expect(card).toContainText('事业运行 支出决算数若为 131.53 万元');

  await card.getByText('两处原文').click();
  const row = card.getByRole('region', { name: '公开05表' }).getByRole('row').last();
  await expect(row.getByRole('cell').first()).toHaveText('131.53');
  await card.getByRole('button', { name: '131.53 万元' }).first().click();
  await expect(drawer(page)).toContainText('131.53');
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toBeHidden();
});

test('the matrix leads to the findings of one document and one rule, by keyboard', async ({ page }) => {
  await open(page, 'view=matrix');
  const cell = matrix(page)
    .getByRole('row', { name: /临夏市政务中心/ })
    .getByRole('gridcell', { name: /不符/ })
    .first();
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/doc=/);
  await expect(page).toHaveURL(/rule=/);
  await expect(cards(page).first()).toBeVisible();
  for (const card of await cards(page).all()) await expect(card).toContainText('临夏市政务中心');
});

test('severity chooses, and the files have what is shown: text as text, amounts as numbers', async ({
  page,
}) => {
  await open(page, 'severity=warning');
  await expect(cards(page).first()).toContainText('提醒');
  const count = await cards(page).count();
  const csv = await readFile(await (await saved(page, 'CSV')).path(), 'utf8');
  expect(csv).toContain('公务接待费有支出，接待批次为 0');
  expect(csv.split('\r\n').filter((line) => line.includes('提醒')).length).toBe(count);

  const book = read(await readFile(await (await saved(page, 'XLSX')).path()));
  expect(book.SheetNames).toEqual(['发现的问题', '涉及的关系', '标记', '文件']);
  const rows = utils.sheet_to_json<unknown[]>(book.Sheets['发现的问题']!, { header: 1 });
  expect(rows.filter((row) => row[5] === '提醒').length).toBe(count);
  const cells = book.SheetNames.flatMap((name) =>
    Object.entries(book.Sheets[name]!).flatMap(([at, cell]) =>
      at.startsWith('!') ? [] : [cell as { t: string; f?: string }],
    ),
  );
  expect(cells.filter(({ f }) => f !== undefined)).toEqual([]);
});

test('a mark with its note stays after a reload, chooses, and goes elsewhere in a file', async ({ page }) => {
  await open(page, 'rule=T4');
  const card = cards(page).filter({ hasText: '事业运行' });
  await card.getByText('已说明', { exact: true }).click();
  await card.getByRole('textbox', { name: '备注' }).fill('=已向单位了解，口径不同');
  await card.getByRole('textbox', { name: '备注' }).blur();
  await expect(card.locator('[aria-busy=true]')).toHaveCount(0);
  await page.reload();
  await expect(card.getByRole('radio', { name: '已说明' })).toBeChecked({ timeout: 45_000 });
  await expect(card.getByRole('textbox', { name: '备注' })).toHaveValue('=已向单位了解，口径不同');

  await open(page, 'mark=explained');
  await expect(cards(page)).toHaveCount(1);
  const file = await (await saved(page, '保存标记')).path();
  await cards(page).getByText('未标记', { exact: true }).click();
  await expect(page.getByText('所选条件下没有发现。')).toBeVisible();
  const marks = page.locator('input[type=file][accept*=".json"]');
  await marks.setInputFiles(file);
  await expect(cards(page)).toHaveCount(1);

  // One of a finding that is not there (any more) is told, and kept until the reader lets go of it.
  const text = (await readFile(file, 'utf8')).replace(/"finding_id": "[^"]*"/, '"finding_id": "E1:gone"');
  await marks.setInputFiles({
    name: 'reviews.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await page.getByText('1 条标记所指的问题现在没有了').click();
  await expect(page.getByText('重新核对后不再出现')).toBeVisible();
  await page.getByRole('button', { name: '删除标记' }).click();
  await expect(page.getByText('1 条标记所指的问题现在没有了')).toBeHidden();
  await expect(cards(page)).toHaveCount(1);
});

test('the graph of forms is walked by keyboard to the findings of two forms', async ({ page }) => {
  await open(page, `view=graph&doc=${encodeURIComponent(DOCUMENT)}`);
  const form = graph(page).getByRole('button', { name: /^公开05表 / });
  await graph(page)
    .getByRole('button', { name: /^公开01表 / })
    .focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowDown');
  await expect(form).toBeFocused();
  await page.keyboard.press('ArrowRight');
  const edge = graph(page).getByRole('button', { name: /^公开05表与情况说明：.*不符/ });
  for (let i = 0; i < 40 && !(await edge.evaluate((g) => g === document.activeElement)); i++)
    await page.keyboard.press('ArrowDown');
  await expect(edge).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(edge).toHaveAttribute('aria-pressed', 'true');
  await expect(cards(page).filter({ hasText: '事业运行' })).toHaveCount(1);
  await page.locator('summary', { hasText: '以表格查看这些关系' }).click();
  const row = page.getByRole('row', { name: /公开05表 ↔ 情况说明/ });
  await expect(row.getByRole('button')).toHaveAttribute('aria-pressed', 'true');
  expect(await violations(page)).toEqual([]);
});

test('the checklist asks without blame, one document a page', async ({ page }) => {
  await open(page, 'view=checklist&severity=error');
  const lists = page.getByRole('region', { name: /公开$/ });
  await expect(lists.first()).toContainText('核实情况');
  const text = (await lists.allInnerTexts()).join('\n');
  expect(text).not.toMatch(/错|误|不符|违|不实/);
  expect(text).toContain('136.53 万元');
  expect(text).toContain('131.53 万元');
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThanOrEqual(await lists.count());
  expect(pdf).toMatch(/\/MediaBox\s*\[0 0 84[12](?:\.\d+)? 59[45]/);
});

test('no violations that axe can tell', async ({ page }) => {
  await open(page, 'rule=T4');
  await cards(page).first().getByText('两处原文').click();
  await cards(page).first().getByText('待核实', { exact: true }).click();
  expect(await violations(page)).toEqual([]);
});
