import type { Page } from '@playwright/test';

/** The files in the browser's private folder, by path. */
export const kept = (page: Page) =>
  page.evaluate(async () => {
    const paths: string[] = [];
    const walk = async (folder: FileSystemDirectoryHandle, before: string): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle, `${before}${name}/`);
        else paths.push(before + name);
      }
    };
    await walk(await navigator.storage.getDirectory(), '');
    return paths.toSorted();
  });

/** The tab comes to a stop at that one of its writes, as if it were killed there; `stuck` in its window says so. */
export const stopWriting = (page: Page, after: number) =>
  page.addInitScript((count) => {
    const { createWritable } = FileSystemFileHandle.prototype;
    let written = 0;
    FileSystemFileHandle.prototype.createWritable = function (...given) {
      if (written++ === count) {
        Object.assign(window, { stuck: true });
        return new Promise(() => undefined);
      }
      return createWritable.apply(this, given);
    };
  }, after);
