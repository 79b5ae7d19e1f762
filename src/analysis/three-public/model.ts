import type Decimal from 'decimal.js';
import type { Fen } from '../../domain/money';
import { changeRow, lookup, type ChangeRow, type DocumentLine, type Pair } from '../change';
import type { FigureLine, StatementLine } from '../change';
import type { DocumentLine as SheetDocument, PlaceLine } from '../department';
import { groupRows } from '../group';
import { burdens, type Burden } from './burden';
import { countFindings, countsOf, perOne, unprinted, type CountFinding, type Counts } from './counts';
import { budgetOf, controlOf, finalOf, type ControlState, type Told } from './figure';
import { COMPONENTS, type ComponentCode, type CountCode, type ThreePublicRequest } from './request';
import type { ComponentLine, CountLine, PlannedLine, ReasonLine } from './rows';
import { seriesOf, type SeriesRow } from './series';
import { summaries, type ThreePublicSummary } from './summary';

/**
 * What the document's form 09 is: `figures` has amounts other than 0 · `zeros` prints 0.00 in every cell it fills ·
 * `empty` published without any amount (with a note that says why) · `absent` not in the document.
 */
export const FORM_STATES = ['figures', 'zeros', 'empty', 'absent'] as const;
export type FormState = (typeof FORM_STATES)[number];

export interface ThreePublicCell {
  component: ComponentCode;
  budget: Told;
  final: Told;
  control: ControlState;
  /** 决算 ÷ 全年预算, 1 = 100 %. */
  control_rate: Decimal | null;
  /** Against last year: same rules as the year-on-year analysis. */
  change: ChangeRow;
  reason: string | null;
}

/** What one costs, 分; null where it cannot be said. */
export interface UnitCosts {
  /** 公务用车运行维护费 ÷ vehicles kept. */
  vehicle: Decimal | null;
  /** 公务接待费 ÷ domestic receptions. */
  reception: Decimal | null;
  /** 公务接待费 ÷ domestic guests. */
  guest: Decimal | null;
  /** 因公出国（境）费 ÷ trips (团组). */
  trip: Decimal | null;
  /** 因公出国（境）费 ÷ persons abroad. */
  traveller: Decimal | null;
}

export interface ThreePublicRow {
  document: DocumentLine;
  form: FormState;
  cells: Readonly<Record<ComponentCode, ThreePublicCell>>;
  counts: Counts;
  /** Counts of money that the document leaves out though it prints others. */
  uncounted: CountCode[];
  costs: UnitCosts;
  findings: CountFinding[];
  /** The reason that narrative 九 gives for the whole. */
  reason: string | null;
}

export interface ThreePublicModel {
  request: ThreePublicRequest;
  /** By 决算 of 合计, greatest first; those without it last. */
  rows: ThreePublicRow[];
  summaries: ThreePublicSummary[];
  /** Every body and year of which a budget or a final account is loaded. */
  series: SeriesRow[];
  /** “三公” against basic spending and operating funds, a document each. */
  burdens: Burden[];
  spare: number;
}

export interface ThreePublicRows {
  components: readonly ComponentLine[];
  counts: readonly CountLine[];
  reasons: readonly ReasonLine[];
  /** Of the year-on-year analysis: this year's and last year's documents. */
  figures: readonly FigureLine[];
  statements: readonly StatementLine[];
  budgets: readonly DocumentLine[];
  planned: readonly PlannedLine[];
  /** All documents of the filter with their figures, of the department's analysis. */
  documents: readonly SheetDocument[];
  places: readonly PlaceLine[];
}

function formState(document: DocumentLine, lines: readonly ComponentLine[]): FormState {
  const printed = lines.flatMap((line) => [line.form_budget, line.form_final]).filter((a) => a !== null);
  if (printed.length > 0) return printed.some((amount) => amount !== 0n) ? 'figures' : 'zeros';
  return document.forms_present.split(',').includes('09') ? 'empty' : 'absent';
}

const COUNTED: readonly CountCode[] = [
  'trips_abroad',
  'persons_abroad',
  'vehicles_bought',
  'vehicles_kept',
  'receptions',
  'guests',
];

/** Rows of the engine (分) → the page's model. Form 09 wins over the narrative; both are kept where they disagree. */
export function threePublicModel(
  request: ThreePublicRequest,
  selection: { pairs: readonly Pair[]; spare: number },
  rows: ThreePublicRows,
): ThreePublicModel {
  const componentsOf = groupRows([...rows.components], (line) => line.doc_id);
  const countsByDoc = groupRows([...rows.counts], (line) => line.doc_id);
  const reasonsByDoc = groupRows([...rows.reasons], (line) => line.doc_id);
  const figures = lookup(rows.figures);
  const statements = lookup(rows.statements);

  const all = selection.pairs.map((pair): ThreePublicRow => {
    const { document } = pair;
    const lines = componentsOf.get(document.doc_id) ?? [];
    const reasons = reasonsByDoc.get(document.doc_id) ?? [];
    const reasonOf = (component: ComponentCode, of_change: boolean) =>
      reasons.find((line) => line.component === component && line.of_change === of_change)?.reason ?? null;
    const cell = (component: ComponentCode): ThreePublicCell => {
      const line = lines.find((candidate) => candidate.component === component);
      const budget = budgetOf(line);
      const final = finalOf(line);
      return {
        component,
        budget,
        final,
        ...controlOf(budget.taken, final.taken),
        change: changeRow(pair, component, figures, statements(document.doc_id, component)),
        reason: reasonOf(component, false) ?? reasonOf(component, true),
      };
    };
    const cells = Object.fromEntries(COMPONENTS.map((component) => [component, cell(component)])) as Record<
      ComponentCode,
      ThreePublicCell
    >;
    const counts = countsOf(countsByDoc.get(document.doc_id) ?? []);
    const spent = (component: ComponentCode): Fen | null => cells[component].final.taken?.amount ?? null;
    return {
      document,
      form: formState(document, lines),
      cells,
      counts,
      uncounted: unprinted(counts, COUNTED),
      costs: {
        vehicle: perOne(spent('SG22'), counts.get('vehicles_kept')),
        reception: perOne(spent('SG3'), counts.get('receptions')),
        guest: perOne(spent('SG3'), counts.get('guests')),
        trip: perOne(spent('SG1'), counts.get('trips_abroad')),
        traveller: perOne(spent('SG1'), counts.get('persons_abroad')),
      },
      findings: countFindings(new Map(COMPONENTS.map((code) => [code, spent(code)])), counts),
      reason: reasonOf('SG', false) ?? reasonOf('SG', true),
    };
  });
  return {
    request,
    rows: all.sort(bySpending),
    summaries: summaries(all),
    series: seriesOf(all, rows.budgets, rows.planned),
    burdens: burdens(rows.documents, rows.places),
    spare: selection.spare,
  };
}

/** The greatest spending first, then the greatest budget; without either last, by name. */
function bySpending(a: ThreePublicRow, b: ThreePublicRow): number {
  const key = (row: ThreePublicRow) => [
    row.cells.SG.final.taken?.amount ?? -1n,
    row.cells.SG.budget.taken?.amount ?? -1n,
  ];
  const [x, y] = [key(a), key(b)];
  for (let i = 0; i < x.length; i++) {
    if (x[i]! !== y[i]!) return x[i]! > y[i]! ? -1 : 1;
  }
  return 0;
}
