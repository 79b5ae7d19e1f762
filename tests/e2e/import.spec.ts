import { existsSync, readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { smallDisclosure } from '../support/small-disclosure';
import { damagedPdf, smallPdf } from '../support/small-pdf';
import { expect, test } from './fixtures';
import { button, choose, field, line, openImport, pdfFile, textFile, toastLine } from './import-page';

const REAL = new URL('../../../shared/disclosures/pdf/SH-putuo_财政局_2024_决算_部门.pdf', import.meta.url);

test('a document is read, reviewed, corrected, joined, kept, and not taken twice', async ({ page }) => {
  await openImport(page);
  const loaded = await page.getByRole('button', { name: /^数据：/ }).innerText();
  await choose(page, textFile('档案馆.txt'));
  await expect(line(page, '档案馆.txt')).toContainText('待确认');
  await expect(page.getByRole('heading', { name: '青山省白水市档案馆2023年度部门决算公开' })).toBeVisible();
  // Six amounts in form 01, two rows of six in form 03.
  await expect(button(page, /公开01表 6 项/)).toBeVisible();
  await expect(button(page, /公开03表 12 项/)).toBeVisible();
  await expect(page.getByText(/没有公开或没有认出：公开02表/)).toBeVisible();
  await button(page, /公开03表/).click();
  await expect(page.getByRole('grid', { name: /公开03表/ })).toContainText('一般公共服务支出');

  await field(page, '部门').fill('青山省白水市地方志馆');
  await field(page, '部门').press('Tab');
  await expect(page.getByText('文件印的是“青山省白水市档案馆”')).toBeVisible();
  // Nothing joined yet.
  expect(await page.getByRole('button', { name: /^数据：/ }).innerText()).toBe(loaded);

  await button(page, '加入数据').click();
  await expect(toastLine(page, '已加入 1 份文件')).toBeVisible();
  await expect(line(page, '档案馆.txt')).toContainText('已加入');
  await button(page, '在总览中查看').click();
  await expect(page.getByRole('heading', { level: 1, name: '总览' })).toBeVisible();
  await expect(page.locator('main')).toContainText('青山省白水市地方志馆');
  await expect(page.locator('main')).toContainText('10.00');

  await page.reload();
  await expect(page.locator('main')).toContainText('青山省白水市地方志馆');
  await openImport(page);
  await choose(page, textFile('另一个名字.txt'));
  await expect(line(page, '另一个名字.txt')).toContainText('未变化');
  await expect(page.getByText('已载入：青山省白水市地方志馆2023年度部门决算公开')).toBeVisible();

  // The name was decided once: the next year's document follows.
  await choose(page, textFile('下一年.txt', { year: 2024, expenditure: '11.00', basic: '7.00' }));
  await line(page, '下一年.txt').click();
  await expect(field(page, '部门')).toHaveValue('青山省白水市地方志馆');
});

test('files that cannot be read are named with what to do; the rest goes on', async ({ page }) => {
  await openImport(page);
  const lines = smallDisclosure();
  await choose(
    page,
    pdfFile('加密.pdf', smallPdf(lines, { encrypted: true })),
    pdfFile('损坏.pdf', damagedPdf()),
    pdfFile('扫描.pdf', smallPdf(lines, { blank: true })),
    pdfFile('好的.pdf', smallPdf(lines)),
    textFile('同一份.txt'),
    textFile('又一份.txt'),
  );
  await expect(line(page, '加密.pdf')).toContainText('文件已加密');
  await expect(line(page, '损坏.pdf')).toContainText('没有读成');
  await expect(line(page, '好的.pdf')).toContainText('待确认');
  await line(page, '扫描.pdf').click();
  await expect(page.getByRole('alert')).toContainText('OCR');
  // The same bytes under two names are one document; the PDF of the same disclosure is another file of it.
  await expect(
    line(page, '同一份.txt').or(line(page, '又一份.txt')).filter({ hasText: '未变化' }),
  ).toHaveCount(1);
  await line(page, '好的.pdf').click();
  await expect(page.getByText(/这次导入的另一个文件也是这份公开/)).toBeVisible();
  await button(page, '不加入').click();
  await expect(line(page, '好的.pdf')).toContainText('不加入');
});

test('reading tells its pages and can be cancelled; nothing is left of it', async ({ page }) => {
  await openImport(page);
  const many = Array.from({ length: 60_000 }, (_, i) => `${smallDisclosure()[i % 17]}`);
  await choose(page, pdfFile('很长.pdf', smallPdf(many)), pdfFile('也很长.pdf', smallPdf([...many, '完'])));
  await expect(line(page, '也很长.pdf')).toContainText(/读取 \d+ \/ 1501 页/);
  await page.getByRole('button', { name: /^取消\s*也很长/ }).click();
  await expect(line(page, '也很长.pdf')).toContainText('已取消');
  await button(page, '全部取消').click();
  await expect(line(page, '很长.pdf').last()).toContainText('已取消');
  await expect(page.getByRole('banner').getByRole('link', { name: '导入文档…' })).toBeVisible();
  await button(page, '清除已处理').click();
  await expect(page.getByText('把决算、预算公开文件或整个文件夹拖到这里')).toBeVisible();
});

test('files dropped on any page are taken in; the window says that it takes them', async ({ page }) => {
  await page.goto('/#/pivot');
  await page.locator('main h1').waitFor();
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], '拖入.txt'));
    return data;
  }, smallDisclosure().join('\n'));
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await expect(page.getByText('松开即导入')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(page.getByText('松开即导入')).toBeHidden();
  await expect(line(page, '拖入.txt')).toContainText('待确认');
  await expect(page.getByRole('heading', { name: '青山省白水市档案馆2023年度部门决算公开' })).toBeVisible();
});

test('a department of another name is the reader’s decision; a region is given to all', async ({ page }) => {
  await openImport(page);
  await choose(
    page,
    textFile('甲.txt', { department: '白水方志办公厅' }),
    textFile('乙.txt', { department: '白水方志办公室', year: 2022 }),
  );
  await expect(line(page, '乙.txt')).toContainText('待确认');
  await line(page, '甲.txt').click();
  await field(page, '地区').fill('青山省白水市');
  await field(page, '地区').press('Tab');
  await button(page, '也用于其他 1 份没有地区的文件').click();
  await line(page, '乙.txt').click();
  await expect(field(page, '地区')).toHaveValue('青山省白水市');
  await button(page, '就是 白水方志办公厅').click();
  await expect(field(page, '部门')).toHaveValue('白水方志办公厅');
  await button(page, /^加入无疑问的 2 份/).click();
  await expect(toastLine(page, '已加入 2 份文件')).toBeVisible();
});

test('a corrected version says what it changes and replaces the old one', async ({ page }) => {
  await openImport(page);
  await choose(page, textFile('第一版.txt'));
  await button(page, '加入数据').click();
  await expect(line(page, '第一版.txt')).toContainText('已加入');
  await choose(page, textFile('更正版.txt', { expenditure: '12.00', basic: '8.00' }));
  await line(page, '更正版.txt').click();
  await expect(page.getByText(/将替换已载入的同一份公开：第一版.txt/)).toBeVisible();
  // 01: six amounts; 03: total and basic in two rows. Project and the zeros stay.
  await expect(page.getByText('改动 10 项，新增 0 项，减少 0 项，相同 8 项。')).toBeVisible();
  await button(page, '替换并加入').click();
  await button(page, '在总览中查看').click();
  await expect(page.locator('main')).toContainText('12.00');
});

test('a wrong year and a missing department keep a document out', async ({ page }) => {
  await openImport(page);
  await choose(page, textFile('档案馆.txt'));
  await field(page, '年度').fill('');
  await field(page, '年度').press('Tab');
  await expect(page.getByText('请填 1990–2100')).toBeVisible();
  await expect(button(page, '加入数据')).toBeDisabled();
  await button(page, '恢复为读到的').click();
  await expect(field(page, '年度')).toHaveValue('2023');
  await expect(button(page, '加入数据')).toBeEnabled();
});

test('leaving with unconfirmed files asks first', async ({ page }) => {
  await openImport(page);
  await choose(page, textFile('档案馆.txt'));
  await expect(line(page, '档案馆.txt')).toContainText('待确认');
  await line(page, '档案馆.txt').click();
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.accept();
});

test('a real PDF is read whole, with its tables', async ({ page }) => {
  test.skip(!existsSync(REAL), '../shared/disclosures is absent: no real PDF was read');
  await openImport(page);
  // A byte more makes it another file of the same document, which is among the embedded data.
  const bytes = Buffer.concat([readFileSync(REAL), Buffer.from('\n')]);
  await choose(page, pdfFile('财政局2024.pdf', bytes));
  await expect(line(page, '财政局2024.pdf')).toContainText('2024 决算');
  await expect(page.getByRole('heading', { name: '上海市普陀区财政局2024年度部门决算公开' })).toBeVisible();
  // The document's 总计, 2 995.39 万元 on both sides of its first form.
  await expect(page.getByRole('grid', { name: /公开01表/ }).getByText('2,995.39')).toHaveCount(2);
  await expect(page.getByText(/项金额全部相同/)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no accessibility violations on the import page, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const clean = async () => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map((node) => node.html)])).toEqual([]);
    };
    await openImport(page);
    await clean();
    await choose(
      page,
      pdfFile('损坏.pdf', damagedPdf()),
      textFile('不平.txt', { department: '档案馆', basic: '5.00' }),
      textFile('好的.txt', { year: 2022 }),
    );
    await expect(line(page, '不平.txt')).toContainText('处待看');
    await line(page, '不平.txt').click();
    await page.getByText('逐条勾稽关系').click();
    await clean();
    await line(page, '损坏.pdf').click();
    await expect(page.getByRole('alert')).toBeVisible();
    await clean();
  });
}
