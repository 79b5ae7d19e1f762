import { unzipSync, Zip, ZipPassThrough } from 'fflate';
import { NotAnExtract } from '../errors';
import type { ExtractFile } from '../write';
import type { PackageFile } from './types';

/** What a zip may unpack to, as its own directory says; fflate unpacks no more than that. */
export const LARGEST_ZIP = 768 * 1024 * 1024;
export const MOST_FILES = 20_000;

export const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03;

const leavesFolder = (name: string) =>
  /^[/\\]|^[a-z]:|\u0000/i.test(name) || name.split(/[/\\]/).includes('..');

/**
 * The files of a zip. Throws NotAnExtract where it is none, names files outside of its own folder, or would unpack to
 * more than this page can hold.
 */
export function unzip(name: string, bytes: Uint8Array): PackageFile[] {
  let total = 0;
  let count = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name: path, originalSize }) => {
        if (leavesFolder(path)) throw new NotAnExtract(name, `a path outside of the zip: ${path}`);
        total += originalSize;
        count += 1;
        if (count > MOST_FILES) throw new NotAnExtract(name, `more than ${MOST_FILES} files`);
        if (total > LARGEST_ZIP) throw new NotAnExtract(name, `unpacks to more than ${LARGEST_ZIP} bytes`);
        return !path.endsWith('/');
      },
    });
  } catch (cause) {
    if (cause instanceof NotAnExtract) throw cause;
    throw new NotAnExtract(name, 'a damaged zip', { cause });
  }
  return Object.entries(files).map(([path, content]) => ({ path, bytes: content }));
}

/** Files → a zip. They are stored as they are: Parquet and PDF are compressed already. */
export async function zip(files: AsyncIterable<ExtractFile> | Iterable<ExtractFile>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const whole = new Promise<void>((resolve, reject) => {
    const archive = new Zip((error, chunk, final) => {
      if (error) return reject(error);
      chunks.push(chunk);
      if (final) resolve();
    });
    void (async () => {
      try {
        for await (const { path, bytes } of files) {
          const entry = new ZipPassThrough(path);
          archive.add(entry);
          entry.push(bytes, true);
        }
        archive.end();
      } catch (thrown) {
        archive.terminate();
        reject(thrown instanceof Error ? thrown : new Error(String(thrown)));
      }
    })();
  });
  await whole;
  const result = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    result.set(chunk, at);
    at += chunk.length;
  }
  return result;
}
