import { readFile } from 'node:fs/promises';
import { read, utils } from '@e965/xlsx';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { open } from './shell-page';

test.describe('what leaves the app', () => {
  async function save(page: Page, name: string): Promise<{ file: string; bytes: Buffer }> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).first().click(),
    ]);
    return { file: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  test('CSV opens in Excel: BOM, exact figures, filter and source under the data', async ({ page }) => {
    await open(page, '#/execution?year=2023');
    const { file, bytes } = await save(page, 'CSV');
    expect(file).toMatch(/\.csv$/);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.toString('utf8');
    expect(text).toContain('万元');
    // 295.09 and 136.53 of 安阳市北关区便民服务中心 2023 (narrative 五（三） and form 05).
    expect(text).toMatch(/便民服务中心.*,201,.*,295\.09,136\.53,/);
    expect(text).toMatch(/年度 2023 · 部门 全部 \d+ 个/);
    expect(text).toContain('来源：');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('XLSX is saved beside CSV: the same rows, numbers as numbers, text beginning like a formula as text', async ({
    page,
  }) => {
    await open(page, '#/execution?year=2023');
    const csv = (await save(page, 'CSV')).bytes.toString('utf8').slice(1).split('\r\n');
    const { file, bytes } = await save(page, 'XLSX');
    expect(file).toMatch(/\.xlsx$/);
    const book = read(bytes);
    const rows: unknown[][] = utils.sheet_to_json(book.Sheets[book.SheetNames[0]!]!, { header: 1 });
    expect(rows[0]?.join(',')).toBe(csv[0]);
    const row = rows.find((cells) => String(cells[1]).includes('便民服务中心') && cells.includes('201'));
    expect(row).toEqual(expect.arrayContaining([295.09, 136.53]));
    expect(rows.flat().join()).toContain('来源：');
  });

  test('SVG stands alone: title, filter, source, no styles of the app; PNG is twice its size', async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(page, '#/execution');
    await expect(page.getByRole('heading', { name: '完成年初预算的比例' })).toBeVisible();
    const svg = (await save(page, '下载 SVG')).bytes.toString('utf8');
    expect(svg).toContain('完成年初预算的比例');
    expect(svg).toMatch(/部门 全部 \d+ 个/);
    expect(svg).toContain('来源：');
    expect(svg).not.toMatch(/var\(--|class=|<style|<script|href=/);
    // On white paper with dark ink, though the screen is dark.
    expect(svg).toMatch(/<rect[^>]*fill="#ffffff"/);
    expect(svg).toContain('rgb(22, 32, 44)');
    const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)!;
    const png = (await save(page, '下载 PNG 2×')).bytes;
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(Math.round(Number(width) * 2));
    expect(png.readUInt32BE(20)).toBe(Math.round(Number(height) * 2));
  });

  test('a table is copied as tab-separated text', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, '#/execution');
    await page.getByRole('button', { name: '复制表格' }).first().click();
    await expect(page.getByText(/已复制 \d+ 行/)).toBeVisible();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const rows = text.split(/\r?\n/).map((line) => line.split('\t'));
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(text).toContain('136.53');
  });
});
