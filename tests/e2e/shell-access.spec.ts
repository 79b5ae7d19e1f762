import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';
import { CELL, departments, drawer, open } from './shell-page';

test.describe('by keyboard alone', () => {
  test('skip link, filter with search, back to the button', async ({ page }) => {
    await open(page, '#/execution');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();
    // The line on reconciliation may have a link, the years stand before the departments.
    for (let tab = 0; tab < 4; tab++) {
      await page.keyboard.press('Tab');
      if (await departments(page).evaluate((button) => button === document.activeElement)) break;
    }
    await expect(departments(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('智慧');
    await expect(page.getByRole('dialog').getByRole('checkbox')).toHaveCount(2);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await expect(departments(page)).toBeFocused();
    await expect(departments(page)).toContainText('临夏市智慧城市服务中心');
    expect(page.url()).toContain(encodeURIComponent('临夏市智慧城市服务中心'));
  });

  test('a menu is chosen with arrows and Enter', async ({ page }) => {
    await open(page, '#/execution');
    const basis = page.getByRole('button', { name: /^预算口径/ });
    await basis.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('option', { selected: true })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(basis).toContainText('全年预算数');
    await expect(basis).toBeFocused();
  });

  test('a table: one tab stop, arrows, Enter for the source, Ctrl+C for a spreadsheet', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, '#/overview');
    const table = page.getByRole('grid', { name: '主要合计' });
    await expect(table.locator('[data-cell][tabindex="0"]')).toHaveCount(1);
    await table.locator('[data-cell][tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    const row = table.locator('tbody tr').nth(1);
    await expect(row.locator('[data-cell]').first()).toBeFocused();
    await expect(table.locator('[data-cell][tabindex="0"]')).toHaveCount(1);

    await page.keyboard.press('ControlOrMeta+c');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const lines = copied.split(/\r?\n/).map((line) => line.split('\t'));
    const columns = await table.locator('thead tr:last-child th').count();
    expect(lines.map((line) => line.length)).toEqual(lines.map(() => columns));
    expect(lines).toHaveLength(1 + (await table.locator('tbody tr').count()));
    // 162.25 万元: 本年支出合计 of 安阳市北关区便民服务中心 2023, form 01.
    expect(copied).toMatch(/便民服务中心\t.*\t162\.25\t/);

    for (let i = 0; i < 10 && !(await drawer(page).isVisible()); i++) {
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
    }
    await expect(drawer(page)).toContainText(/公开0\d表/);
    await page.keyboard.press('Escape');
    await expect(drawer(page)).toBeHidden();
    await expect(table.locator('[data-cell]:focus')).toHaveCount(1);
  });

  test('a definition shows on focus and goes with Esc', async ({ page }) => {
    await open(page, '#/overview');
    const term = page.locator('.term[tabindex="0"]').first();
    await term.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await expect(term).toBeFocused();
    await expect(page.getByRole('tooltip').filter({ visible: true })).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('tooltip').filter({ visible: true })).toHaveCount(0);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const fragment of ['#/overview', '#/pivot', '#/change', '#/execution', '#/three-public']) {
    test(`no accessibility violations: ${fragment} with the drawer, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await open(page, `${fragment}?${CELL}`);
      await expect(drawer(page).locator('mark').first()).toBeVisible();
      await page.waitForLoadState('networkidle');
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map((node) => node.html)])).toEqual([]);
    });
  }
}
