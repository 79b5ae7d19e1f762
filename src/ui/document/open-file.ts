import type { Fact } from '../../domain/facts';
import { openDocument, type OpenDocument } from '../../state';
import { findFigure, firstLineNumber, type FoundFigure } from './find-figure';

/** A figure to be outlined; `facts` are those of its document, which tell equal figures of a row apart. */
export interface Highlight {
  fact: Fact;
  facts: readonly Fact[];
}

/** Opens a file; `release` closes it, also where it is not open yet. */
export function withDocument(fileName: string, bytes: Uint8Array) {
  const document = openDocument(fileName, bytes);
  return {
    document,
    release: () => {
      document.then(
        (opened) => opened.close(),
        () => undefined,
      );
    },
  };
}

/** The place of a figure in an opened document; null where its line does not have it. */
export async function seek(
  document: OpenDocument,
  { fact, facts }: Highlight,
  signal: AbortSignal,
): Promise<FoundFigure | null> {
  if (fact.line === null) return null;
  if (document.kind === 'lines') {
    const pages =
      fact.page === null ? document.pages : document.pages.filter(({ number }) => number === fact.page);
    return findFigure(
      pages.flatMap((page) => page.lines),
      fact,
      facts,
    );
  }
  if (fact.page === null || fact.page > document.pages) return null;
  const lines = await document.lines(fact.page, 1);
  const first =
    firstLineNumber(lines, fact.page, facts) ?? (await document.linesBefore(fact.page, signal)) + 1;
  return findFigure(
    lines.map((line) => ({ ...line, number: line.number - 1 + first })),
    fact,
    facts,
  );
}
