import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** An input that is neither file nor folder. */
export interface MissingInput {
  path: string;
}

/** Files of the given files and folders (with what is below them), sorted by path; what systems leave behind is left out. */
export async function inputFiles(
  inputs: readonly string[],
): Promise<{ files: string[]; missing: MissingInput[] }> {
  const files: string[] = [];
  const missing: MissingInput[] = [];
  for (const path of inputs) {
    const found = await stat(path).catch(() => null);
    if (!found) missing.push({ path });
    else if (found.isDirectory()) files.push(...(await below(path)));
    else files.push(path);
  }
  return { files: [...new Set(files)], missing };
}

/** Hidden files, locks of open Office files, and what file managers keep. */
const LEFT_BEHIND = /^(?:\.|~\$)|^(?:Thumbs\.db|desktop\.ini|__MACOSX)$/i;

async function below(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const visible = entries
    .filter((entry) => !LEFT_BEHIND.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const nested = await Promise.all(
    visible.map(async (entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? below(path) : entry.isFile() ? [path] : [];
    }),
  );
  return nested.flat();
}
