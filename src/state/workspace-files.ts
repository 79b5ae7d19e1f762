import { ORIGINALS, reviewsFile, viewsFile, type ExtractFile, type Workspace } from '../dataset';

/** The files of a saved workspace: the tables, the reader's judgements and views, and on demand the originals, each once. */
export async function* zippedFiles(
  workspace: Workspace,
  tables: readonly ExtractFile[],
  originals: boolean,
): AsyncGenerator<ExtractFile> {
  yield* tables;
  const { marks, views } = workspace.index;
  if (marks.length > 0) yield reviewsFile(marks);
  if (views.length > 0) yield viewsFile(views);
  if (!originals) return;
  const kept = workspace.originals();
  for (const [i, { path, sha256 }] of kept.entries()) {
    const again = kept.findIndex((file) => file.sha256 === sha256) < i;
    const bytes = again ? null : await workspace.file(sha256);
    if (bytes) yield { path: `${ORIGINALS}${sha256}/${path}`, bytes };
  }
}
