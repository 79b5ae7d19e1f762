import { UnreadableDocument } from '../documents/errors';
import { readDocument, type ReadOptions } from '../documents/read';
import type { Page } from '../documents/page';
import type { Extraction, Warning } from '../domain/facts';
import { formAbsences } from './absences';
import { budgetFacts, type BudgetBlock, budgetNarrative, isBudget, locateBudget } from './budget';
import { formFacts, formSubjects, locateForms, otherTables, readForms, type FormBlock } from './forms';
import { identify, type Found } from './identify';
import { placedLines, type PlacedLine } from './lines';
import { extractNarrative } from './narrative';
import { extractPerformance } from './performance';
import { subjectNameWarnings } from './subject-names';

export interface ExtractOptions extends ReadOptions {
  /** Region of the body, where its name does not tell it in full, e.g. 甘肃省临夏市. */
  region?: string;
}

/**
 * One file of a disclosure → its facts, statements and indicators, each with its place, and what could not be read.
 * What it is, a final account or a budget, follows from the forms found in it.
 * @throws UnreadableDocument where the file is empty, no text, holds only the narrative or no form of a disclosure
 */
export async function extractDocument(
  fileName: string,
  bytes: Uint8Array,
  options: ExtractOptions = {},
): Promise<Extraction> {
  return extractPages(fileName, bytes, await readDocument(fileName, bytes, options), options);
}

/** As `extractDocument`, for pages read before; `bytes` are those of the file, for its hash. */
export function extractPages(
  fileName: string,
  bytes: Uint8Array,
  pages: Page[],
  options: ExtractOptions = {},
): Extraction {
  const lines = placedLines(pages);
  const blocks = locateForms(lines);
  const budget = locateBudget(lines);
  if (isBudget(budget, blocks.length))
    return withPageNotes(budgetDocument(fileName, bytes, pages, lines, budget, options), pages);
  if (blocks.length === 0)
    throw new UnreadableDocument(isNarrative(lines) ? 'narrative_only' : 'not_a_disclosure', fileName);
  return withPageNotes(finalAccount(fileName, bytes, pages, lines, blocks, options), pages);
}

/** What the reader of the format had to tell (hidden rows, digits that a format hides …) joins the warnings. */
function withPageNotes(extraction: Extraction, pages: readonly Page[]): Extraction {
  const { doc_id } = extraction.document;
  const notes = pages.flatMap((page) =>
    (page.notes ?? []).map(({ code, message, line }): Warning => {
      const place = page.name === null ? '' : `工作表“${page.name}”：`;
      return { doc_id, code, message: place + message, form: null, page: page.number, line };
    }),
  );
  if (notes.length === 0) return extraction;
  const warnings = [...extraction.warnings, ...notes];
  return { ...extraction, document: { ...extraction.document, warnings: warnings.length }, warnings };
}

function finalAccount(
  fileName: string,
  bytes: Uint8Array,
  pages: Page[],
  lines: readonly PlacedLine[],
  blocks: readonly FormBlock[],
  options: ExtractOptions,
): Extraction {
  const found: Found = {
    kind: 'final_account',
    forms: blocks.map((block) => block.spec.id),
    titles: blocks.map((block) => block.title.text),
    departments: blocks.flatMap((block) => (block.department ? [block.department] : [])),
    units: blocks.flatMap((block) => (block.unit ? [block.unit] : [])),
  };
  const { document, yearFromFileName } = identify(fileName, bytes, pages, lines, found, options.region);
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
  const warnings = [
    ...(yearFromFileName ? [yearWarning(document.doc_id, document.fiscal_year)] : []),
    ...forms.warnings,
    ...otherTables(lines).map((line) => unknownForm(document.doc_id, line)),
    ...subjectNameWarnings(forms.facts, document),
    ...narrative.warnings,
    ...performance.warnings,
  ];
  return {
    document: { ...document, warnings: warnings.length },
    facts: [...forms.facts, ...narrative.facts, ...performance.facts],
    statements: [...narrative.statements, ...performance.statements],
    indicators: [...narrative.indicators, ...performance.indicators],
    warnings,
    absences: formAbsences(
      document,
      lines,
      blocks.map(({ spec, title }) => ({ form: spec.id, title })),
      otherTables(lines),
      forms.facts,
      warnings,
    ),
  };
}

/** The narrative of a budget has its own reader: the words of final accounts mean other stages. */
function budgetDocument(
  fileName: string,
  bytes: Uint8Array,
  pages: Page[],
  lines: readonly PlacedLine[],
  blocks: readonly BudgetBlock[],
  options: ExtractOptions,
): Extraction {
  const known = blocks.filter((block) => block.form !== null);
  const found: Found = {
    kind: 'budget',
    forms: known.map((block) => block.form!),
    titles: blocks.flatMap((block) => [block.title, ...(block.form ? (block.grid?.header.paths ?? []) : [])]),
    departments: known.flatMap((block) => (block.department ? [block.department] : [])),
    units: known.flatMap((block) => (block.unit ? [block.unit] : [])),
  };
  const { document, yearFromFileName } = identify(fileName, bytes, pages, lines, found, options.region);
  const forms = budgetFacts(blocks, document);
  const narrative = budgetNarrative(lines, document, forms.subjects);
  const warnings = [
    ...(yearFromFileName ? [yearWarning(document.doc_id, document.fiscal_year)] : []),
    ...forms.warnings,
    ...subjectNameWarnings(forms.facts, document),
  ];
  return {
    document: { ...document, warnings: warnings.length },
    facts: [...forms.facts, ...narrative.facts],
    statements: narrative.statements,
    indicators: narrative.indicators,
    warnings,
    absences: formAbsences(
      document,
      lines,
      known.map(({ form, titleLine }) => ({ form: form!, title: titleLine })),
      blocks.flatMap(({ form, titleLine }) => (form === null ? [titleLine] : [])),
      forms.facts,
      warnings,
    ),
  };
}

function unknownForm(doc_id: string, line: PlacedLine): Warning {
  return {
    doc_id,
    code: 'form_unknown',
    message: `不认识的表“${line.text.trim()}”，没有读取`,
    form: null,
    page: line.page,
    line: line.number,
  };
}

function yearWarning(doc_id: string, year: number): Warning {
  return {
    doc_id,
    code: 'year_from_file_name',
    message:
      year === 0 ? '文件里没有写明年度，文件名里也没有' : `文件里没有写明年度，按文件名取 ${year} 年，请核对`,
    form: null,
    page: null,
    line: null,
  };
}

/** The text part of a disclosure whose tables were published in another file. */
function isNarrative(lines: readonly PlacedLine[]): boolean {
  const text = lines.map((line) => line.text.replace(/\s+/g, ''));
  const about = text.slice(0, 40).some((line) => line.length <= 50 && /(部门|单位)(预算|决算)/.test(line));
  const told = text.filter(
    (line) => line.length <= 40 && /(预算|决算)(总体)?情况(的)?说明$/.test(line),
  ).length;
  return about && told >= 2;
}
