import type { Scope } from '../../domain/facts';
import type { Fen } from '../../domain/money';
import type { Plan } from './plan';
import type { CellRow, CoverageRow } from './rows';

/** Which documents: null is all of them. A department's name belongs to its region. */
export interface Place {
  scope: Scope;
  region: string | null;
  department: string | null;
  year: number | null;
}

/** What the documents of a place say of one subject in one series. Amounts in 分. */
export interface CubeCell {
  amount: Fen | null;
  amounts: number;
  rows: number;
  computed: number;
  parts: number;
  derived: number;
  conflicts: number;
  unknown: number;
  /** A remark of the extractor, of a single row only. */
  note: string | null;
  misfits: number;
  misfit: string | null;
  /** For each base: its amount and the figure's own, over the documents that have both. */
  bases: readonly { amount: Fen | null; of: Fen | null }[];
}

/** The documents of a place in one series. */
export interface Covered {
  documents: number;
  with_form: number;
  filled: number;
  spare: number;
  doc_ids: readonly string[];
  /** Where their amounts stand: 0 a budget's form, 1 an account's form, 2 and more the narrative. */
  ranks: ReadonlySet<number>;
  years: ReadonlySet<number>;
  /** For each base: documents of the figure and of the base, where a department has both. */
  bases: readonly { doc_ids: readonly string[]; base_ids: readonly string[] }[];
}

export const placeId = ({ scope, region, department, year }: Place): string =>
  [scope, region ?? '', department ?? '', year ?? ''].join('\u001f');

/** A place and all that contain it: its region, all regions, all years. */
function around({ scope, region, department, year }: Place): Place[] {
  const bodies: Pick<Place, 'region' | 'department'>[] = [{ region: null, department: null }];
  if (region !== null) bodies.push({ region, department: null });
  if (department !== null) bodies.push({ region, department });
  const years = year === null ? [null] : [null, year];
  return bodies.flatMap((body) => years.map((at) => ({ scope, ...body, year: at })));
}

const plus = (a: Fen | null, b: Fen | null): Fen | null => (a === null ? b : b === null ? a : a + b);

/** The sum of two cells: blanks add nothing, and a remark about one row is none about a sum. */
export function added(a: CubeCell, b: CubeCell): CubeCell {
  return {
    amount: plus(a.amount, b.amount),
    amounts: a.amounts + b.amounts,
    rows: a.rows + b.rows,
    computed: a.computed + b.computed,
    parts: Math.max(a.parts, b.parts),
    derived: a.derived + b.derived,
    conflicts: a.conflicts + b.conflicts,
    unknown: a.unknown + b.unknown,
    note: null,
    misfits: a.misfits + b.misfits,
    misfit: a.misfit === null || (b.misfit !== null && b.misfit > a.misfit) ? b.misfit : a.misfit,
    bases: a.bases.map((base, i) => ({
      amount: plus(base.amount, b.bases[i]!.amount),
      of: plus(base.of, b.bases[i]!.of),
    })),
  };
}

interface Building extends Covered {
  doc_ids: string[];
  ranks: Set<number>;
  years: Set<number>;
  bases: { doc_ids: string[]; base_ids: string[] }[];
}

/** All cells and documents of an answer by series, place and subject, summed over everything that a place contains. */
export class Cube {
  readonly #cells = new Map<string, Map<string, CubeCell>>();
  readonly #covered = new Map<string, Building>();
  readonly scopes: readonly Scope[];
  readonly plan: Plan;
  /** Every department and year with documents, once a series. */
  readonly places: { series: number; place: Place }[] = [];

  constructor(plan: Plan, cells: readonly CellRow[], coverage: readonly CoverageRow[]) {
    this.plan = plan;
    for (const row of cells) this.#addCell(row);
    this.#addCoverage(coverage);
    const scopes = new Set(this.places.map(({ place }) => place.scope));
    this.scopes = (['department', 'unit'] as const).filter((scope) => scopes.has(scope));
  }

  cell(series: number, place: Place, key: string): CubeCell | null {
    return this.#cells.get(`${series}|${placeId(place)}`)?.get(key) ?? null;
  }

  covered(series: number, place: Place): Covered | null {
    return this.#covered.get(`${series}|${placeId(place)}`) ?? null;
  }

  #addCell(row: CellRow) {
    const cell: CubeCell = {
      amount: row.amount,
      amounts: row.amounts,
      rows: row.rows,
      computed: row.computed,
      parts: row.parts,
      derived: row.derived,
      conflicts: row.conflicts,
      unknown: row.unknown,
      note: row.note,
      misfits: row.misfits,
      misfit: row.misfit,
      bases: this.plan.bases.map((_, i) => ({
        amount: row[`base_${i + 1}`] as Fen | null,
        of: row[`of_${i + 1}`] as Fen | null,
      })),
    };
    for (const place of around(row)) {
      const id = `${row.series}|${placeId(place)}`;
      let keys = this.#cells.get(id);
      if (!keys) this.#cells.set(id, (keys = new Map<string, CubeCell>()));
      const before = keys.get(row.key);
      keys.set(row.key, before ? added(before, cell) : cell);
    }
  }

  /** Coverage is of sources; series have their figures and the bases of their comparisons from them. */
  #addCoverage(coverage: readonly CoverageRow[]) {
    const { roles, reads, shownYears } = this.plan;
    const groups = new Map<string, { place: Place; series: number; rows: Map<number, CoverageRow> }>();
    for (const row of coverage) {
      for (const role of roles) {
        if (reads[role.read]!.source !== row.src) continue;
        if (role.only !== null && role.only !== row.fiscal_year) continue;
        const year = row.fiscal_year + role.shift;
        if (shownYears.length > 0 && !shownYears.includes(year)) continue;
        const place = { scope: row.scope, region: row.region, department: row.department, year };
        const id = `${role.series}|${placeId(place)}`;
        const group = groups.get(id) ?? { place, series: role.series, rows: new Map<number, CoverageRow>() };
        group.rows.set(role.part, row);
        groups.set(id, group);
      }
    }
    for (const { place, series, rows } of groups.values()) {
      const own = rows.get(0);
      if (!own) continue;
      this.places.push({ series, place });
      for (const wider of around(place)) {
        const id = `${series}|${placeId(wider)}`;
        const entry: Building = this.#covered.get(id) ?? {
          documents: 0,
          with_form: 0,
          filled: 0,
          spare: 0,
          doc_ids: [],
          ranks: new Set(),
          years: new Set(),
          bases: this.plan.bases.map(() => ({ doc_ids: [], base_ids: [] })),
        };
        entry.documents += own.documents;
        entry.with_form += own.with_form;
        entry.filled += own.filled;
        entry.spare += own.spare;
        entry.years.add(place.year!);
        if (own.doc_id !== null) {
          entry.doc_ids.push(own.doc_id);
          entry.ranks.add(own.rank ?? 0);
          this.plan.bases.forEach((_, i) => {
            const base = rows.get(i + 1)?.doc_id;
            if (!base) return;
            entry.bases[i]!.doc_ids.push(own.doc_id!);
            entry.bases[i]!.base_ids.push(base);
          });
        }
        this.#covered.set(id, entry);
      }
    }
  }
}
