import type Decimal from 'decimal.js';
import {
  KINDS,
  SCOPES,
  type FormAbsence,
  type Kind,
  type Measure,
  type Scope,
  type Source,
  type Stage,
} from '../../domain/facts';
import { functionalClassByCode } from '../../domain/functional';
import { ratio, type Fen, type Unit } from '../../domain/money';
import { groupRows } from '../group';
import { formMarks, type FormMark } from './forms';
import type { CoverageRequest } from './request';
import type { AmountsLine, CoverageRows, DocumentLine, TotalKey, TotalLine } from './rows';

/** One of the four key totals (分), and the place it is printed in. */
export interface KeyTotal {
  key: TotalKey;
  amount: Fen;
  source: Source;
  /** 决算 of a final account, 年初预算 of a budget. */
  stage: Stage;
  /** '' outside the forms. */
  form: string;
  subject_name: string;
  /** Another place of the document says it differently, beyond rounding. */
  contradicted: boolean;
}

/** One document as loaded. */
export interface CoverageDocument {
  doc_id: string;
  title: string;
  region: string;
  department: string;
  scope: Scope;
  fiscal_year: number;
  kind: Kind;
  unit_printed: Unit;
  warnings: number;
  file_name: string;
  forms: FormMark[];
  /** Amounts by source, `form` those of the forms of its kind; `derived` are implied, not printed, and counted in the others. */
  amounts: { total: number; form: number; narrative: number; performance: number; derived: number };
  totals: Partial<Record<TotalKey, KeyTotal>>;
}

/** A department's documents by year; several in one year are different scopes or kinds. */
export interface CoverageDepartment {
  department: string;
  region: string;
  years: Map<number, CoverageDocument[]>;
}

/** Sums over the documents of one scope and kind (分), with the number of documents that have the figure. */
export interface ScopeTotals {
  scope: Scope;
  documents: number;
  totals: Record<TotalKey, { amount: Fen; documents: number }>;
}

/** A part of a document's 本年支出: a functional class, or a measure of form 03. */
export interface Part {
  key: string;
  name: string;
  amount: Fen;
  /** Of the parts' sum; null where that is zero. */
  share: Decimal | null;
}
export interface Structure {
  document: CoverageDocument;
  /** The form that the parts stand in. */
  form: string;
  total: Fen;
  parts: Part[];
}

/** What the documents of one kind add up to and consist of: 决算 and 年初预算 never meet in one figure. */
export interface KindFigures {
  kind: Kind;
  documents: CoverageDocument[];
  years: number[];
  scopes: ScopeTotals[];
  /** 支出结构 by class, parts by amount; documents by 本年支出, largest first. */
  classes: Structure[];
  /** 基本支出 / 项目支出 / others of form 03; documents in the same order. */
  measures: Structure[];
}

export interface CoverageModel {
  request: CoverageRequest;
  years: number[];
  departments: CoverageDepartment[];
  documents: CoverageDocument[];
  amounts: number;
  derived: number;
  warnings: number;
  /** Final accounts first; a kind without documents is left out. */
  kinds: KindFigures[];
  subjects: { functional: number; economic: number };
  changes: number;
  reasons: number;
}

const CHINESE = new Intl.Collator('zh-Hans-CN', { numeric: true });

type DocumentRows = { amounts: AmountsLine[]; totals: TotalLine[]; absences: readonly FormAbsence[] };

function documentOf(line: DocumentLine, { amounts, totals, absences }: DocumentRows): CoverageDocument {
  const count = (source?: Source) =>
    amounts.filter((a) => !source || a.source === source).reduce((n, a) => n + Number(a.amounts), 0);
  const { doc_id, title, region, department, scope, kind, unit_printed, file_name } = line;
  return {
    doc_id,
    title,
    region,
    department,
    scope,
    fiscal_year: Number(line.fiscal_year),
    kind,
    unit_printed,
    warnings: Number(line.warnings),
    file_name,
    forms: formMarks(kind, line.forms_present, amounts, absences),
    amounts: {
      total: count(),
      form: count('form') + count('budget_form'),
      narrative: count('narrative'),
      performance: count('performance'),
      derived: amounts.reduce((n, a) => n + Number(a.derived), 0),
    },
    totals: Object.fromEntries(
      totals.map(({ key, amount_fen, source, form, subject_name, contradicted }): [TotalKey, KeyTotal] => [
        key,
        {
          key,
          amount: amount_fen,
          source,
          stage: source === 'budget_form' ? 'initial_budget' : 'final',
          form,
          subject_name,
          contradicted: Number(contradicted) > 0,
        },
      ]),
    ),
  };
}

function departmentsOf(documents: readonly CoverageDocument[]): CoverageDepartment[] {
  const bodies = groupRows(documents, (d) => `${d.region}\u001f${d.department}`);
  return [...bodies.values()]
    .map((own) => {
      const years = new Map<number, CoverageDocument[]>();
      for (const document of own) {
        years.set(document.fiscal_year, [...(years.get(document.fiscal_year) ?? []), document]);
      }
      return { department: own[0]!.department, region: own[0]!.region, years };
    })
    .sort((a, b) => CHINESE.compare(a.region, b.region) || CHINESE.compare(a.department, b.department));
}

function scopeTotals(scope: Scope, documents: readonly CoverageDocument[]): ScopeTotals {
  const sum = (key: TotalKey) => {
    const found = documents.flatMap((d) => d.totals[key] ?? []);
    return { amount: found.reduce((total, t) => total + t.amount, 0n), documents: found.length };
  };
  return {
    scope,
    documents: documents.length,
    totals: {
      revenue: sum('revenue'),
      expenditure: sum('expenditure'),
      general: sum('general'),
      three_public: sum('three_public'),
    },
  };
}

/** Parts that are not zero, as they come, with their share of the sum; null where there is none. */
function structure(
  document: CoverageDocument,
  form: string,
  parts: readonly Omit<Part, 'share'>[],
): Structure | null {
  const some = parts.filter((part) => part.amount !== 0n);
  const total = some.reduce((sum, part) => sum + part.amount, 0n);
  if (some.length === 0) return null;
  return {
    document,
    form,
    total,
    parts: some.map((part) => ({ ...part, share: ratio(part.amount, total) })),
  };
}

const byTotal = (a: Structure, b: Structure) =>
  a.total > b.total
    ? -1
    : a.total < b.total
      ? 1
      : CHINESE.compare(a.document.department, b.document.department);

type Lines = ReadonlyMap<string, CoverageRows['classes']>;

/** Classes by the expenditure form, by the overview form for documents without it. */
function classesOf(document: CoverageDocument, lines: Lines): Structure | null {
  const own = lines.get(document.doc_id) ?? [];
  const detailed = own.filter((line) => line.form.endsWith('03'));
  const chosen = detailed.length > 0 ? detailed : own;
  const parts = chosen.map(({ code, amount_fen }) => ({
    key: code,
    name: functionalClassByCode(code)?.name ?? code,
    amount: amount_fen,
  }));
  return structure(document, chosen[0]?.form ?? '', parts);
}

function measuresOf(document: CoverageDocument, lines: ReadonlyMap<string, CoverageRows['measures']>) {
  const own = lines.get(document.doc_id) ?? [];
  const parts = MEASURE_ORDER.flatMap((measure) =>
    own
      .filter((line) => line.measure === measure)
      .map((line) => ({ key: measure, name: measure, amount: line.amount_fen })),
  );
  return structure(document, document.kind === 'budget' ? 'B03' : '03', parts);
}

const yearsOf = (documents: readonly CoverageDocument[]) =>
  [...new Set(documents.map((d) => d.fiscal_year))].sort((a, b) => a - b);

/** Rows of the engine → what is loaded. Sums stay within one scope and one kind of document. */
export function coverageModel(request: CoverageRequest, rows: CoverageRows): CoverageModel {
  const amounts = groupRows(rows.amounts, (row) => row.doc_id);
  const totals = groupRows(rows.totals, (row) => row.doc_id);
  const absences = groupRows(request.absences ?? [], (row) => row.doc_id);
  const classes = groupRows(rows.classes, (row) => row.doc_id);
  const measures = groupRows(rows.measures, (row) => row.doc_id);
  const documents = rows.documents.map((line) =>
    documentOf(line, {
      amounts: amounts.get(line.doc_id) ?? [],
      totals: totals.get(line.doc_id) ?? [],
      absences: absences.get(line.doc_id) ?? [],
    }),
  );
  const subjects = (classification: string) =>
    Number(rows.subjects.find((row) => row.classification === classification)?.subjects ?? 0);
  const figures = (kind: Kind): KindFigures[] => {
    const own = documents.filter((d) => d.kind === kind);
    if (own.length === 0) return [];
    const scopes = SCOPES.map((scope) => {
      const ofScope = own.filter((d) => d.scope === scope);
      return scopeTotals(scope, ofScope);
    });
    return [
      {
        kind,
        documents: own,
        years: yearsOf(own),
        scopes: scopes.filter((s) => s.documents > 0),
        classes: own.flatMap((document) => classesOf(document, classes) ?? []).sort(byTotal),
        measures: own.flatMap((document) => measuresOf(document, measures) ?? []).sort(byTotal),
      },
    ];
  };

  return {
    request,
    years: yearsOf(documents),
    departments: departmentsOf(documents),
    documents,
    amounts: documents.reduce((n, d) => n + d.amounts.total, 0),
    derived: documents.reduce((n, d) => n + d.amounts.derived, 0),
    warnings: documents.reduce((n, d) => n + d.warnings, 0),
    kinds: KINDS.flatMap(figures),
    subjects: { functional: subjects('function'), economic: subjects('economy') },
    changes: Number(rows.reasons[0]?.changes ?? 0),
    reasons: Number(rows.reasons[0]?.reasons ?? 0),
  };
}

/** The parts of 本年支出合计 in the order of form 03's columns. */
const MEASURE_ORDER: readonly Measure[] = [
  'basic',
  'project',
  'contingency',
  'remitted',
  'operating',
  'affiliate_subsidy',
  'carry_forward',
];
