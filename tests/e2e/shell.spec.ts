import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** 一般公共服务支出 (201) of form 05, 安阳市北关区便民服务中心 2023: 136.53 万元 in the document. */
const CELL =
  'cell=' +
  encodeURIComponent(
    'amount*一般公共服务支出（201）*final;y=2023;d=安阳市北关区便民服务中心;f=05;c=201;m=total;s=final',
  );

async function open(page: Page, fragment = '') {
  await page.goto(`/${fragment}`);
  await page.locator('main h1').waitFor();
}
const drawer = (page: Page) => page.getByRole('complementary', { name: '出处' });
const unit = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });
/** The department filter's button, whatever it says. */
const departments = (page: Page) =>
  page.getByRole('group', { name: '筛选' }).getByRole('button', { name: /^部门/ });

test.describe('what is loaded', () => {
  test('the chip counts what the manifest counts', async ({ page, request }) => {
    const manifest = (await (await request.get('/data/manifest.json')).json()) as {
      counts: { documents: number; facts: number };
    };
    await open(page);
    const chip = await page.locator('header').innerText();
    const digits = chip.replace(/\s/g, '');
    expect(digits).toContain(`${manifest.counts.documents}份部门决算`);
    expect(digits).toContain('2023–2024');
    expect(digits).toContain(`${manifest.counts.facts}项金额`);
  });

  test('only pages that exist are in the navigation, and each opens', async ({ page }) => {
    await open(page);
    const links = page.getByRole('navigation', { name: '页面' }).getByRole('link');
    const names = await links.allInnerTexts();
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) {
      await links.getByText(name, { exact: true }).click();
      await expect(page.locator('main h1')).toContainText(name);
      await expect(page).toHaveTitle(new RegExp(name));
    }
  });

  test('data that is no extract is named, and can be tried again', async ({ page, guard }) => {
    await page.route('**/data/manifest.json', (route) => route.fulfill({ body: '{"schema":"other"}' }));
    await page.goto('/');
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('数据没有打开');
    await expect(alert.locator('pre')).toContainText('manifest.json');
    // The log of the failure is what this test is about.
    expect(guard.problems.every((problem) => problem.includes('manifest.json'))).toBe(true);
    guard.problems.length = 0;
    await page.unroute('**/data/manifest.json');
    await alert.getByRole('button', { name: '重试' }).click();
    await expect(page.locator('main h1')).not.toContainText('数据没有打开');
  });
});

test.describe('the link holds the state', () => {
  test('unit: figures, address and reload agree', async ({ page }) => {
    await open(page, '#/execution');
    const kpi = page.locator('.kpis dd').first();
    const before = await kpi.innerText();
    await unit(page, '亿元').check({ force: true });
    await expect(kpi).not.toHaveText(before);
    const after = await kpi.innerText();
    expect(page.url()).toContain('unit=yi');
    await page.reload();
    await expect(kpi).toHaveText(after);
    await expect(unit(page, '亿元')).toBeChecked();
  });

  test('filter, page and drawer: back, forward, reload', async ({ page }) => {
    await open(page, '#/execution');
    await departments(page).click();
    await page.getByRole('checkbox', { name: /临夏市政务中心/ }).click();
    await page.keyboard.press('Escape');
    await expect(departments(page)).toContainText('临夏市政务中心');
    const filtered = page.url();

    await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: '科目透视' }).click();
    await expect(page.locator('main h1')).toHaveText('科目透视');
    await expect(departments(page)).toContainText('临夏市政务中心');

    await page.goBack();
    await expect(page.locator('main h1')).toHaveText('预决算执行');
    expect(page.url()).toBe(filtered);
    await page.goBack();
    await expect(departments(page)).toContainText('全部');
    await page.goForward();
    await expect(departments(page)).toContainText('临夏市政务中心');
    await page.reload();
    await expect(departments(page)).toContainText('临夏市政务中心');
  });

  test('a bare visit remembers unit and language, a link does not depend on them', async ({ page }) => {
    await open(page);
    await unit(page, '元').check({ force: true });
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.goto('about:blank');
    await open(page);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(unit(page, 'yuan')).toBeChecked();
    await page.goto('about:blank');
    await open(page, '#/execution');
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expect(unit(page, '万元')).toBeChecked();
  });

  test('mangled links open all the same', async ({ page }) => {
    await open(page, '#/nowhere?cell=%2A%2A&year=abc');
    await expect(page.locator('main h1')).toHaveText('总览');
    await expect(drawer(page)).toBeHidden();
  });
});

test.describe('the evidence drawer', () => {
  test('a pasted link shows the figure with its place and what contradicts it', async ({ page }) => {
    await open(page, `#/execution?${CELL}`);
    await expect(drawer(page)).toContainText('一般公共服务支出（201）');
    await expect(drawer(page)).toContainText('安阳市北关区便民服务中心 · 2023');
    await expect(drawer(page).locator('mark').first()).toHaveText('136.53');
    await expect(drawer(page)).toContainText('公开05表');
    await expect(drawer(page)).toContainText(/第 \d+ 行/);
    // The narrative gives 事业运行 the class's figure.
    const flag = drawer(page).locator('.flag');
    await expect(flag).toContainText('文表不一致');
    await expect(flag).toContainText('事业运行');
    await expect(flag).toContainText('131.53');
    await expect(flag).toContainText('差 5.00');
  });

  test('Esc closes it, back opens it again', async ({ page }) => {
    await open(page, `#/execution?${CELL}`);
    await expect(drawer(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(drawer(page)).toBeHidden();
    await page.goBack();
    await expect(drawer(page)).toBeVisible();
    await drawer(page).getByRole('button', { name: '关闭' }).click();
    await expect(drawer(page)).toBeHidden();
  });

  test('a figure that is not in the data says so', async ({ page }) => {
    await open(page, `#/execution?cell=${encodeURIComponent('amount*某科目*final;y=1999')}`);
    await expect(drawer(page)).toContainText('没有找到这个数字的出处');
  });

  test('on a narrow window it is a dialog over the page', async ({ page }) => {
    await page.setViewportSize({ width: 768, height: 1024 });
    await open(page, `#/execution?${CELL}`);
    const dialog = page.getByRole('dialog', { name: '出处' });
    await expect(dialog).toContainText('136.53');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect(page.url()).not.toContain('cell=');
  });
});

test.describe('by keyboard alone', () => {
  test('skip link, filter with search, back to the button', async ({ page }) => {
    await open(page, '#/execution');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(departments(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('智慧');
    await expect(page.getByRole('checkbox')).toHaveCount(2);
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

test('at 768 pixels the pages are a strip under the header, and nothing runs over the side', async ({
  page,
}) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await open(page, '#/execution');
  const nav = await page.getByRole('navigation', { name: '页面' }).boundingBox();
  expect(nav?.width).toBe(768);
  expect(nav?.height).toBeLessThan(60);
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  await expect.poll(width).toBe(768);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(width).toBe(390);
});

test('printed, the page stands alone', async ({ page }) => {
  await open(page, `#/execution?${CELL}`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: '页面' })).toBeHidden();
  await expect(drawer(page)).toBeHidden();
  await expect(page.locator('main h1')).toBeVisible();
  // The unit in force is said; what could be chosen instead is not.
  const units = page.getByRole('radiogroup', { name: '金额单位' });
  await expect(units.getByText('万元', { exact: true })).toBeVisible();
  await expect(units.getByText('亿元', { exact: true })).toBeHidden();
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

test.describe('what leaves the app', () => {
  async function save(page: Page, name: string): Promise<{ file: string; bytes: Buffer }> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).first().click(),
    ]);
    return { file: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  test('CSV opens in Excel: BOM, exact figures, filter and source under the data', async ({ page }) => {
    await open(page, '#/execution?year=2023');
    const { file, bytes } = await save(page, 'CSV');
    expect(file).toMatch(/\.csv$/);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.toString('utf8');
    expect(text).toContain('万元');
    // 295.09 and 136.53 of 安阳市北关区便民服务中心 2023 (narrative 五（三） and form 05).
    expect(text).toMatch(/便民服务中心.*,201,.*,295\.09,136\.53,/);
    expect(text).toContain('年度 2023 · 部门 全部 5 个');
    expect(text).toContain('来源：');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('SVG stands alone: title, filter, source, no styles of the app; PNG is twice its size', async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(page, '#/execution');
    const svg = (await save(page, '下载 SVG')).bytes.toString('utf8');
    expect(svg).toContain('完成年初预算的比例');
    expect(svg).toContain('部门 全部 5 个');
    expect(svg).toContain('来源：');
    expect(svg).not.toMatch(/var\(--|class=|<style|<script|href=/);
    // On white paper with dark ink, though the screen is dark.
    expect(svg).toMatch(/<rect[^>]*fill="#ffffff"/);
    expect(svg).toContain('rgb(22, 32, 44)');
    const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)!;
    const png = (await save(page, '下载 PNG 2×')).bytes;
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(Math.round(Number(width) * 2));
    expect(png.readUInt32BE(20)).toBe(Math.round(Number(height) * 2));
  });

  test('a table is copied as tab-separated text', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, '#/execution');
    await page.getByRole('button', { name: '复制表格' }).first().click();
    await expect(page.getByText(/已复制 \d+ 行/)).toBeVisible();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const rows = text.split(/\r?\n/).map((line) => line.split('\t'));
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(text).toContain('136.53');
  });
});
