import type { Page } from '@playwright/test';
import { NORTH } from './five-documents';
import { expect, test } from './fixtures';
import { drawer } from './shell-page';

// 上海市普陀区人民政府石泉路街道办事处 2025, 公开03表: 212 城乡社区支出 基本支出 is printed 1,066.51 万元; with its other
// cells, 合计 13,583.48 = 基本 + 项目 2,921.97, it would be 10,661.51. 临夏市智慧城市服务中心 2024 prints 185.93.

const PIVOT = '#/pivot?basis=03&measure=basic&columns=year&share=none';
const row = (page: Page) =>
  page
    .getByRole('treegrid')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: /^\s*212\s*城乡社区支出/ }) });
const reconciled = (page: Page) => page.locator('.reconciled');

test('a contradicted amount is marked where it is shown, and the drawer has its identities', async ({
  page,
}) => {
  await page.goto(PIVOT);
  await expect(reconciled(page)).toContainText(/\d+ 个金额有矛盾/, { timeout: 45_000 });
  // In its own cell and in the sum over the years; the other year has no mark.
  await expect(row(page).getByRole('gridcell', { name: /勾稽矛盾.*1 066\.51/ })).toHaveCount(1);
  await expect(row(page).getByRole('gridcell', { name: /勾稽矛盾.*1 252\.44/ })).toHaveCount(1);
  const other = row(page).getByRole('gridcell', { name: /185\.93/ });
  await expect(other).toHaveCount(1);
  await expect(other).not.toContainText('勾稽矛盾');

  await row(page)
    .getByRole('gridcell', { name: /1 066\.51/ })
    .click();
  const identity = drawer(page).locator('.identity').filter({ hasText: 'E6' });
  await expect(identity).toContainText('矛盾');
  await expect(identity).toContainText('13 583.48');
  await expect(identity).toContainText('3 988.48'); // 1,066.51 + 2,921.97
  await expect(identity).toContainText('+9 595.00');
  await expect(identity).toContainText('容差');
  const link = drawer(page).getByRole('link', { name: '在勾稽校验中查看' });
  await expect(link).toHaveAttribute('href', /^#\/checks\?.*doc=/);

  // Another page: 公务接待费 of 安阳 is 500 元 in its form, 0 in its sentences.
  await page.goto(`#/overview?dept=${encodeURIComponent(NORTH)}`);
  await expect(page.locator('main').getByRole('button', { name: /勾稽矛盾\s*0\.05/ })).toBeVisible({
    timeout: 20_000,
  });
});

test('without contradicted amounts the sum is less by exactly them, also from a link', async ({ page }) => {
  await page.goto(PIVOT);
  await expect(row(page).getByRole('gridcell', { name: /1 252\.44/ })).toHaveCount(1, { timeout: 45_000 });
  await page.getByRole('switch', { name: '不含矛盾数' }).click();
  await expect(page).toHaveURL(/sound=1/);
  // 1,252.44 − 1,066.51
  const cells = row(page).getByRole('gridcell', { name: /185\.93/ });
  await expect(cells).toHaveCount(2, { timeout: 20_000 });
  await expect(row(page).getByRole('gridcell', { name: /1 066\.51|1 252\.44/ })).toHaveCount(0);
  await expect(cells.filter({ hasText: '已剔除矛盾数' })).toHaveCount(1);
  // Printed twice, for the class and its only 款.
  await expect(reconciled(page)).toContainText(/已剔除 2 个矛盾数，共 2\s133\.02 万元/);

  await cells.filter({ hasText: '已剔除矛盾数' }).click();
  await expect(drawer(page)).toContainText('185.93');
  await expect(drawer(page)).not.toContainText('1 252.44');

  await page.reload();
  await expect(cells.filter({ hasText: '已剔除矛盾数' })).toHaveCount(1, { timeout: 45_000 });
  await expect(page.getByRole('switch', { name: '不含矛盾数' })).toBeChecked();
});
