import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';
import { EMBEDDED, makeUploads, NAME, type Uploads } from './workspace-files';
import { control, dialog, opened, start, openDialog, openPackage, shown } from './workspace-page';

// Several starts of the app in one test, on a machine that may be busy.
test.describe.configure({ timeout: 180_000 });

let uploads: Uploads;
test.beforeAll(async () => {
  uploads = await makeUploads();
});

/** A class of the functional classification that the department spent on. */
const CLASS = '一般公共服务';
const OWN = `#/execution?dept=${encodeURIComponent(NAME)}`;

test('a package is opened, shown by the page in front without a reload, and there again after one', async ({
  page,
}) => {
  await start(page, '#/pivot');
  await expect(page.locator('main')).not.toContainText(NAME);
  await page.evaluate(() => Object.assign(window, { samePage: true }));
  await openPackage(page, uploads.whole);
  await expect(opened(page)).toContainText('2 份文件');
  await page.keyboard.press('Escape');
  await expect(control(page)).toBeFocused();
  await expect(control(page)).toContainText(`内置 + 我的数据 · ${EMBEDDED + 2} 份文件`);
  expect(await page.evaluate(() => 'samePage' in window)).toBe(true);
  await start(page, OWN);
  const before = await shown(page, CLASS);
  expect(before).toContain(NAME);
  await page.reload();
  await page.locator('main h1').waitFor();
  await expect(control(page)).toContainText(`内置 + 我的数据 · ${EMBEDDED + 2} 份文件`);
  await expect.poll(() => shown(page, CLASS)).toBe(before);
});

test('the embedded data can be set aside, and the choice is kept', async ({ page }) => {
  await start(page);
  await openPackage(page, uploads.whole);
  await opened(page).waitFor();
  await page.getByLabel('使用内置数据').uncheck();
  await expect(control(page)).toContainText('我的数据 · 2 份文件 · 2021–2022');
  await page.reload();
  await expect(control(page)).toContainText('我的数据 · 2 份文件 · 2021–2022');
  await expect(page.locator('main')).toContainText(NAME);
  await expect(page.locator('main')).not.toContainText('临夏市政务中心');
  await openDialog(page);
  await page.getByLabel('使用内置数据').check();
  await expect(control(page)).toContainText(` ${EMBEDDED + 2} 份文件`);
});

test('removing and emptying ask first, say what is lost, and leave the embedded data', async ({ page }) => {
  await start(page);
  await openPackage(page, uploads.whole);
  await opened(page).waitFor();
  await openPackage(page, uploads.facts);
  await expect(dialog(page).getByText(/^数据包/)).toHaveCount(2);
  const remove = dialog(page).getByRole('button', { name: '移除 某市两年' });
  await remove.click();
  await expect(dialog(page).getByText(/^数据包/)).toHaveCount(2);
  await dialog(page)
    .getByRole('button', { name: /^确认移除/ })
    .click();
  await expect(dialog(page).getByText(/^数据包/)).toHaveCount(1);
  await dialog(page).getByRole('button', { name: '清空…' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('1 个打开的数据包');
  await expect(page.getByRole('button', { name: '取消' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByRole('button', { name: '清空…' }).click();
  await page.getByRole('button', { name: '清空', exact: true }).click();
  await expect(page.getByText('已清空')).toBeVisible();
  await expect(control(page)).toContainText(`内置数据 · ${EMBEDDED} 份文件`);
  await page.reload();
  await expect(control(page)).toContainText(`内置数据 · ${EMBEDDED} 份文件`);
});

test('what is saved opens in another browser with the same figures', async ({ page, browser, server }) => {
  await start(page);
  await openPackage(page, uploads.whole);
  await opened(page).waitFor();
  await page.getByRole('button', { name: '另存为…' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  const saved = await readFile(await (await download).path());
  await page.getByLabel('使用内置数据').uncheck();
  await expect(control(page)).toContainText('我的数据 · 2 份文件');
  const context = await browser.newContext({ baseURL: server.url, locale: 'zh-CN' });
  const other = await context.newPage();
  await start(other);
  await openPackage(other, { name: 'saved.zip', mimeType: 'application/zip', buffer: saved });
  await opened(other).waitFor();
  await other.getByLabel('使用内置数据').uncheck();
  await expect(control(other)).toContainText('我的数据 · 2 份文件');
  for (const fragment of ['#/overview', '#/pivot', '#/execution', '#/change', '#/three-public']) {
    for (const one of [page, other]) {
      await start(one, fragment);
      await expect(one.locator('main')).toContainText(NAME);
    }
    await expect.poll(() => shown(other), { message: fragment }).toBe(await shown(page));
  }
  await context.close();
});

test('a Parquet that is not as agreed is refused with everything that is wrong', async ({ page }) => {
  await start(page);
  await openPackage(page, uploads.wrong);
  await expect(page.getByRole('alert')).toContainText('fund：缺少这一列');
  await expect(page.getByRole('alert')).toContainText('amount：类型是 DOUBLE，应为 DECIMAL(18,2)');
  await expect(control(page)).toContainText(`内置数据 · ${EMBEDDED} 份文件`);
});

test('a folder with partitions is opened', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'package-'));
  try {
    for (const { path, bytes } of uploads.folder) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
    await start(page);
    await openDialog(page);
    await page.getByLabel('文件夹…').setInputFiles(folder);
    await expect(opened(page)).toContainText('2 份文件');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('an address on this site is opened; any other is refused without being asked for anything', async ({
  page,
}) => {
  await start(page);
  await openDialog(page);
  const address = async (text: string) => {
    await page.getByRole('button', { name: '打开数据包' }).click();
    await page.getByRole('menuitem', { name: /本站地址/ }).click();
    await page.getByLabel('地址', { exact: true }).fill(text);
    await page.keyboard.press('Enter');
  };
  await address('https://example.org/data/manifest.json');
  await expect(page.getByRole('alert')).toContainText('不在本站');
  await page.keyboard.press('Escape');
  await address('data/manifest.json');
  await expect(opened(page)).toContainText(`${EMBEDDED} 份文件`);
  await expect(dialog(page)).toContainText(`其中 ${EMBEDDED} 份由下面的同一文件取代`);
});

test('what the filter and the drawer showed of removed data closes with it', async ({ page }) => {
  await start(page);
  await openPackage(page, uploads.whole);
  await opened(page).waitFor();
  await page.keyboard.press('Escape');
  const cell = encodeURIComponent(`amount*合计*final;y=2021;d=${NAME};f=05;c=201;m=total;s=final`);
  await start(page, `#/execution?dept=${encodeURIComponent(NAME)}&cell=${cell}`);
  await expect(page.getByRole('complementary', { name: '出处' })).toBeVisible();
  await openDialog(page);
  await dialog(page).getByRole('button', { name: '移除 某市两年' }).click();
  await dialog(page)
    .getByRole('button', { name: /^确认移除/ })
    .click();
  await expect(control(page)).toContainText(`内置数据 · ${EMBEDDED} 份文件`);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: '出处' })).toBeHidden();
  expect(page.url()).not.toContain('dept=');
  await expect(page.locator('main')).toContainText('临夏市');
});

test('the dialog is usable by keyboard and by name, in both languages', async ({ page }) => {
  await start(page);
  await control(page).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await openPackage(page, uploads.whole);
  await opened(page).waitFor();
  for (const name of ['另存为…', '清空…']) {
    await dialog(page).getByRole('button', { name }).click();
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join()}`)).toEqual([]);
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(control(page)).toContainText(`Embedded + my data · ${EMBEDDED + 2} documents`);
  await control(page).click();
  await expect(page.getByRole('dialog', { name: 'Data', exact: true })).toContainText('Save as…');
});
