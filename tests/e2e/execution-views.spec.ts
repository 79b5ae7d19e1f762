import { drawer, grid, open, plain, row, tile } from './execution-page';
import { expect, test } from './fixtures';
import { NORTH, OFFICE, SMART } from './five-documents';

// Every figure below was read in the documents; the amounts stand beside it (万元).

test.describe('views, thresholds, outliers and bridge', () => {
  test('by keyboard: 项, a subject over the years, back to the map', async ({ page }) => {
    await open(page);
    const choose = async (menu: RegExp, option: string) => {
      await page.getByRole('button', { name: menu }).first().focus();
      await page.keyboard.press('Enter');
      await page.getByRole('option', { name: option }).focus();
      await page.keyboard.press('Enter');
    };
    await choose(/^级次/, '项');
    // 安阳 2010399 5.00 ÷ 83.65; the others print budgets by 类 alone.
    await expect.poll(() => row(page, NORTH)).toContain('6.0');
    const smart = grid(page).getByRole('row').filter({ hasText: SMART });
    await expect(smart.locator('[data-cell]').filter({ hasText: '缺预算' }).first()).toHaveAttribute(
      'title',
      /只按“类”给出预算/,
    );
    await choose(/^级次/, '类');
    await choose(/^视图/, '科目 × 年度');
    await expect(page).toHaveURL(/view=subject_year/);
    const general = grid(page).getByRole('row').filter({ hasText: '一般公共服务' });
    // 2023: (131.53 + 5.00 + 831.057185 + 175.879984) ÷ (295.09 + 1038.80 + 180.58); 2024: 793.69 ÷ 793.69
    await expect(general.locator('td').first()).toContainText('75.5');
    await expect(general.locator('td').nth(1)).toContainText('100.0');
    await general.locator('td').first().focus();
    await page.keyboard.press('Enter');
    await expect(drawer(page)).toContainText('1 514.47 万元'); // 295.09 + 1038.80 + 180.58
    await page.keyboard.press('Escape');
    await choose(/^视图/, '部门 × 年度');
    await expect(grid(page).getByRole('columnheader')).toHaveText(['部门', '2023年', '2024年']);
    await expect(
      grid(page).getByRole('row').filter({ hasText: OFFICE }).locator('td').first(),
    ).toHaveAttribute('title', /没有载入这一年的决算文件/);
  });

  test('thresholds are in the link, mark cells and make the list of outliers', async ({ page }) => {
    await open(page);
    const list = page.getByRole('grid', { name: '偏离的科目' });
    await expect(list.locator('tbody tr')).toHaveCount(4); // 46.3, 61.9, 126.3, 127.1
    await expect(tile(page, '0:0')).toContainText('▼');
    await page.getByRole('button', { name: /^阈值/ }).click();
    await page.getByLabel('执行不足：完成率不高于').fill('90.1');
    await page.keyboard.press('Tab');
    await expect(page).toHaveURL(/low=90\.1/);
    await page.keyboard.press('Escape');
    // and 80.0, 90.0 of the congress' office, 88.2 of 智慧城市
    await expect(list.locator('tbody tr')).toHaveCount(7);
    await expect(list.locator('tbody tr').filter({ hasText: '城乡社区支出' })).toContainText('未形成支出');
    await page.reload();
    await expect(page.getByRole('button', { name: /90\.1%–120%/ })).toBeVisible({ timeout: 45_000 });
    await page.getByRole('button', { name: /^判定/ }).click();
    await page.getByRole('option', { name: /四分位距/ }).click();
    await expect(page.getByText(/判定：四分位距.*16 个有完成率的科目/)).toBeVisible();
  });

  test('the bridge of a row: Enter on its head; each step has its evidence', async ({ page }) => {
    await open(page);
    await tile(page, '2:0').focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    const bridge = page.getByRole('region', { name: '从年初预算到决算' });
    await expect(bridge).toContainText(`从年初预算到决算：${SMART} 2024`);
    const steps = bridge.locator('.picks rect');
    const names = () => steps.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
    expect((await names()).map((name) => plain(name ?? ''))).toEqual([
      '年初预算 244.74 万元',
      '预算调整 +15.12 万元', // 259.86 − 244.74
      '全年预算 259.86 万元',
      '决算减全年预算 −39.80 万元', // 220.06 − 259.86
      '支出决算 220.06 万元',
    ]);
    await steps.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(drawer(page)).toContainText('+15.12');
    await page.keyboard.press('Escape');
    await bridge.getByRole('radio', { name: '按科目' }).check({ force: true });
    // 22.41 − 22.33, 11.71 − 11.68, 185.93 − 210.73; they make up the whole −24.68 but for +0.01 of rounding
    await expect
      .poll(async () => (await names()).map((name) => plain(name ?? '')))
      .toEqual([
        '年初预算 244.74 万元',
        '城乡社区支出（212） −24.80 万元',
        '社会保障和就业支出（208） +0.08 万元',
        '卫生健康支出（210） +0.03 万元',
        '未分到科目 +0.01 万元',
        '支出决算 220.06 万元',
      ]);
  });

  test('the same cells as a table, and squares by money', async ({ page }) => {
    await open(page, '?as=table');
    await expect(grid(page).getByRole('row').filter({ hasText: NORTH })).toContainText('46.3%');
    await page.getByRole('radio', { name: '热力图' }).check({ force: true });
    await page.getByLabel('面积表示金额').check();
    await expect(page).toHaveURL(/area=1/);
    await expect(grid(page).locator('.area').first()).toBeVisible();
  });
});
