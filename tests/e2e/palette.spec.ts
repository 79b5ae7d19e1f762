import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { open } from './shell-page';

async function ask(page: Page, question: string) {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox', { name: '搜索' })).toBeFocused();
  await page.keyboard.type(question);
}

test('the palette by keyboard: pinyin finds, arrows choose, Enter opens, Escape gives the focus back', async ({
  page,
}) => {
  await open(page, '#/overview');
  await page.keyboard.press('ControlOrMeta+k');
  const box = page.getByRole('combobox', { name: '搜索' });
  await expect(box).toBeFocused();
  await expect(page.getByRole('option', { name: '同比变动' })).toBeVisible();

  await page.keyboard.type('lxszwzx');
  const options = page.getByRole('option');
  await expect(options.first()).toContainText('临夏市政务中心');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  const first = await box.getAttribute('aria-activedescendant');
  await page.keyboard.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await expect(box).not.toHaveAttribute('aria-activedescendant', first!);

  // A subject by the name that it had until 2018, told as such.
  await box.fill('医疗卫生与计划生育支出');
  await expect(options.first()).toContainText('卫生健康支出');
  await expect(options.first()).toContainText('至 2018 年');

  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
  await page.getByRole('button', { name: '搜索' }).focus();
  await page.keyboard.press('/');
  await expect(box).toBeFocused();
  await page.keyboard.type('yjszx');
  await page.keyboard.press('Enter');
  await expect(page.locator('main h1')).toContainText('预决算执行');
  // What was last opened stands first.
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('group', { name: '最近' }).getByRole('option').first()).toContainText(
    '预决算执行',
  );
});

test('actions of the palette: unit, a department alone, clear filters', async ({ page }) => {
  await open(page, '#/execution');
  await ask(page, '金额单位 亿元');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/unit=yi/);

  await ask(page, '安阳 便民');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page).toHaveURL(/dept=/);
  await expect(page.locator('main')).toContainText('安阳市北关区便民服务中心');

  await ask(page, 'qcsx');
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/dept=/);
});

test('a view is saved, found again after a reload, renamed and deleted', async ({ page }) => {
  await open(page, '#/execution?year=2023&basis=adjusted_budget');
  await page.getByRole('button', { name: '保存的视图' }).click();
  const dialog = page.getByRole('dialog', { name: '保存的视图' });
  await dialog.getByRole('textbox', { name: '名称' }).fill('全年口径 2023');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();

  await open(page, '#/overview?unit=yuan');
  await page.reload();
  await page.locator('main h1').waitFor();
  await ask(page, '全年口径');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/execution\?year=2023&basis=adjusted_budget$/);

  await page.getByRole('button', { name: '保存的视图' }).click();
  await dialog.getByRole('button', { name: '给 全年口径 2023 改名' }).click();
  await dialog.getByRole('textbox', { name: '给 全年口径 2023 改名' }).fill('甲');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: '打开 甲' })).toBeVisible();
  const remove = dialog.getByRole('button', { name: /删除 甲/ });
  await remove.click();
  await remove.click();
  await expect(dialog).toContainText('还没有保存的视图');
});
