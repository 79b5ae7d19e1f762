import type { Page } from '@playwright/test';

/** 一般公共服务支出 (201) of form 05, 安阳市北关区便民服务中心 2023: 136.53 万元 in the document. */
export const CELL =
  'cell=' +
  encodeURIComponent(
    'amount*一般公共服务支出（201）*final;y=2023;d=安阳市北关区便民服务中心;f=05;c=201;m=total;s=final',
  );

/** Opens the app at a fragment and waits for its page. */
export async function open(page: Page, fragment = '') {
  await page.goto(`/${fragment}`);
  await page.locator('main h1').waitFor();
}
export const drawer = (page: Page) => page.getByRole('complementary', { name: '出处' });
export const unit = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });
/** The department filter's button, whatever it says. */
export const departments = (page: Page) =>
  page.getByRole('group', { name: '筛选' }).getByRole('button', { name: /^部门/ });
