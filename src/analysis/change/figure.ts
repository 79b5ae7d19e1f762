import type Decimal from 'decimal.js';
import { absolute, ratio, type Fen } from '../../domain/money';
import { agree } from '../evidence/agreement';
import type { FigureLine } from './rows';

/** One printed or implied figure: 分, the value of one unit in its last printed place, and the fact it is. */
export interface Figure {
  amount: Fen;
  resolution: Fen;
  doc_id: string;
  fact_id: string;
  /** Null: the narrative. */
  form: string | null;
}

/**
 * Where last year's figure comes from: `document` last year's own document · `printed` this year's document prints it ·
 * `implied` it follows from “较上年增加…”.
 */
export type PriorSource = 'document' | 'printed' | 'implied';

export interface Prior extends Figure {
  source: PriorSource;
  /** The words that imply it. */
  quote: string | null;
}

/**
 * Why there is a change and a rate, or why not:
 * `rate` both · `zero_base` last year is 0: amount, no rate · `negative_base` last year is below 0: amount, and a rate
 * would have the wrong sign · `not_valued` an amount is known but cannot be told in the prices or per head asked for ·
 * `no_prior` last year's figure is not stated anywhere ·
 * `new` last year's form does not list the subject · `no_final` this year's figure is not stated · `ended` this year's
 * form does not list the subject any more · `nothing` neither year has a figure.
 */
export const CHANGE_STATES = [
  'rate',
  'zero_base',
  'negative_base',
  'not_valued',
  'no_prior',
  'new',
  'no_final',
  'ended',
  'nothing',
] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** `rounding`: not zero, but smaller than the printed places of the two figures can tell. */
export type ChangeSize = 'up' | 'down' | 'flat' | 'rounding';

export interface Change {
  state: ChangeState;
  /** 支出决算 − 上年决算, 分. */
  change: Fen | null;
  /** Half a unit of each figure's last place: what rounding alone can make of the change, 分. */
  tolerance: Fen;
  /** change ÷ last year (1 = 100 %). */
  rate: Decimal | null;
  size: ChangeSize | null;
  /** Last year's figure is known to less than one tenth of itself: the rate is no more than a hint. */
  imprecise: boolean;
}

/** The form's figure of this year, else the narrative's. */
export function finalOf(line: FigureLine | undefined): Figure | null {
  if (!line) return null;
  const { doc_id } = line;
  if (line.form_final !== null && line.form_id !== null) {
    return {
      amount: line.form_final,
      resolution: line.form_resolution ?? 1n,
      doc_id,
      fact_id: line.form_id,
      form: line.form,
    };
  }
  return narrativeOf(line);
}

export function narrativeOf(line: FigureLine | undefined): Figure | null {
  if (line?.narrative_final == null || line.narrative_id === null) return null;
  return {
    amount: line.narrative_final,
    resolution: line.narrative_resolution ?? 1n,
    doc_id: line.doc_id,
    fact_id: line.narrative_id,
    form: null,
  };
}

/** Last year's figure: of last year's document where it is loaded and has one, else what this year's document says. */
export function priorOf(line: FigureLine | undefined, before: FigureLine | undefined): Prior | null {
  const loaded = finalOf(before);
  if (loaded) return { ...loaded, source: 'document', quote: null };
  if (line?.prior == null || line.prior_id === null) return null;
  return {
    amount: line.prior,
    resolution: line.prior_resolution ?? 1n,
    doc_id: line.doc_id,
    fact_id: line.prior_id,
    form: null,
    source: line.prior_derived ? 'implied' : 'printed',
    quote: line.prior_quote,
  };
}

/** What is known of a missing figure: the form that would print it is there and does not list the subject. */
export interface Lists {
  now: boolean;
  before: boolean;
}

/** Two figures → their change. A missing figure is never taken as 0. */
export function changeOf(final: Figure | null, prior: Prior | null, lists: Lists): Change {
  const none = { change: null, tolerance: 0n, rate: null, size: null, imprecise: false };
  if (!final && !prior) return { state: 'nothing', ...none };
  if (!prior) return { state: lists.before ? 'new' : 'no_prior', ...none };
  if (!final) return { state: lists.now ? 'ended' : 'no_final', ...none };
  const change = final.amount - prior.amount;
  const resolution = final.resolution + prior.resolution;
  const state = baseState(prior);
  return {
    state,
    change,
    // Rounded up: 分 are whole, and half of 1 分 must still be tolerated.
    tolerance: (resolution + 1n) / 2n,
    rate: state === 'rate' ? ratio(change, prior.amount) : null,
    size: sizeOf(change, resolution),
    imprecise: prior.amount !== 0n && 5n * prior.resolution > absolute(prior.amount),
  };
}

/** A difference of rounded figures may be no more than their rounding: then it is 0 for all that is known. */
function baseState({ amount, resolution }: Prior): ChangeState {
  if (amount === 0n || (resolution > 1n && 2n * absolute(amount) <= resolution)) return 'zero_base';
  return amount < 0n ? 'negative_base' : 'rate';
}

function sizeOf(change: Fen, resolution: Fen): ChangeSize {
  if (change === 0n) return 'flat';
  if (2n * absolute(change) <= resolution) return 'rounding';
  return change > 0n ? 'up' : 'down';
}

/** This year's figure as form and narrative print it, where the two cannot be one figure. */
export interface Disagreement {
  form: Fen;
  narrative: Fen;
}

export function disagreementOf(line: FigureLine | undefined): Disagreement | null {
  if (!line || line.form_final === null || line.narrative_final === null) return null;
  const form = { amount: line.form_final, resolution: line.form_resolution ?? 1n };
  const narrative = { amount: line.narrative_final, resolution: line.narrative_resolution ?? 1n };
  return agree(form, narrative) ? null : { form: form.amount, narrative: narrative.amount };
}
