import {
  COMPONENTS,
  PARTS,
  type CountFinding,
  type ThreePublicCell,
  type ThreePublicModel,
  type ThreePublicRow,
} from '../../analysis/three-public';
import type { Finding } from '../../analysis/change';
import { absolute } from '../../domain/money';
import type Decimal from 'decimal.js';
import { formatPercent } from '../../state';
import { countList, money, percent, unitOf, type Reader } from './words';

/** One thing to ask a department about. */
export interface Check {
  row: ThreePublicRow;
  cell: ThreePublicCell;
  text: string;
}

function conflictText({ budget, final }: ThreePublicCell, reader: Reader): string | null {
  const { t } = reader;
  const said = (told: ThreePublicCell['budget']) => ({
    form: money(told.form?.amount ?? null, reader),
    told: money(told.narrative?.amount ?? null, reader),
    unit: unitOf(reader),
  });
  if (budget.conflict && final.conflict) {
    return t('check_conflict_both', {
      form_budget: said(budget).form,
      told_budget: said(budget).told,
      form_final: said(final).form,
      told_final: said(final).told,
      unit: unitOf(reader),
    });
  }
  if (budget.conflict) return t('check_conflict_budget', said(budget));
  return final.conflict ? t('check_conflict_final', said(final)) : null;
}

function overText(cell: ThreePublicCell, reader: Reader): string | null {
  const final = cell.final.taken?.amount ?? 0n;
  const budget = cell.budget.taken?.amount ?? 0n;
  if (cell.control === 'zero_budget') {
    return reader.t('check_zero_budget', { final: money(final, reader), unit: unitOf(reader) });
  }
  if (cell.control !== 'rate' || final <= budget) return null;
  return reader.t('check_over', {
    final: money(final, reader),
    budget: money(budget, reader),
    unit: unitOf(reader),
    rate: percent(cell.control_rate, reader),
  });
}

function countText(row: ThreePublicRow, finding: CountFinding, reader: Reader): string {
  return reader.t(`check_${finding.kind}`, {
    amount: money(row.cells[finding.component].final.taken?.amount ?? null, reader),
    unit: unitOf(reader),
    counts: countList(row, finding.counts, reader),
  });
}

function moved(rate: Decimal, { t, language }: Reader): string {
  const size = formatPercent(rate.abs(), 2, { language });
  if (rate.isZero()) return t('level');
  return rate.isNegative() ? t('fell', { rate: size }) : t('rose', { rate: size });
}

function changeText(finding: Finding, reader: Reader): string {
  const { t } = reader;
  switch (finding.kind) {
    case 'direction':
      return t('check_direction');
    case 'amount':
      return t('check_amount', {
        difference: money(absolute(finding.difference), reader),
        unit: unitOf(reader),
      });
    case 'rate':
      return t('check_rate', {
        stated: moved(finding.stated, reader),
        computed: moved(finding.computed, reader),
      });
    case 'zero_base':
      return t('check_zero_base', { stated: moved(finding.stated, reader) });
    default:
      return t('check_reason');
  }
}

/** A sum repeats what is wrong with its parts: it is told only where no part tells it. */
const SUMS = COMPONENTS.filter((code) => !(PARTS as readonly string[]).includes(code));

function told(
  row: ThreePublicRow,
  text: (cell: ThreePublicCell) => string | null,
): { cell: ThreePublicCell; text: string }[] {
  const say = (codes: readonly (typeof COMPONENTS)[number][]) =>
    codes.flatMap((code) => {
      const cell = row.cells[code];
      const words = text(cell);
      return words ? [{ cell, text: words }] : [];
    });
  const parts = say(PARTS);
  return parts.length > 0 ? parts : say(SUMS).slice(0, 1);
}

/** Everything to check, document by document. */
export function checksOf(model: ThreePublicModel, reader: Reader): Check[] {
  return model.rows.flatMap((row) =>
    [
      ...told(row, (cell) => conflictText(cell, reader)),
      ...told(row, (cell) => overText(cell, reader)),
      ...row.findings.map((finding) => ({
        cell: row.cells[finding.component],
        text: countText(row, finding, reader),
      })),
      ...told(row, (cell) =>
        cell.change.findings.length > 0
          ? cell.change.findings.map((finding) => changeText(finding, reader)).join('')
          : null,
      ),
    ].map((check) => ({ row, ...check })),
  );
}
