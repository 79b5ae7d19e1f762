export { DamagedFile, NotAnExtract, SchemaMismatch, Unwritable, type ColumnFault } from './errors';
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
export { now } from './workspace/now';
export type {
  AddResult,
  Alias,
  Decisions,
  NewDocument,
  OpenedPackage,
  PackageFile,
  StoredDocument,
} from './workspace/types';
