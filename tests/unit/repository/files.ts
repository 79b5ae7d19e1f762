import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const NOT_OURS = ['.git', 'node_modules', 'dist', 'coverage', 'test-results', 'playwright-report'];

/** Paths of all files that belong to the project, from its root. */
export function projectFiles(folder = '.'): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (NOT_OURS.includes(path)) return [];
    return entry.isDirectory() ? projectFiles(path) : [path];
  });
}

/** Whether the bytes are text: no NUL in the first part, as git tells. */
export const isText = (bytes: Buffer): boolean => !bytes.subarray(0, 8000).includes(0);
