import { render, shell } from '../i18n';
import { filterText, type ExportTable } from '../state';

type Reader = Parameters<typeof filterText>[0];

const sourceLine = (source: string | undefined, reader: Reader): string[] =>
  source ? [render(shell.source_line, reader.language, { text: source })] : [];

/** A table as it leaves the app: the page's own remarks, then the filter and the source, each once. */
export function withFilter(given: ExportTable, source: string | undefined, reader: Reader): ExportTable {
  const own = (given.notes ?? []).filter((note) => note !== source);
  return { ...given, notes: [...new Set([...own, filterText(reader), ...sourceLine(source, reader)])] };
}

/** The lines under an exported picture: remarks, the filter, the source. */
export function pictureNotes(notes: readonly string[], source: string | undefined, reader: Reader): string[] {
  return [notes.join('　'), filterText(reader), ...sourceLine(source, reader)].filter((line) => line !== '');
}
