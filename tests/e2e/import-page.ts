import type { Page } from '@playwright/test';
import { smallDisclosure, type SmallDisclosure } from '../support/small-disclosure';
import { expect } from './fixtures';

export interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A made-up disclosure as a text file. */
export const textFile = (name: string, over: Partial<SmallDisclosure> = {}): Upload => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(smallDisclosure(over).join('\n')),
});
export const pdfFile = (name: string, bytes: Uint8Array): Upload => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(bytes),
});

/** The import page, by the button of the header. */
export async function openImport(page: Page, fragment = '') {
  await page.goto(`/${fragment}`);
  await page.locator('main h1').waitFor();
  await page.getByRole('banner').getByRole('link', { name: /^导入/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: '导入文档' })).toBeVisible();
}
export const choose = (page: Page, ...files: Upload[]) =>
  page.getByTestId('choose-files').setInputFiles(files);

/** The line of a file in the list. */
export const line = (page: Page, name: string) =>
  page.getByRole('region', { name: '文件' }).getByRole('link').filter({ hasText: name });
export const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
export const toastLine = (page: Page, text: string) => page.getByText(text);
