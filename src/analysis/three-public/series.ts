import type { Scope } from '../../domain/facts';
import type { DocumentLine, Figure } from '../change';
import { groupRows } from '../group';
import type { ThreePublicRow } from './model';
import { COMPONENTS, type ComponentCode } from './request';
import type { PlannedLine } from './rows';

/**
 * A component in one year by its three stages: 年初预算 of the department's budget (form B09), 预算数 of the final
 * account (form 09, the budget of the whole year), 决算. Different stages of one budget: shown beside each other, never
 * one for another.
 */
export interface SeriesCell {
  initial: Figure | null;
  adjusted: Figure | null;
  final: Figure | null;
}

/** One department, or unit, and year of which a budget or a final account is loaded. */
export interface SeriesRow {
  region: string;
  department: string;
  scope: Scope;
  fiscal_year: number;
  /** The documents; null: none of this kind is loaded, which is not the same as 0. */
  budget: DocumentLine | null;
  account: DocumentLine | null;
  cells: Readonly<Record<ComponentCode, SeriesCell>>;
}

const CHINESE = new Intl.Collator('zh-Hans-CN', { numeric: true });
const keyOf = (d: DocumentLine) => [d.region, d.department, d.scope, String(d.fiscal_year)].join('\u001f');

/** Final accounts and budgets → a row a body and year, by region, name and year. Of two budgets the first counts. */
export function seriesOf(
  accounts: readonly ThreePublicRow[],
  budgets: readonly DocumentLine[],
  planned: readonly PlannedLine[],
): SeriesRow[] {
  const lines = groupRows(planned, (line) => line.doc_id);
  const byBody = new Map<string, { account: ThreePublicRow | null; budget: DocumentLine | null }>();
  for (const account of accounts) byBody.set(keyOf(account.document), { account, budget: null });
  for (const budget of budgets) {
    const known = byBody.get(keyOf(budget));
    if (!known) byBody.set(keyOf(budget), { account: null, budget });
    else known.budget ??= budget;
  }
  const cell = (
    component: ComponentCode,
    account: ThreePublicRow | null,
    budget: DocumentLine | null,
  ): SeriesCell => {
    const line = budget ? lines.get(budget.doc_id)?.find((own) => own.component === component) : undefined;
    const of = account?.cells[component];
    return {
      initial: line
        ? {
            amount: line.amount_fen,
            resolution: line.resolution_fen,
            doc_id: line.doc_id,
            fact_id: line.fact_id,
            form: 'B09',
          }
        : null,
      adjusted: of?.budget.taken ?? null,
      final: of?.final.taken ?? null,
    };
  };
  return [...byBody.values()]
    .map(({ account, budget }): SeriesRow => {
      const { region, department, scope, fiscal_year } = (account?.document ?? budget)!;
      return {
        region,
        department,
        scope,
        fiscal_year,
        budget,
        account: account?.document ?? null,
        cells: Object.fromEntries(
          COMPONENTS.map((component) => [component, cell(component, account, budget)]),
        ) as Record<ComponentCode, SeriesCell>,
      };
    })
    .sort(
      (a, b) =>
        CHINESE.compare(a.region, b.region) ||
        CHINESE.compare(a.department, b.department) ||
        a.fiscal_year - b.fiscal_year,
    );
}
