import { UnreadableDocument } from '../documents/errors';
import { readDocument, type ReadOptions } from '../documents/read';
import type { Extraction } from '../domain/facts';
import { formFacts, formSubjects, locateForms, readForms } from './forms';
import { identify } from './identify';
import { placedLines, type PlacedLine } from './lines';
import { extractNarrative } from './narrative';
import { extractPerformance } from './performance';

export interface ExtractOptions extends ReadOptions {
  /** Region of the body, where its name does not tell it in full, e.g. 甘肃省临夏市. */
  region?: string;
}

/**
 * One file of a disclosure → its facts, statements and indicators, each with its place, and what could not be read.
 * @throws UnreadableDocument where the file is empty, no text, or holds no form of a disclosure
 */
export async function extractDocument(
  fileName: string,
  bytes: Uint8Array,
  options: ExtractOptions = {},
): Promise<Extraction> {
  const pages = await readDocument(fileName, bytes, options);
  const lines = placedLines(pages);
  const blocks = locateForms(lines);
  if (blocks.length === 0) {
    throw new UnreadableDocument(isBudget(lines) ? 'budget_document' : 'not_a_disclosure', fileName);
  }
  const document = identify(fileName, bytes, pages, lines, blocks, options.region);
  const reads = readForms(blocks);
  const subjects = formSubjects(reads);
  const narrative = extractNarrative(pages, { document, subjects });
  const forms = formFacts(reads, document, narrative.facts);
  const finalTotal = forms.facts.find((fact) => fact.subject_name === '本年支出合计')?.amount;
  const performance = extractPerformance(pages, {
    document,
    subjects,
    ...(finalTotal === undefined ? {} : { finalTotal }),
  });
  const warnings = [...forms.warnings, ...narrative.warnings, ...performance.warnings];
  return {
    document: { ...document, warnings: warnings.length },
    facts: [...forms.facts, ...narrative.facts, ...performance.facts],
    statements: [...narrative.statements, ...performance.statements],
    indicators: [...narrative.indicators, ...performance.indicators],
    warnings,
  };
}

/** A document whose tables are those of 部门预算公开. */
function isBudget(lines: readonly PlacedLine[]): boolean {
  return lines.some(
    (line) =>
      line.text.length <= 60 &&
      /(收支预算总表|支出预算总表|收入预算总表|支出预算表)$/.test(line.text.replace(/\s+/g, '')),
  );
}
