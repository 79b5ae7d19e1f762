/** What the page of the document shows: a figure outlined, or a page; both null: the page of the chosen form. */
export interface Focus {
  factId: string | null;
  page: number | null;
}
