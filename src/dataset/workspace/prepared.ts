import type { ExtractFile } from '../write';
import type { ReviewMark } from './marks';
import type { OpenedPackage } from './types';
import type { SavedView } from './views';

/** A package that was read, checked and found good: its manifest, tables and originals, ready to be kept. */
export interface PreparedPackage extends Omit<OpenedPackage, 'added' | 'bytes'> {
  files: ExtractFile[];
  /** The judgements of findings that it was saved with. */
  marks: readonly ReviewMark[];
  /** The saved views in it. */
  views: readonly SavedView[];
}
