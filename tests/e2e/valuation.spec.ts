import { expect, test } from './fixtures';
import { open, unit } from './shell-page';

test('constant prices: labelled, exact, and years without an index are told until the reader gives one', async ({
  page,
}) => {
  const names = ['临夏市政务中心', '上海市普陀区人民政府石泉路街道办事处'];
  const query = new URLSearchParams(names.map((name) => ['dept', name]));
  await open(page, `#/compare?${query.toString()}`);
  await unit(page, '元').check({ force: true });
  const chip = page.getByRole('button', { name: /^计价/ });
  await chip.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: /可比价格/ }).check();
  await expect(chip).toContainText('2024 年价格');
  const panel = page.getByRole('dialog', { name: '计价' });
  await expect(panel).toContainText('没有价格指数');

  // Form 03 of 2023 prints 1,989,513.08; consumer prices of 2024 were 100.2: × 1.002 = 1 993 492.10616.
  await expect(page.locator('main')).toContainText(/1\s993\s492\.11/);
  await expect(page).toHaveURL(/prices=real/);

  const own = panel.getByRole('textbox', { name: '2025 年自填指数' });
  await own.fill('2.5');
  await own.press('Tab');
  await expect(panel.getByRole('alert')).toContainText('上涨 0.2% 写作 100.2');
  await own.fill('100');
  await own.press('Tab');
  await expect(page).toHaveURL(/cpi=2025/);
  await expect(chip).toContainText('2025 年价格');
});
