import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { ofFive } from './five-documents';

// What a reader finds in the five final accounts, by hand (tests/fixtures/expected/contradictions.tsv).

const matrix = (page: Page) => page.getByRole('grid', { name: '文件 × 规则' });
const cards = (page: Page) => page.getByRole('article');
const drawer = (page: Page) => page.getByRole('complementary', { name: '出处' });

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`#/checks${ofFive(query === '' ? '' : `?${query}`)}`);
  await expect(matrix(page)).toBeVisible({ timeout: 45_000 });
}

test('the contradictions of a narrative stand beside the cells of the forms, with what would repair them', async ({
  page,
}) => {
  await open(page, 'rule=T4');
  await expect(cards(page)).toHaveCount(2);
  const card = cards(page).filter({ hasText: '事业运行' });
  await expect(card).toContainText('安阳市北关区便民服务中心');
  await expect(card.getByRole('button', { name: '136.53 万元' }).first()).toBeVisible();
  await expect(card.getByRole('button', { name: '131.53 万元' }).first()).toBeVisible();
  await expect(card).toContainText('改为 131.53 万元');

  await card.getByRole('button', { name: '131.53 万元' }).first().click();
  await expect(drawer(page)).toContainText('131.53');
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toBeHidden();
});

test('the matrix leads to the findings of one document and one rule, by keyboard', async ({ page }) => {
  await open(page);
  const cell = matrix(page)
    .getByRole('row', { name: /临夏市政务中心/ })
    .getByRole('gridcell', { name: /不符/ })
    .first();
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/doc=/);
  await expect(page).toHaveURL(/rule=/);
  for (const card of await cards(page).all()) await expect(card).toContainText('临夏市政务中心');
  await page.getByRole('button', { name: /只看这份文件/ }).click();
  await expect(page).not.toHaveURL(/doc=/);
});

test('severity chooses, and the file has what is shown', async ({ page }) => {
  await open(page, 'severity=warning');
  await expect(cards(page).first()).toContainText('提醒');
  const count = await cards(page).count();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV' }).first().click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain('公务接待费有支出，接待批次为 0');
  expect(text.split('\r\n').filter((line) => line.includes('提醒')).length).toBe(count);
});

test('no violations that axe can tell', async ({ page }) => {
  await open(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
