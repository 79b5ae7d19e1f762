import { readFile } from 'node:fs/promises';
import { unzip } from '../../src/dataset';
import { sha256Hex } from '../../src/dataset/sha256';
import { expect, test } from './fixtures';
import { button, choose, line, openImport, textFile, toastLine } from './import-page';
import { EMBEDDED } from './workspace-files';
import { kept, stopWriting } from './workspace-kept';
import { control, dialog, openDialog, opened, openPackage, start } from './workspace-page';

// Several starts of the app in one test, on a machine that may be busy.
test.describe.configure({ timeout: 180_000 });

const NAME = '青山省白水市档案馆';

// The second of its files, and the index that would name them.
for (const at of [1, 'index'] as const) {
  test(`a tab killed at write ${at} of joining a document leaves all of it or nothing`, async ({ page }) => {
    const context = page.context();
    await start(page);
    const before = await kept(page);
    const victim = await context.newPage();
    await stopWriting(victim, at);
    await openImport(victim);
    await choose(victim, textFile('档案馆.txt'));
    await expect(line(victim, '档案馆.txt')).toContainText('待确认');
    await button(victim, '加入数据').click();
    await victim.waitForFunction(() => 'stuck' in window);
    await victim.close({ runBeforeUnload: false });
    const again = await context.newPage();
    await start(again);
    await expect(control(again)).toContainText(` ${EMBEDDED} 份文件`);
    await expect(again.locator('main')).not.toContainText(NAME);
    await expect.poll(() => kept(again)).toEqual(before);
    await openImport(again);
    await choose(again, textFile('档案馆.txt'));
    await button(again, '加入数据').click();
    await expect(toastLine(again, '已加入 1 份文件')).toBeVisible();
    await expect(control(again)).toContainText(` ${EMBEDDED + 1} 份文件`);
  });
}

test('saved with the original files, they are in the zip, and there where it is opened', async ({
  page,
  browser,
  server,
}) => {
  await openImport(page);
  const file = textFile('档案馆.txt');
  await choose(page, file);
  await button(page, '加入数据').click();
  await expect(toastLine(page, '已加入 1 份文件')).toBeVisible();
  await openDialog(page);
  await expect(dialog(page)).toContainText('档案馆.txt');
  await page.getByRole('button', { name: '另存为…' }).click();
  await page.getByLabel(/附上原始文件/).check();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  const saved = await readFile(await (await download).path());
  const original = sha256Hex(new Uint8Array(file.buffer));
  const inside = unzip('saved.zip', new Uint8Array(saved)).find(({ path }) => path.startsWith('originals/'));
  expect(inside?.path).toBe(`originals/${original}/档案馆.txt`);
  expect(Buffer.from(inside!.bytes).equals(file.buffer)).toBe(true);

  const context = await browser.newContext({ baseURL: server.url, locale: 'zh-CN' });
  const other = await context.newPage();
  await start(other);
  await openPackage(other, { name: 'saved.zip', mimeType: 'application/zip', buffer: saved });
  await opened(other).waitFor();
  await expect(other.locator('main')).toContainText(NAME);
  expect(await kept(other)).toContain(`juesuan-lens/blobs/${original}`);
  await context.close();
});
