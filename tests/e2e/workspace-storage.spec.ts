import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures';
import { EMBEDDED, makeUploads, type Uploads } from './workspace-files';
import { kept, stopWriting } from './workspace-kept';
import { control, dialog, chooser, opened, start, openDialog, openPackage } from './workspace-page';

// Several starts of the app in one test, on a machine that may be busy.
test.describe.configure({ timeout: 180_000 });

let uploads: Uploads;
test.beforeAll(async () => {
  uploads = await makeUploads();
});

test('two tabs: what one opens or removes shows in the other, and neither undoes the other', async ({
  page,
}) => {
  const other = await page.context().newPage();
  await start(page);
  await start(other);
  await openPackage(page, uploads.first);
  await opened(page).waitFor();
  await expect(control(other)).toContainText(` ${EMBEDDED + 1} 份文件`);
  await openPackage(other, uploads.whole);
  await opened(other).waitFor();
  await expect(control(page)).toContainText(` ${EMBEDDED + 2} 份文件`);
  await expect(dialog(page).getByText(/^数据包/)).toHaveCount(2);
  await dialog(page).getByRole('button', { name: '移除 某市两年' }).click();
  await dialog(page)
    .getByRole('button', { name: /^确认移除/ })
    .click();
  await expect(dialog(other).getByText(/^数据包/)).toHaveCount(1);
  await expect(control(other)).toContainText(` ${EMBEDDED + 1} 份文件`);
  await other.close();
});

test('both tabs at the same moment: both packages are kept', async ({ page }) => {
  const other = await page.context().newPage();
  await start(page);
  await start(other);
  await openDialog(page);
  await openDialog(other);
  await Promise.all([
    chooser(page).setInputFiles(uploads.facts),
    chooser(other).setInputFiles(uploads.first),
  ]);
  for (const one of [page, other]) {
    await expect(dialog(one).getByText(/^数据包/)).toHaveCount(2);
    await expect(control(one)).toContainText(` ${EMBEDDED + 2} 份文件`);
  }
  await other.close();
});

// The second of its files, and the index that would name them.
for (const at of [1, 'index'] as const) {
  test(`a tab killed at write ${at} of a package leaves what was before, and nothing of the rest`, async ({
    page,
  }) => {
    const context = page.context();
    await start(page);
    await openPackage(page, uploads.first);
    await opened(page).waitFor();
    await expect(control(page)).toContainText(` ${EMBEDDED + 1} 份文件`);
    const before = await kept(page);
    const victim = await context.newPage();
    await stopWriting(victim, at);
    await start(victim);
    await openPackage(victim, uploads.whole);
    await victim.waitForFunction(() => 'stuck' in window);
    await victim.close({ runBeforeUnload: false });
    const again = await context.newPage();
    await start(again);
    await expect(control(again)).toContainText(` ${EMBEDDED + 1} 份文件`);
    await expect.poll(() => kept(again)).toEqual(before);
    await openPackage(again, uploads.whole);
    await opened(again).waitFor();
    await expect(control(again)).toContainText(` ${EMBEDDED + 2} 份文件`);
  });
}

test('a browser without a private folder keeps it in a database', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(StorageManager.prototype, 'getDirectory', {
      value: () => Promise.reject(new DOMException('not here', 'SecurityError')),
    });
  });
  await start(page);
  await openPackage(page, uploads.whole);
  await opened(page).waitFor();
  await page.reload();
  await expect(control(page)).toContainText(` ${EMBEDDED + 2} 份文件`);
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([
    'juesuan-lens',
  ]);
});

test('a browser that keeps nothing says so, and works until the page closes', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(StorageManager.prototype, 'getDirectory', {
      value: () => Promise.reject(new Error('no')),
    });
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  });
  await start(page);
  await openPackage(page, uploads.whole);
  await opened(page).waitFor();
  await expect(dialog(page)).toContainText('关闭页面后导入的数据就没有了');
  await expect(control(page)).toContainText(` ${EMBEDDED + 2} 份文件`);
});

test('no room: told in words, nothing half kept', async ({ page }) => {
  await start(page);
  await openPackage(page, uploads.first);
  await opened(page).waitFor();
  const before = await kept(page);
  await page.evaluate(() => {
    FileSystemWritableFileStream.prototype.write = () =>
      Promise.reject(new DOMException('no room', 'QuotaExceededError'));
  });
  await openPackage(page, uploads.whole);
  await expect(page.getByRole('alert')).toContainText('存储空间已满');
  await expect.poll(() => kept(page)).toEqual(before);
  await expect(control(page)).toContainText(` ${EMBEDDED + 1} 份文件`);
});

test('without a network it opens, saves, removes', async ({ page, context }) => {
  await start(page);
  // All that the app loads late is here once the first check is done.
  await expect(page.getByText(/勾稽一致 [\d.]+% 的金额/)).toBeVisible({ timeout: 45_000 });
  await context.setOffline(true);
  await openPackage(page, uploads.whole);
  await opened(page).waitFor();
  await expect(control(page)).toContainText(` ${EMBEDDED + 2} 份文件`);
  await page.getByRole('button', { name: '另存为…' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  expect((await readFile(await (await download).path())).length).toBeGreaterThan(1000);
  await dialog(page).getByRole('button', { name: '移除 某市两年' }).click();
  await dialog(page)
    .getByRole('button', { name: /^确认移除/ })
    .click();
  await expect(control(page)).toContainText(`内置数据 · ${EMBEDDED} 份文件`);
  await context.setOffline(false);
});

test('what cannot be read is left alone, and can be emptied', async ({ page, guard }) => {
  await start(page);
  await openPackage(page, uploads.whole);
  await opened(page).waitFor();
  await page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('juesuan-lens');
    const stream = await (await folder.getFileHandle('index.json')).createWritable();
    await stream.write('{"format":"juesuan-workspace/9"}');
    await stream.close();
  });
  await page.reload();
  await expect(control(page)).toContainText(`内置数据 · ${EMBEDDED} 份文件`);
  await openDialog(page);
  await expect(dialog(page)).toContainText('保存在浏览器里的数据无法读取');
  await dialog(page).getByRole('button', { name: '清空…' }).click();
  await page.getByRole('button', { name: '清空', exact: true }).click();
  await openPackage(page, uploads.first);
  await opened(page).waitFor();
  await expect(control(page)).toContainText(` ${EMBEDDED + 1} 份文件`);
  expect(guard.problems).toEqual([]);
});
