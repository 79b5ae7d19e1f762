import { expect, test } from './fixtures';
import { CELL, departments, drawer, open, unit } from './shell-page';

test.describe('what is loaded', () => {
  test('the chip counts what the manifest counts', async ({ page, request }) => {
    const manifest = (await (await request.get('/data/manifest.json')).json()) as {
      counts: { documents: number; facts: number };
    };
    await open(page);
    const chip = await page.locator('header').innerText();
    const digits = chip.replace(/\s/g, '');
    expect(digits).toContain(`${manifest.counts.documents}份`);
    expect(digits).toMatch(/·\d{4}–\d{4}·/);
    expect(digits).toContain(`${manifest.counts.facts}项金额`);
  });

  test('only pages that exist are in the navigation, and each opens', async ({ page }) => {
    await open(page);
    const links = page.getByRole('navigation', { name: '页面' }).getByRole('link');
    const names = await links.allInnerTexts();
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) {
      await links.getByText(name, { exact: true }).click();
      await expect(links.getByText(name, { exact: true })).toHaveAttribute('aria-current', 'page');
      // A department's own page is headed by its name.
      const heading = name === '部门画像' ? /.{4,}/ : name;
      await expect(page.locator('main h1')).toContainText(heading);
      await expect(page).toHaveTitle(new RegExp(await page.locator('main h1').innerText()));
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
