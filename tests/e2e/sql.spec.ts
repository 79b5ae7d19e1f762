import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';
import { open, unit } from './shell-page';

const page_of = (sql: string) => `#/sql?${new URLSearchParams({ sql }).toString()}`;

test('a question is asked, answered exactly, and drawn', async ({ page }) => {
  await open(page, '#/sql');
  await page.getByRole('button', { name: /各部门各年度决算支出合计/ }).click();
  const table = page.getByRole('grid', { name: '查询结果' });
  await unit(page, '元').check({ force: true });
  // 公开03表 of 临夏市政务中心 2023 prints 1,989,513.08 as its total expenditure.
  const row = table.getByRole('row').filter({ hasText: '临夏市政务中心' });
  await expect(row).toContainText(/1\s?989\s?513\.08/);
  await page.getByRole('radio', { name: '图' }).check({ force: true });
  await expect(page.locator('figure svg').first()).toBeVisible();
  await expect(page).toHaveURL(/show=chart/);

  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
});

test('written by keyboard: a column is completed, Ctrl+Enter runs, an amount opens its source', async ({
  page,
}) => {
  await open(page, '#/sql');
  const editor = page.getByRole('textbox', { name: 'SQL 语句' });
  await editor.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type("SELECT subject_name, amount_fen, doc_id, fact_id FROM facts WHERE form = '03");
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type(' AND subject_l');
  const proposals = page.getByRole('listbox').getByRole('option');
  await expect(proposals.first()).toContainText('subject_level');
  // A proposal that has only just appeared takes no Enter, so that a line meant to end is not completed.
  await page.waitForTimeout(250);
  await page.keyboard.press('Enter');
  await page.keyboard.type(' = 1 ORDER BY amount_fen DESC LIMIT 5');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Enter');
  const table = page.getByRole('grid', { name: '查询结果' });
  await expect(table.getByRole('row')).toHaveCount(6);
  await table.locator('tbody td.opens').first().click();
  await expect(page.getByRole('complementary', { name: '出处' })).toBeVisible();
});

test('what would change or reach outside is refused in words, and an endless statement stops', async ({
  page,
}) => {
  await open(page, page_of('DROP TABLE facts'));
  await expect(page.getByRole('alert')).toContainText('这里只能查询，不能用 DROP');
  await page.goto(`/${page_of("SELECT * FROM 'https://example.test/a.parquet'")}`);
  await expect(page.getByRole('alert')).toContainText('外部文件和网址不能读取');
  await page.goto(`/${page_of('SELECT departmant FROM facts')}`);
  await expect(page.getByRole('alert')).toContainText('没有“departmant”这一列');

  await page.goto(
    `/${page_of('WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t')}`,
  );
  await page.getByRole('button', { name: '停止' }).click();
  await expect(page.getByRole('alert')).toContainText('已停止');
  await page.goto(`/${page_of('SELECT count(*) AS n FROM documents')}`);
  await expect(page.getByRole('grid', { name: '查询结果' })).toBeVisible();
});
