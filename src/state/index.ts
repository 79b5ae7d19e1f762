export { AppState, type AddressBar, type BesideLine, type ChangeOptions } from './app.svelte';
export { useApp, provideApp } from './context';
export { useText, useTerms } from './text';
export { PAGE_IDS, isPageId, type PageId } from './page-ids';
export type { Params, UrlState } from './url';
export type { Dataset, Phase, Progress } from './dataset';
export * from './format';
export { awaitNoChart, markFirstChart, FIRST_CHART } from './timing';
export type { Coordinates, EvidencePart, EvidenceRequest, Shown } from '../analysis/evidence';
export { unitLabel } from './labels';
export { toast, toastState } from './toast.svelte';
export { useModel, Model } from './model.svelte';
export {
  downloadBytes,
  downloadCsv,
  downloadPng,
  downloadSvg,
  downloadXlsx,
  copyTable,
  type ExportFigure,
} from './downloads';
export { toTsv } from '../export';
export type { Cell, ExportColumn, ExportTable } from '../export';
export { browserAddressBar } from './address-bar';
export { columnLabel, sourceLabel, termLabel } from './evidence-labels';
export { markFigure } from './mark-figure';
export { repairNotes } from './repair-notes';
export {
  runEvidence,
  type Conflict,
  type EvidenceModel,
  type EvidencePartModel,
  type FactLine,
  type ReasonLine,
} from '../analysis/evidence';
export { runDocument } from '../analysis/documents';
export { Reconciliation, type FigureState } from './reconciliation.svelte';
export { factEvidence, figureMark, type FigureMark } from './figure-mark';
export { runReconciled, type ReconciledModel } from '../analysis/reconciled';
export { identityGroups, type IdentityGroups } from './identity-groups';
export { exactDecimals } from './exact-decimals';
export type { Identity } from '../checks';
export { boot } from './boot';
export { failureText, type FailureText } from './failure';
export { type ScopedData } from './scope';
export { filterText } from './filter-text';
export { EMBEDDED, IMPORTED, WorkspaceState, type SetAside, type WorkspaceTask } from './workspace.svelte';
export { packageFailure, type PackageFailure } from './package-failure';
export { ForeignOrigin } from './package-url';
export type { Usage, WorkspaceHost } from './workspace-host';
export type {
  Added,
  AddResult,
  Alias,
  Decisions,
  NewDocument,
  OpenedPackage,
  PackageFile,
  SavedView,
  StoredDocument,
} from '../dataset';
export { chosenFiles, droppedFiles, type GivenFile } from './import/dropped';
export { missingForms } from './import/form-set';
export { importFiles } from './import/import-files';
export { showDocuments } from './import/show-documents';
export { loadedFacts } from './import/loaded-facts';
export { identityOf, YEARS } from './import/concerns';
export { BLOCKING, isLost, type Concern, type ImportItem, type ItemState } from './import/item';
export { readFailureText } from './import/failure-text';
export { ImportSession } from './import/session.svelte';
export {
  DrawingCancelled,
  openDocument,
  type DocumentPage,
  type OpenDocument,
  type PageLine,
  type PdfDocument,
  type PdfPage,
} from './document-pages';
export {
  baseYearOf,
  notValuedText,
  outlierScoreText,
  outliersText,
  valuationNotes,
  valuationText,
  valuedFor,
  valuedUnit,
  yearsNotValued,
} from './valuation-text';
export { priceLines, withOwnPrice, type PriceLine } from './own-prices';
export { describeBookmark, suggestedViewName } from './views-text';
export { pageLabel } from './page-labels';
