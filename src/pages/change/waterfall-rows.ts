import { stepEvidence, sumsEvidence, type BreakdownModel, type Step, type Sum } from '../../analysis/change';
import type { WaterfallRow } from '../../charts/change-waterfall';
import { inUnit, type Fen } from '../../domain/money';
import type { EvidenceRequest, FigureMark } from '../../state';
import {
  flagged,
  reasonsText,
  stepLabel,
  stepNote,
  stepRate,
  stepRemarks,
  stepText,
  stepTitle,
} from './step-words';
import { money, percent, type Reader } from './words';

/** Steps that can be read in one picture; the smallest of more are left to the table. */
export const MOST_STEPS = 26;

export interface DrawnRow {
  row: WaterfallRow;
  evidence: EvidenceRequest | null;
}

/** What the total of a breakdown is called. */
export function wholeName(model: BreakdownModel, { t }: Reader): string {
  return model.choice?.division === 'economy' ? t('whole_basic') : t('general');
}

/** The steps that are drawn: the largest by size, in the order of the model. What is not drawn is one row. */
export function drawnSteps(steps: readonly Step[]): { shown: Step[]; hidden: Step[] } {
  const told = steps.filter(({ contribution }) => contribution !== null && contribution !== 0n);
  const bySize = [...told].sort((a, b) => (size(b.contribution!) > size(a.contribution!) ? 1 : -1));
  const kept = new Set(bySize.slice(0, MOST_STEPS));
  return { shown: told.filter((step) => kept.has(step)), hidden: told.filter((step) => !kept.has(step)) };
}
const size = (amount: Fen) => (amount < 0n ? -amount : amount);

/** Last year, the steps with the level that each leaves, this year. Floating point for pixels only. */
export function waterfallRows(
  model: BreakdownModel,
  reader: Reader,
  mark: (evidence: EvidenceRequest | null) => FigureMark | null,
): DrawnRow[] {
  const { choice, before, now, request } = model;
  if (!choice || !before || !now) return [];
  const { t } = reader;
  const pixels = (amount: Fen) => inUnit(amount, reader.unit).toNumber();
  const what = wholeName(model, reader);
  const whole = (year: number, sum: Sum, side: 'before' | 'now'): DrawnRow => {
    const label = t('total_of', { year, what: '' }).trim();
    const sums = { now: model.now, before: model.before };
    const evidence = sumsEvidence(sums, side, request.stage, `${what} ${year}`);
    const rate = side === 'now' && model.rate ? percent(model.rate, reader) : null;
    const text = [`${sum.implied ? '≈ ' : ''}${money(sum.amount, reader)}`, rate].filter(Boolean).join(' · ');
    return {
      evidence,
      row: {
        key: side,
        label,
        note: what,
        from: 0,
        to: pixels(sum.amount),
        total: true,
        tone: 'even',
        text,
        title: `${year} ${what}\n${text}`,
        mark: mark(evidence),
      },
    };
  };
  const { shown, hidden } = drawnSteps(model.steps);
  let level = before.amount;
  const between = (key: string, label: string, note: string, amount: Fen, step: Step | null): DrawnRow => {
    const from = level;
    level += amount;
    const evidence = step ? stepEvidence(step, model, 'change', stepTitle(step, reader)) : null;
    const reason = step ? reasonsText(step, reader) : null;
    const text = step ? stepText(step, reader) : money(amount, reader, true);
    return {
      evidence,
      row: {
        key,
        label,
        note,
        from: pixels(from),
        to: pixels(level),
        total: false,
        tone: amount > 0n ? 'up' : amount < 0n ? 'down' : 'even',
        text,
        title: [
          `${label} ${note}`.trim(),
          step ? `${text} · ${stepRate(step, reader)}` : text,
          ...(step ? stepRemarks(step, model, reader) : []),
          ...(reason ? [reason] : []),
        ].join('\n'),
        mark: mark(evidence),
        ...(reason ? { reason: flagged(step!) ? `⚑ ${reason}` : reason, flagged: flagged(step!) } : {}),
      },
    };
  };
  // Ups first, then downs; what is too small to draw and what the rows leave open come before this year.
  const rows = shown.map((step) =>
    between(step.key, stepLabel(step, reader), stepNote(step, model), step.contribution!, step),
  );
  const rest = hidden.reduce((sum, step) => sum + step.contribution!, 0n);
  if (hidden.length > 0) rows.push(between('hidden', t('hidden_row', { n: hidden.length }), '', rest, null));
  if (model.residual) rows.push(between('residual', t('residual_row'), '', model.residual, null));
  return [whole(choice.from, before, 'before'), ...rows, whole(choice.to, now, 'now')];
}
