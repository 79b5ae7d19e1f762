export {
  DamagedFile,
  NotAnExtract,
  SchemaMismatch,
  TooManyPackages,
  Unwritable,
  type ColumnFault,
} from './errors';
export {
  chosenFiles,
  loadExtract,
  loadExtracts,
  type ExtractSource,
  type FetchBytes,
  type LoadedExtract,
  type LoadedExtracts,
  type LoadedSource,
  type NamedSource,
  type LoadProgress,
} from './load';
export { MANIFEST_PATH, parseManifest, type Manifest, type ManifestFile } from './manifest';
export { SCHEMA, TABLES, type TableName } from './schema';
export { MOST_PACKAGES } from './unite';
export { webFolder } from './web-source';
export { writeExtract, type ExtractFile, type WriteOptions } from './write';
export { applyDecisions, UnitNotExact } from './workspace/decisions';
export { compile, type Compilation } from './workspace/compile';
export type { Compiler } from './workspace/compile-documents';
export { StorageFull, type FileStore } from './workspace/file-store';
export { WorkspaceUnreadable } from './workspace/index-file';
export { IndexedDbStore } from './workspace/indexed-db-store';
export { MemoryStore } from './workspace/memory-store';
export {
  LONGEST_NOTE,
  MARK_STATUSES,
  REVIEWS_PATH,
  reviewsFile,
  type MarkStatus,
  type MarkedFinding,
  type ReviewMark,
} from './workspace/marks';
export { now } from './workspace/now';
export { LONGEST_NAME, viewName, viewsFile, type SavedView } from './workspace/views';
export { ORIGINALS, preparePackage, readMarks } from './workspace/open-package';
export { OpfsStore } from './workspace/opfs-store';
export { pageLock, Repository, type Lock } from './workspace/repository';
export { uniteExtracts } from './workspace/save';
export type {
  Added,
  AddResult,
  Alias,
  Decisions,
  NewDocument,
  OpenedPackage,
  PackageFile,
  StoredDocument,
} from './workspace/types';
export { IMPORTED, Workspace } from './workspace/workspace';
export { unzip, zip } from './workspace/zip';
