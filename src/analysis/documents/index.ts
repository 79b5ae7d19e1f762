export type { DocumentRequest } from './request';
export { documentCounts, type DocumentCounts, type DocumentModel } from './model';
export { runDocument, runDocumentCounts } from './run';
