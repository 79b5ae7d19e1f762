/** What can be found. */
export const ENTRY_KINDS = ['view', 'page', 'action', 'department', 'subject', 'document'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A name under which an entry is also found: a former name with its last year, the name in the other language. */
export interface OtherName {
  name: string;
  /** The last year in which it was the name; null for names that no year has. */
  until: number | null;
}

export interface SearchEntry {
  /** Unique among all entries; stays the same from visit to visit. */
  id: string;
  kind: EntryKind;
  label: string;
  /** A subject's code. */
  code?: string;
  others?: readonly OtherName[];
  /** Shown beside the label and searched by further words: a region, a classification. */
  detail?: string;
  /** Moves an entry up among equal ones: subjects that the loaded data have. */
  weight?: number;
  /** A subject that only budgets in the data have. */
  budgets_alone?: boolean;
}

/** One syllable for each character of a text (UTF-16 unit), without tones; '' where it is no Chinese character. */
export type Romanize = (text: string) => readonly string[];
