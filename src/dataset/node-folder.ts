import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FetchBytes } from './load';
import type { ExtractFile } from './write';

/** Reads the files of an extract from a folder of this machine. */
export function diskFolder(folder: string): FetchBytes {
  return async (path) => new Uint8Array(await readFile(join(folder, path)));
}

/** Writes the files of an extract into a folder, making it; the manifest last, so that what it names is there. */
export async function writeFolder(folder: string, files: readonly ExtractFile[]): Promise<void> {
  for (const file of files.toReversed()) {
    const path = join(folder, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file.bytes);
  }
}
