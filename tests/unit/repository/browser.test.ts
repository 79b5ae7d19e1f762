import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../support/browser';

let folder: string;

async function program(path: string, exitCode: number): Promise<string> {
  const file = join(folder, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, `#!/bin/sh\nexit ${exitCode}\n`);
  await chmod(file, 0o755);
  return file;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'juesuan-browser-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe.skipIf(process.platform === 'win32')('finding a browser', () => {
  it('takes what CHROME_PATH names, then CHROMIUM_PATH', async () => {
    const chrome = await program('named/chrome', 0);
    const other = await program('named/other', 0);
    expect(findBrowser({ CHROME_PATH: chrome, CHROMIUM_PATH: other, PATH: '' })).toBe(chrome);
    expect(findBrowser({ CHROMIUM_PATH: other, PATH: '' })).toBe(other);
  });

  it('does not go on in silence when the named one does not start', async () => {
    const broken = await program('named/broken', 1);
    expect(() => findBrowser({ CHROME_PATH: broken })).toThrow(/does not start/);
    expect(() => findBrowser({ CHROME_PATH: join(folder, 'nothing') })).toThrow(/does not start/);
  });

  it('passes over a stub on PATH that does not start', async () => {
    const stub = await program('first/chromium', 1);
    const real = await program('second/google-chrome', 0);
    const path = [join(stub, '..'), join(real, '..')].join(delimiter);
    expect(findBrowser({ PATH: path })).toBe(real);
  });
});
