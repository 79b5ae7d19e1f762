/** One document, with everything read from it. */
export interface DocumentRequest {
  doc_id: string;
}
