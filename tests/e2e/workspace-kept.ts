import type { Page } from '@playwright/test';

/** The files with bytes in the browser's private folder, by path. A name is made before its bytes come. */
export const kept = (page: Page) =>
  page.evaluate(async () => {
    const paths: string[] = [];
    const walk = async (folder: FileSystemDirectoryHandle, before: string): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle, `${before}${name}/`);
        else if ((await (handle as FileSystemFileHandle).getFile()).size > 0) paths.push(before + name);
      }
    };
    await walk(await navigator.storage.getDirectory(), '');
    return paths.toSorted();
  });

/**
 * The tab comes to a stop at that one of its writes (counted from 0, or the index), as if it were killed there;
 * `stuck` in its window says so.
 */
export const stopWriting = (page: Page, at: number | 'index') =>
  page.addInitScript((wanted) => {
    const { createWritable } = FileSystemFileHandle.prototype;
    let written = 0;
    FileSystemFileHandle.prototype.createWritable = function (...given) {
      if (wanted === 'index' ? this.name === 'index.json' : written++ === wanted) {
        Object.assign(window, { stuck: true });
        return new Promise(() => undefined);
      }
      return createWritable.apply(this, given);
    };
  }, at);
