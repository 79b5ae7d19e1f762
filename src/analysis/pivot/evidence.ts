import type { Engine, QueryOptions } from '../../engine/types';
import type { Coordinates, EvidencePart, EvidenceRequest, Shown } from '../evidence';
import { BASES, budgetOf, PERSONNEL, RUNNING, type BasisId } from './basis';
import { wholeOf, type Axes } from './calculate';
import { partsOf, yearOfBase, type Base, type Calculation } from './calculation';
import type { Atom, Figure, Figures } from './figures';
import type { PivotModel } from './model';
import type { PivotNode } from './node';
import { evidenceFactsQuery, grouped, isExact, type FactName } from './evidence-facts';
import type { Plan } from './plan';
import { WHOLE } from './queries';
import type { PivotRequest, Series } from './request';
import { BASKET } from './tree';

/** More documents than this are not listed one by one: coordinates or nothing. */
const MOST_DOCUMENTS = 200;
/** Up to here a link names the documents; beyond, it says years and departments. */
const NAMED_DOCUMENTS = 40;
/** A link with more parts would not fit an address. */
const MOST_PARTS = 24;

/** An atom with the side of a comparison that it stands on: 0 the figure, 1 … its bases. */
interface Side extends Atom {
  part: number;
  doc_ids: readonly string[];
}

/** The documents under an atom: all of a plain figure, those that have both sides of a comparison. */
function sideOf(figures: Figures, atom: Atom, part: number, compared: number): Side {
  const covered = figures.cube.covered(atom.series, atom.place);
  const base = compared > 0 ? covered?.bases[compared - 1] : undefined;
  const doc_ids = compared === 0 ? covered?.doc_ids : part === 0 ? base?.doc_ids : base?.base_ids;
  return { ...atom, part, doc_ids: doc_ids ?? [] };
}

/** Basis, stage and measure of a side: a base at another stage is read at that stage. */
function readOf(plan: Plan, { series, part }: Side): Series {
  const own = plan.series[series]!;
  const base = part > 0 ? plan.bases[part - 1]! : null;
  if (base === null || base === 'prior_year' || yearOfBase(base) !== null) return own;
  return { ...own, stage: base as Series['stage'] };
}

/**
 * Where the facts of a side are, if coordinates say it: printed rows of one form. Null where the figure is a sum of
 * rows below, a formula, or the narrative may say it twice: then `evidenceFactsQuery` finds them.
 */
function coordinatesOf(model: PivotModel, side: Side): Coordinates | null {
  const { figures, request } = model;
  const { plan } = figures.cube;
  // The cell says of its own row whether it is a sum; of the base of a comparison it does not.
  if (side.part > 0) return null;
  const cell = figures.cube.cell(side.series, side.place, side.key);
  if (!cell || cell.computed > 0 || cell.conflicts > 0 || side.key.startsWith(BASKET)) return null;
  const { basis: id, stage, measure } = readOf(plan, side);
  const ranks = figures.cube.covered(side.series, side.place)?.ranks ?? new Set<number>();
  const isBudget = stage === 'initial_budget' && stage !== BASES[id].stage;
  // One form for all the documents: a base of another year or stage may stand in several.
  if (isBudget && (ranks.size !== 1 || !ranks.has(0))) return null;
  if (!isBudget && stage !== BASES[id].stage) return null;
  const basis = isBudget ? budgetOf(id)! : BASES[id];
  const subject = subjectOf(model, basis.id, side.key);
  const documents = documentsOf(request, side);
  if (!subject || !documents) return null;
  return {
    ...documents,
    source: basis.kind === 'budget' ? 'budget_form' : 'form',
    form: basis.id,
    ...(basis.flows.length === 1 ? { flow: basis.flows[0]! } : {}),
    ...subject,
    ...(basis.fund ? { fund: basis.fund } : {}),
    measure,
    stage,
  };
}

function documentsOf(request: PivotRequest, { doc_ids, place, part }: Side): Coordinates | null {
  if (doc_ids.length === 0) return null;
  if (doc_ids.length <= NAMED_DOCUMENTS) return { doc_ids };
  if (part > 0) return null;
  const { filter } = request;
  return {
    scope: place.scope,
    years: place.year === null ? filter.years : [place.year],
    departments: place.department === null ? filter.departments : [place.department],
    regions: place.region === null ? filter.regions : [place.region],
  };
}

function subjectOf(model: PivotModel, id: BasisId, key: string): Coordinates | null {
  const basis = BASES[id];
  const limited = model.request.subjects.length > 0;
  if (limited && key === '') return null;
  const summary = basis.summaries.find((s) => s.key === (key === WHOLE ? '' : key));
  if (summary) return { classification: 'summary', subject_name: summary.name };
  if (key === '' || key === WHOLE || key === PERSONNEL || key === RUNNING) return null;
  const { classification } = basis;
  const { code, name } = model.names.label(key);
  if (code === null) return { classification, subject_name: name ?? '' };
  // A cut-off code may stand for several subjects; its name tells them apart.
  return key.startsWith('?') && name !== null
    ? { classification, subject_code: code, subject_name: name }
    : { classification, subject_code: code };
}

/** The terms of a key: itself, the subjects of a formula, or those that 合计 is limited to, with their signs. */
function termsOf(request: PivotRequest, key: string): { key: string; sign: 1 | -1 }[] {
  const basket = key.startsWith(BASKET)
    ? request.baskets.find(({ name }) => BASKET + name === key)?.terms
    : null;
  const terms = basket ?? (key === '' && request.subjects.length > 0 ? request.subjects : null);
  if (!terms) return [{ key: key === WHOLE ? '' : key, sign: 1 }];
  return terms.map(({ code, sign }) => ({ key: code, sign }));
}

/** Parts of the drawer for one side of a figure, or null where they cannot be listed. */
async function partsFor(
  engine: Engine,
  model: PivotModel,
  sides: readonly Side[],
  terms: { plus: string; minus: string },
  options?: QueryOptions,
): Promise<EvidencePart[] | null> {
  const direct = sides.map((side) => coordinatesOf(model, side));
  if (direct.every((at) => at !== null) && direct.length <= MOST_PARTS) {
    return merged(direct).map((at) => ({ term: terms.plus, at }));
  }
  const { plan } = model.figures.cube;
  const parts: EvidencePart[] = [];
  const groups = new Map<
    string,
    { of: Series; keys: Set<string>; doc_ids: readonly string[]; sign: 1 | -1 }
  >();
  for (const side of sides) {
    for (const { key, sign } of termsOf(model.request, side.key)) {
      const of = readOf(plan, side);
      const id = JSON.stringify([of, sign, side.doc_ids]);
      const group = groups.get(id) ?? { of, keys: new Set(), doc_ids: side.doc_ids, sign };
      group.keys.add(key);
      groups.set(id, group);
    }
  }
  if (groups.size > MOST_PARTS) return null;
  for (const { of, keys, doc_ids, sign } of groups.values()) {
    if (doc_ids.length === 0) continue;
    if (doc_ids.length > MOST_DOCUMENTS) return null;
    const query = evidenceFactsQuery(model.request, of, [...keys], doc_ids);
    const facts = await engine.query<FactName>(query, options);
    if (facts.length === 0) continue;
    const term = sign === 1 ? terms.plus : terms.minus;
    // Where the same names mean other facts in another document, every document is a part of its own.
    const exact = await isExact(engine, facts, options);
    const byDocument = exact ? [facts] : [...grouped(facts).values()];
    for (const some of byDocument) {
      const names = [...new Set(some.map((fact) => fact.fact_id))];
      parts.push({ term, at: { doc_ids: [...new Set(some.map((fact) => fact.doc_id))], fact_ids: names } });
    }
  }
  return parts.length === 0 || parts.length > MOST_PARTS ? null : parts;
}

/** Coordinates that differ only in their documents become one. */
function merged(all: readonly Coordinates[]): Coordinates[] {
  const groups = new Map<string, Coordinates>();
  for (const { doc_ids, ...rest } of all) {
    const id = JSON.stringify(rest);
    const known = groups.get(id)?.doc_ids;
    groups.set(id, doc_ids ? { ...rest, doc_ids: [...new Set([...(known ?? []), ...doc_ids])] } : rest);
  }
  return [...groups.values()];
}

/** What the drawer calls a figure: its stage, or the column of the form where it is not the total. */
export function termOf({ basis, measure, stage }: Series): string {
  const revenue = BASES[basis].flows[0] === 'revenue';
  if (measure === 'total') return stage === 'final' && revenue ? 'final_revenue' : stage;
  return revenue && measure === 'operating' ? 'operating_income' : measure;
}

/** Title of a row in the drawer: `行政运行（2010301）`; names of the unnamed rows come from the page. */
export function titleOf(node: PivotNode, name: string): string {
  return node.code === null || name === node.code ? name : `${name}（${node.code}）`;
}

const SHOWS: Readonly<Record<string, Shown>> = {
  change: 'change',
  change_rate: 'change_rate',
  execution: 'execution_rate',
  index: 'share',
};
const baseTerm = (base: Base): string =>
  base === 'prior_year' || yearOfBase(base) !== null ? 'prior_final' : base;

/** A figure of the pivot that is asked about. */
export interface Asked {
  row: PivotNode;
  column: PivotNode;
  calculation: Calculation;
}

/**
 * The evidence of a plain amount where coordinates describe it, without asking the engine: for marks beside figures.
 * Null for sums, formulas and everything calculated.
 */
export function plainEvidence(model: PivotModel, figure: Figure, title: string): EvidenceRequest | null {
  if (figure.kind !== 'amount' || figure.atoms.length !== 1) return null;
  const side = sideOf(model.figures, figure.atoms[0]!, 0, 0);
  const at = coordinatesOf(model, side);
  if (!at) return null;
  return { title, show: 'amount', parts: [{ term: termOf(readOf(model.figures.cube.plan, side)), at }] };
}

/**
 * Where the printed amounts are that a figure stands for, whether it shows one or not: for its state. A row that a
 * document does not print is the sum of what it prints below. Null where there are too many places to look at.
 */
export function markedAt(model: PivotModel, figure: Figure): EvidenceRequest | null {
  if (figure.atoms.length === 0 || figure.atoms.length > MOST_PARTS) return null;
  const { figures, request } = model;
  const parts = figure.atoms.flatMap((atom): EvidencePart[] => {
    const side = sideOf(figures, atom, 0, 0);
    const { basis: id, stage, measure } = readOf(figures.cube.plan, side);
    const basis = BASES[id];
    const computed = (figures.cube.cell(side.series, side.place, side.key)?.computed ?? 0) > 0;
    return termsOf(request, side.key).flatMap(({ key }): EvidencePart[] => {
      const { code } = model.names.label(key);
      const subject: Coordinates | null =
        computed && code !== null
          ? { classification: basis.classification, under: code }
          : subjectOf(model, basis.id, key);
      if (!subject || side.doc_ids.length === 0) return [];
      const form: Coordinates =
        stage === basis.stage
          ? { source: basis.kind === 'budget' ? 'budget_form' : 'form', form: basis.id }
          : {};
      const fund: Coordinates = basis.fund ? { fund: basis.fund } : {};
      return [{ term: '', at: { doc_ids: side.doc_ids, ...form, ...subject, ...fund, measure, stage } }];
    });
  });
  return parts.length > 0 ? { title: '', show: 'amount', parts } : null;
}

/**
 * The evidence of a figure, with its base or whole where it is calculated. Null where it cannot be listed (hundreds of
 * documents in one cell that no coordinates describe) or there is no figure.
 */
export async function pivotEvidence(
  engine: Engine,
  model: PivotModel,
  axes: Axes,
  { row, column, calculation }: Asked,
  title: string,
  options?: QueryOptions,
): Promise<EvidenceRequest | null> {
  const { figures } = model;
  const { plan } = figures.cube;
  const figure = figures.of(row, column);
  if (figure.atoms.length === 0) return null;
  const { kind, base } = partsOf(calculation);
  const compared = base === null ? 0 : plan.bases.indexOf(base) + 1;
  const own = plan.series[figure.atoms[0]!.series]!;
  const term = termOf(own);
  const sides = (of: Figure, part: number) => of.atoms.map((atom) => sideOf(figures, atom, part, compared));
  const list = (of: Figure, part: number, plus: string) =>
    partsFor(engine, model, sides(of, part), { plus, minus: 'difference' }, options);
  if (kind === 'base') {
    const parts = await list(figure, compared, baseTerm(base!));
    return parts && { title, show: 'amount', parts };
  }
  if (figure.kind !== 'amount') return null;
  const first = await list(figure, 0, term);
  if (!first) return null;
  const isFormula = first.some((part) => part.term === 'difference');
  if (kind === 'amount' || kind === 'rank')
    return { title, show: isFormula ? 'change' : 'amount', parts: first };
  // A formula's own parts would mix with those of what it is compared with.
  if (isFormula) return { title, show: 'change', parts: first };
  if (base !== null) {
    const second = await list(figure, compared, baseTerm(base));
    return second && { title, show: SHOWS[kind]!, parts: [...first, ...second] };
  }
  const whole = wholeOf(figures, axes, row, column, kind);
  if (whole === 'no_department' || whole.kind !== 'amount') return null;
  const second = await list(whole, 0, 'total');
  return second && { title, show: 'share', parts: [...first, ...second] };
}
