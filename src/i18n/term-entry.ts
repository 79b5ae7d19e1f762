/** A term of art: its label in both languages, and what it means. */
export interface TermEntry {
  zh: string;
  en: string;
  zhMeans: string;
  enMeans: string;
}
