import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { smallDisclosure } from '../support/small-disclosure';
import { smallPdf } from '../support/small-pdf';
import { expect, test } from './fixtures';
import { button, choose, openImport, pdfFile, textFile, toastLine } from './import-page';
import { CELL, drawer, open } from './shell-page';

const DOCUMENT = `doc=${encodeURIComponent('临夏市-临夏市人民政府办公室-2024-final_account')}`;

/** A made-up PDF of two pages: form 01 on the first, form 03 on the second; lines of it are 40 to a page. */
const LINES = (() => {
  const lines = smallDisclosure();
  const second = lines.indexOf('支出决算表');
  const padding = Array.from({ length: 40 - second }, () => '　');
  return [...lines.slice(0, second), ...padding, ...lines.slice(second)];
})();

/** The box of a figure in points, from the layout of the PDF alone: 10 point type, digits half as wide as ideographs. */
function printedBox(text: string, figure: string, nth: number) {
  const index = LINES.findIndex((line) => line.startsWith(text));
  const line = LINES[index]!;
  let at = -1;
  for (let n = 0; n <= nth; n++) at = line.indexOf(figure, at + 1);
  const wide = (part: string) => [...part].reduce((sum, char) => sum + (char > '\u2e80' ? 10 : 5), 0);
  const x0 = 60 + wide(line.slice(0, at));
  const baseline = 60 + 18 * (index % 40);
  return { x0, x1: x0 + wide(figure), y0: baseline - 10, y1: baseline, page: Math.floor(index / 40) + 1 };
}

/** The outlined figure in points of its page (A4 is 595 wide), as drawn. */
async function drawnBox(page: Page) {
  const figure = page.locator('main [data-figure]');
  await expect(figure).toHaveCount(1);
  return figure.evaluate((element) => {
    const sheet = element.parentElement!.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    const scale = sheet.width / 595;
    return {
      x0: (box.left - sheet.left) / scale,
      x1: (box.right - sheet.left) / scale,
      y0: (box.top - sheet.top) / scale,
      y1: (box.bottom - sheet.top) / scale,
    };
  });
}

async function expectOutlined(page: Page, text: string, figure: string, nth: number) {
  const printed = printedBox(text, figure, nth);
  await expect(page.getByText(`第 ${printed.page} 页，共 2 页`)).toBeVisible();
  const drawn = await drawnBox(page);
  for (const edge of ['x0', 'x1', 'y0', 'y1'] as const)
    expect(Math.abs(drawn[edge] - printed[edge]), `${figure} ${edge}`).toBeLessThan(5);
}

async function joinPdf(page: Page) {
  await openImport(page);
  await choose(page, pdfFile('档案馆.pdf', smallPdf(LINES)));
  await button(page, '加入数据').click();
  await expect(toastLine(page, '已加入 1 份文件')).toBeVisible();
  await page.getByRole('link', { name: '原始文档' }).click();
  await page.getByRole('link', { name: '青山省白水市档案馆' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '青山省白水市档案馆 2023 年决算' })).toBeVisible();
}
const grid = (page: Page, name: RegExp) => page.getByRole('grid', { name });
const canvas = (page: Page) => page.locator('main canvas');

test('a figure of an imported PDF is outlined where it is printed, on its page', async ({ page }) => {
  await joinPdf(page);
  await expect(canvas(page)).toBeVisible();
  await button(page, /公开03表/).click();
  const cells = grid(page, /公开03表/).getByRole('gridcell');
  // 201: 10.00, 6.00, 4.00, then 0.00 three times.
  await cells.filter({ hasText: '6.00' }).nth(1).click();
  await expectOutlined(page, '201 一般公共服务支出', '6.00', 0);
  await expect(drawer(page)).toContainText('一般公共服务支出');
  // The drawer shows the same place of the page.
  await expect(drawer(page).locator('canvas')).toBeVisible();

  // Of three equal figures the one of its column.
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toBeHidden();
  await grid(page, /公开03表/)
    .getByRole('row')
    .nth(2)
    .getByRole('gridcell')
    .nth(4)
    .click();
  await expectOutlined(page, '201 一般公共服务支出', '0.00', 2);

  // Everything is in the link.
  await page.reload();
  await expectOutlined(page, '201 一般公共服务支出', '0.00', 2);

  await page.getByRole('button', { name: '上一页' }).click();
  await expect(page.getByText('第 1 页，共 2 页')).toBeVisible();
  await expect(page.locator('main [data-figure]')).toHaveCount(0);
  await page.getByRole('button', { name: '回到第 2 页的数字' }).click();
  await expectOutlined(page, '201 一般公共服务支出', '0.00', 2);
});

test('zooming keeps the outline on the figure; the text of the page can be selected', async ({ page }) => {
  await joinPdf(page);
  await button(page, /公开03表/).click();
  await grid(page, /公开03表/)
    .getByRole('gridcell')
    .filter({ hasText: '6.00' })
    .nth(1)
    .click();
  await page.keyboard.press('Escape');
  for (const name of ['放大', '放大', '缩小', '100%', '适合宽度']) {
    await page.getByRole('group', { name: '缩放' }).getByRole('button', { name, exact: true }).click();
    await expectOutlined(page, '201 一般公共服务支出', '6.00', 0);
  }
  await expect(page.locator('main .words span').filter({ hasText: '公开 03 表' })).toBeAttached();
});

test('a text file: the row of the figure is shaded and the figure marked', async ({ page }) => {
  await openImport(page);
  await choose(page, textFile('档案馆.txt'));
  await button(page, '加入数据').click();
  await expect(toastLine(page, '已加入 1 份文件')).toBeVisible();
  await page.getByRole('link', { name: '原始文档' }).click();
  await page.getByRole('link', { name: '青山省白水市档案馆' }).click();
  await button(page, /公开03表/).click();
  await grid(page, /公开03表/)
    .getByRole('gridcell')
    .filter({ hasText: '4.00' })
    .nth(1)
    .click();
  const shaded = page.getByRole('complementary', { name: '原页' }).locator('tr.shaded');
  await expect(shaded).toHaveText(/201 一般公共服务支出 10.00 6.00 4.00/);
  await expect(shaded.locator('mark')).toHaveText('4.00');
});

test('a document whose file is not here says so, and where to give it', async ({ page }) => {
  await open(page, `#/documents?${DOCUMENT}`);
  await expect(page.getByText('原件没有保存在这个浏览器里')).toBeVisible();
  await expect(page.locator('main')).toContainText(
    'e48ed90454ef4d1f78332e2283ec97a8b3dce35f171816977e2494523901a89c',
  );
  await expect(grid(page, /公开01表/)).toContainText('887.29');
  await page.getByRole('link', { name: '导入文件' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '导入文档' })).toBeVisible();
});

test('from a figure of an analysis to its document, and back', async ({ page }) => {
  await open(page, `#/overview?${CELL}`);
  await drawer(page).getByRole('link', { name: '查看原文' }).first().click();
  await expect(
    page.getByRole('heading', { level: 1, name: '安阳市北关区便民服务中心 2023 年决算' }),
  ).toBeVisible();
  await expect(grid(page, /公开05表/).getByRole('gridcell', { selected: true })).toHaveText('136.53');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: '总览' })).toBeVisible();
  await expect(drawer(page)).toContainText('136.53');
});

test('blank cells are blank, empty and missing forms are told apart', async ({ page }) => {
  await open(page, `#/documents?${DOCUMENT}&form=05`);
  // 2010399 其他…支出: 53.26 in all, nothing under 基本支出.
  const row = grid(page, /公开05表/)
    .getByRole('row')
    .filter({ hasText: '2010399' });
  await expect(row.getByRole('gridcell')).toHaveText(['53.26', '', '53.26']);
  await button(page, /公开07表.*空表/).click();
  await expect(page.getByText('这张表里没有金额')).toBeVisible();
});

test('the list is searched, sorted and opened by keyboard; its state is in the link', async ({ page }) => {
  await open(page, '#/documents');
  const rows = page.getByRole('grid', { name: '公开文件' }).getByRole('row');
  await page.getByRole('searchbox', { name: /搜索/ }).fill('临夏市');
  await expect(rows).toHaveCount(1 + 4);
  await page.getByRole('columnheader').getByRole('button', { name: '金额' }).click();
  await expect(rows.nth(1)).toContainText('临夏市人民代表大会常务委员会办公室');
  await page.reload();
  await expect(rows).toHaveCount(1 + 4);
  await expect(rows.nth(1)).toContainText('临夏市人民代表大会常务委员会办公室');
  await page.getByRole('link', { name: '临夏市人民代表大会常务委员会办公室' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(2).getByRole('link')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /年决算$/ })).toBeVisible();
});

test('a form by keyboard: arrows, Enter for the source, Escape, and Ctrl+C for a spreadsheet', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, `#/documents?${DOCUMENT}&form=05`);
  const table = grid(page, /公开05表/);
  await table.getByRole('gridcell').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(drawer(page)).toContainText('671.01');
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toBeHidden();
  await table.getByRole('gridcell').first().focus();
  await page.keyboard.press('ControlOrMeta+c');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n')[0]).toContain('小计（万元）');
  expect(copied).toContain('2010301\t行政运行\t740.43\t671.01\t69.42');
});

test('statements, indicators and remarks have their places', async ({ page }) => {
  await open(page, `#/documents?${DOCUMENT}`);
  await button(page, /^情况说明/).click();
  await expect(page.getByRole('heading', { name: '说明中的数字和原因' })).toBeVisible();
  await button(page, /^指标/).click();
  await expect(grid(page, /指标/)).toContainText('公务用车保有量');
  await button(page, /^提示/).click();
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: /第 \d+ 行/ })
      .first(),
  ).toBeVisible();
});

test('a document that is not there', async ({ page }) => {
  await open(page, '#/documents?doc=nothing');
  await expect(page.getByText('没有这份文件')).toBeVisible();
  await page.getByRole('link', { name: '全部文件' }).click();
  await expect(page.getByRole('grid', { name: '公开文件' })).toBeVisible();
});

test.describe('for everybody', () => {
  const places = ['#/documents', `#/documents?${DOCUMENT}&form=04`, `#/documents?${DOCUMENT}&form=narrative`];
  for (const [scheme, width] of [
    ['light', 1440],
    ['dark', 1440],
    ['light', 390],
  ] as const) {
    test(`axe finds nothing: ${scheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      for (const place of places) {
        await open(page, place);
        await expect(page.getByRole('grid').first()).toBeVisible();
        const results = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
          .analyze();
        const found = results.violations.map(
          (v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`,
        );
        expect(found, place).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, place).toBeLessThanOrEqual(0);
      }
    });
  }
  test('axe finds nothing where a page is shown', async ({ page }) => {
    await joinPdf(page);
    await expect(canvas(page)).toBeVisible();
    const results = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(
      results.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`),
    ).toEqual([]);
  });
  test('in English', async ({ page }) => {
    await open(page, `#/documents?${DOCUMENT}&form=05&lang=en`);
    await expect(
      page.getByRole('heading', { level: 1, name: '临夏市人民政府办公室 2024 final account' }),
    ).toBeVisible();
    await expect(page.getByText('The original is not kept in this browser')).toBeVisible();
    await expect(grid(page, /^Form 05/).getByRole('columnheader')).toHaveText([
      'Subject',
      'Subtotal',
      'Basic expenditure',
      'Project expenditure',
    ]);
  });
});
