import type { Page } from '@playwright/test';
import { expect } from './fixtures';
import { NAME, type Uploads } from './workspace-files';

export const control = (page: Page) => page.getByRole('button', { name: /^(数据：|Data: )/ });
export const dialog = (page: Page) => page.getByRole('dialog', { name: '数据', exact: true });
export const chooser = (page: Page) => page.getByLabel('zip 或 Parquet 文件…');
export const opened = (page: Page) => page.getByText(/已打开：/);

export async function start(page: Page, fragment = '') {
  await page.goto(`/${fragment}`);
  await page.locator('main h1').waitFor();
}
export async function openDialog(page: Page) {
  await control(page).click();
  await expect(dialog(page)).toBeVisible();
}
export async function openPackage(page: Page, upload: Uploads['whole']) {
  if (!(await dialog(page).isVisible())) await openDialog(page);
  await chooser(page).setInputFiles(upload);
}
/** The text of the page without the header and the dialog, once it says `having` and comes to rest. */
export async function shown(page: Page, having = NAME): Promise<string> {
  const main = page.locator('main');
  let last = '';
  await expect
    .poll(async () => {
      const before = last;
      last = await main.innerText();
      return last === before && last.includes(having);
    })
    .toBe(true);
  return last;
}
