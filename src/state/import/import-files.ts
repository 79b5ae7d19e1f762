import { importing } from '../../i18n/pages/import';
import { render } from '../../i18n';
import type { AppState } from '../app.svelte';
import { toast } from '../toast.svelte';
import { splitPackages, type GivenFile } from './dropped';

/**
 * Files given by the reader, from whatever page: data packages open at once, documents go to the review. Throws what
 * opening the first package that fails throws; everything else is taken in all the same.
 */
export async function importFiles(app: AppState, given: readonly GivenFile[]): Promise<void> {
  const { packages, documents } = await splitPackages(given);
  if (documents.length > 0) {
    const before = app.page === 'import' && app.imports.item(Number(app.params['file']));
    const [only, ...more] = app.imports.add(documents);
    // One file is what the reader wants to see; of many, the first that can be reviewed.
    if (!before) app.navigate('import', more.length === 0 ? { file: String(only) } : {});
  }
  const failures: unknown[] = [];
  for (const files of packages) {
    try {
      const parts = await Promise.all(
        files.map(async ({ path, file }) => ({ path, bytes: new Uint8Array(await file.arrayBuffer()) })),
      );
      const { title } = await app.workspace.openPackage(parts);
      toast(render(importing.package_toast, app.language, { title }));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
