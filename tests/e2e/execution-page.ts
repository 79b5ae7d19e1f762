import type { Page } from '@playwright/test';
import { expect } from './fixtures';
import { ofFive } from './five-documents';

/** The heatmap of 预决算执行, over the five documents. */
export const grid = (page: Page) => page.getByRole('grid', { name: /^完成(年初|全年)预算的比例$/ });
export async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`#/execution${ofFive(query)}`);
  await expect(grid(page)).toBeVisible({ timeout: 45_000 });
}
/** The row of a department, as its cells' texts without signs. */
export async function row(page: Page, department: string): Promise<string[]> {
  const cells = grid(page).getByRole('row').filter({ hasText: department }).locator('td');
  return cells.evaluateAll((all) =>
    all.map((cell) => (cell.lastChild?.textContent ?? '').replace(/\s+/g, ' ').trim()),
  );
}
/** A cell of the heatmap. */
export const tile = (page: Page, place: string) => grid(page).locator(`[data-cell="${place}"]`);
export const drawer = (page: Page) => page.getByRole('complementary', { name: '出处' });
export const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
