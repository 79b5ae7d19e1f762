import type { Scope } from '../../domain/facts';
import type { Fen } from '../../domain/money';
import { BASES } from './basis';
import { added, type Cube, type CubeCell, type Place } from './cube';
import { refusalOf, SERIES_DIMENSIONS, type Refusal } from './dimensions';
import type { NodePlace, PivotNode } from './node';

/** One address in the cube: a series, a place and a subject. */
export interface Atom {
  series: number;
  place: Place;
  key: string;
}

/** The documents of a figure. `bases` as in the cube. */
export interface FigureDocuments {
  documents: number;
  with_form: number;
  filled: number;
  spare: number;
  years: ReadonlySet<number>;
  bases: readonly { matched: number }[];
}

/**
 * What stands in a row and a column. `amount` there is one (分); `blank` the row is printed, its cell is empty;
 * `absent` no document has the row; `no_form` no document has amounts of the form; `unknown` a document states only
 * what lies above the subjects of the formula; `refused` it would add what must not be added; `nowhere` row and column
 * exclude each other.
 */
export interface Figure {
  kind: 'amount' | 'blank' | 'absent' | 'no_form' | 'unknown' | 'refused' | 'nowhere';
  refusal: Refusal | null;
  cell: CubeCell | null;
  of: FigureDocuments;
  atoms: readonly Atom[];
}

const NO_DOCUMENTS: FigureDocuments = {
  documents: 0,
  with_form: 0,
  filled: 0,
  spare: 0,
  years: new Set(),
  bases: [],
};
const without = (kind: Figure['kind'], refusal: Refusal | null = null): Figure => ({
  kind,
  refusal,
  cell: null,
  of: NO_DOCUMENTS,
  atoms: [],
});

/** What a row and a column say together; null where they exclude each other. */
export function together(row: NodePlace, column: NodePlace): NodePlace | null {
  const both: Record<string, unknown> = { ...row };
  for (const [key, value] of Object.entries(column)) {
    if (both[key] !== undefined && both[key] !== value) return null;
    both[key] = value;
  }
  return both as NodePlace;
}

/** The members that a node stands for: itself, or those that 其他 gathers. */
export const gathered = (node: PivotNode): readonly PivotNode[] =>
  node.kind === 'others' ? node.children.flatMap(gathered) : [node];

/** Looks figures up in the cube, each once. */
export class Figures {
  readonly cube: Cube;
  readonly #known = new WeakMap<PivotNode, WeakMap<PivotNode, Figure>>();

  constructor(cube: Cube) {
    this.cube = cube;
  }

  /** The figure of a row in a column; 其他 is the sum of what it gathers. */
  of(row: PivotNode, column: PivotNode): Figure {
    let known = this.#known.get(row);
    if (!known) this.#known.set(row, (known = new WeakMap()));
    let figure = known.get(column);
    if (!figure) known.set(column, (figure = this.#sum(row, column)));
    return figure;
  }

  #sum(row: PivotNode, column: PivotNode): Figure {
    const parts = gathered(row).flatMap((r) =>
      gathered(column).map((c) => {
        const at = together(r.at, c.at);
        return at ? this.at(at) : without('nowhere');
      }),
    );
    if (parts.length === 1) return parts[0]!;
    return combined(parts);
  }

  /** The figure of a place: of one series, or of several that may be added. */
  at(at: NodePlace): Figure {
    const { plan, scopes } = this.cube;
    const series = plan.series.flatMap((s, i) => {
      const fits =
        (at.form === undefined || at.form === s.basis) &&
        (at.fund === undefined || at.fund === (BASES[s.basis].fund ?? 'own')) &&
        (at.stage === undefined || at.stage === s.stage) &&
        (at.measure === undefined || at.measure === s.measure);
      return fits ? [i] : [];
    });
    if (series.length === 0) return without('nowhere');
    const refusal = this.#refusal(at, series);
    if (refusal) return without('refused', refusal);
    const scope = at.scope ?? scopes[0] ?? 'department';
    const parts = series.map((s) => this.#one(s, placeIn(at, scope), at.key ?? ''));
    return parts.length === 1 ? parts[0]! : combined(parts);
  }

  #refusal(at: NodePlace, series: readonly number[]): Refusal | null {
    if (at.scope === undefined && this.cube.scopes.length > 1) return 'scopes';
    for (const dimension of SERIES_DIMENSIONS) {
      const members = series.map((i) => {
        const { basis, stage, measure } = this.cube.plan.series[i]!;
        return { form: basis, fund: BASES[basis].fund ?? 'own', stage, measure }[dimension];
      });
      const refusal = refusalOf(dimension, [...new Set(members)]);
      if (refusal) return refusal;
    }
    return null;
  }

  #one(series: number, place: Place, key: string): Figure {
    const covered = this.cube.covered(series, place);
    const cell = this.cube.cell(series, place, key);
    const of: FigureDocuments = covered
      ? { ...covered, bases: covered.bases.map((base) => ({ matched: base.doc_ids.length })) }
      : NO_DOCUMENTS;
    const atoms = [{ series, place, key }];
    const isOrigin = BASES[this.cube.plan.series[series]!.basis].tree === 'origin';
    const kind = kindOf(cell, of, isOrigin);
    return { kind, refusal: null, cell, of, atoms };
  }
}

function kindOf(cell: CubeCell | null, of: FigureDocuments, fixedRows: boolean): Figure['kind'] {
  if (cell && cell.unknown > 0) return 'unknown';
  if (cell && cell.amount !== null) return 'amount';
  if (cell && cell.rows > 0) return 'blank';
  if (of.documents === 0) return of.filled === 0 ? 'no_form' : 'absent';
  if (of.filled === 0) return 'no_form';
  // Form 01 prints all its rows, whatever they hold: none is absent, only blank.
  return fixedRows ? 'blank' : 'absent';
}

function placeIn({ region, department, year }: NodePlace, scope: Scope): Place {
  return { scope, region: region ?? null, department: department ?? null, year: year ?? null };
}

/** The sum of figures of different places, subjects or series; a refusal or something unknown among them stays. */
function combined(parts: readonly Figure[]): Figure {
  const refused = parts.find((part) => part.kind === 'refused');
  if (refused) return refused;
  const cells = parts.flatMap((part) => part.cell ?? []);
  const cell = cells.length === 0 ? null : cells.reduce(added);
  const order: readonly Figure['kind'][] = ['unknown', 'amount', 'blank', 'absent', 'no_form', 'nowhere'];
  const kind = order.find((candidate) => parts.some((part) => part.kind === candidate)) ?? 'nowhere';
  const documents = new Set<string>();
  const of = {
    documents: 0,
    with_form: 0,
    filled: 0,
    spare: 0,
    years: new Set<number>(),
    bases: [] as { matched: number }[],
  };
  for (const part of parts) {
    // The same documents give several subjects: they are counted once.
    const id = part.atoms.map(({ series, place }) => `${series} ${JSON.stringify(place)}`).join();
    if (documents.has(id)) continue;
    documents.add(id);
    of.documents += part.of.documents;
    of.with_form += part.of.with_form;
    of.filled += part.of.filled;
    of.spare += part.of.spare;
    for (const year of part.of.years) of.years.add(year);
    part.of.bases.forEach((base, i) => {
      of.bases[i] = { matched: (of.bases[i]?.matched ?? 0) + base.matched };
    });
  }
  return { kind, refusal: null, cell, of, atoms: parts.flatMap((part) => part.atoms) };
}

/** The amount of a figure, 分; null where there is none. */
export const amountOf = (figure: Figure): Fen | null =>
  figure.kind === 'amount' ? (figure.cell?.amount ?? null) : null;
