import { documentId, documentTitle } from '../../domain/document-id';
import type { DocumentRow, Extraction, Fact } from '../../domain/facts';
import type { Fen, Unit } from '../../domain/money';
import type { Decisions } from './types';

/** An amount that cannot be had in the decided unit: it would have parts of a 分. `message` names it. */
export class UnitNotExact extends Error {
  override readonly name = 'UnitNotExact';
  constructor(
    readonly docId: string,
    readonly printed: string,
    readonly unit: Unit,
  ) {
    super(`${docId}：“${printed}”按${unit}计不足一分`);
  }
}

const FEN_PER_UNIT: Record<Unit, bigint> = { 元: 100n, 万元: 1_000_000n, 亿元: 10_000_000_000n };

/** 分 read in one unit → 分 read in another, exact. Null where that is no whole 分. */
function inOtherUnit(amount: Fen, from: Unit, to: Unit): Fen | null {
  const scaled = amount * FEN_PER_UNIT[to];
  return scaled % FEN_PER_UNIT[from] === 0n ? scaled / FEN_PER_UNIT[from] : null;
}

/**
 * A fact of a form, read in the decided unit. Facts of the text name their unit themselves and stay, as do the
 * columns of a form that print another one than the forms (“三公” in 万元 beside forms in 元).
 */
function inUnit(fact: Fact, from: Unit, to: Unit): Fact {
  const ofForm = fact.source === 'form' || fact.source === 'budget_form';
  if (from === to || !ofForm || (fact.printed_unit ?? from) !== from) return fact;
  const amount = inOtherUnit(fact.amount, from, to);
  if (amount === null) {
    throw new UnitNotExact(fact.doc_id, fact.printed_value ?? String(fact.amount), to);
  }
  // More places than the unit has 分 for (1.234567 万元 read as 元 would have failed above): 分 is what is told apart.
  const resolution = inOtherUnit(fact.resolution, from, to) ?? 1n;
  return { ...fact, amount, resolution, printed_unit: fact.printed_unit === null ? null : to };
}

const IDENTITY = ['region', 'department', 'fiscal_year', 'kind', 'scope'] as const;

/** The document with the decisions; its id and title follow where they changed what these are made of. */
function decided(document: DocumentRow, { unit, ...decisions }: Decisions): DocumentRow {
  const given = Object.fromEntries(Object.entries(decisions).filter(([, value]) => value !== undefined));
  const next: DocumentRow = { ...document, ...given, unit_printed: unit ?? document.unit_printed };
  if (IDENTITY.every((key) => next[key] === document[key])) return next;
  return { ...next, doc_id: documentId(next), title: documentTitle(next) };
}

/**
 * What was read with the reader's decisions applied: document, facts, statements, indicators and warnings; what is
 * given stays as it is. Amounts of forms are read anew in the decided unit, exact.
 * Throws UnitNotExact where an amount has no whole 分 in it.
 */
export function applyDecisions(extraction: Extraction, decisions: Decisions): Extraction {
  const document = decided(extraction.document, decisions);
  const { doc_id, region, department, scope, fiscal_year } = document;
  const [from, to] = [extraction.document.unit_printed, document.unit_printed];
  return {
    document,
    facts: extraction.facts.map((fact) => ({
      ...inUnit(fact, from, to),
      doc_id,
      region,
      department,
      scope,
      fiscal_year,
    })),
    statements: extraction.statements.map((statement) => ({ ...statement, doc_id })),
    indicators: extraction.indicators.map((indicator) => ({ ...indicator, doc_id })),
    warnings: extraction.warnings.map((warning) => ({ ...warning, doc_id })),
    ...(extraction.absences
      ? { absences: extraction.absences.map((absence) => ({ ...absence, doc_id })) }
      : {}),
  };
}
