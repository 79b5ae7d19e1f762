import type { Coordinates } from '../../analysis/evidence';
import type { MarkedFact } from '../../checks';

const among = <T>(wanted: readonly T[] | undefined, value: T) =>
  wanted === undefined || wanted.length === 0 || wanted.includes(value);
const is = <T>(wanted: T | undefined, value: T | null) => wanted === undefined || wanted === value;

/** Whether a fact lies under coordinates: as `coordinatesSql` asks the engine. */
export function liesUnder(fact: MarkedFact, at: Coordinates): boolean {
  return (
    is(at.stage, fact.stage) &&
    is(at.form, fact.form) &&
    is(at.source, fact.source) &&
    is(at.subject_code, fact.subject_code) &&
    is(at.measure, fact.measure) &&
    is(at.fund, fact.fund) &&
    is(at.flow, fact.flow) &&
    is(at.classification, fact.classification) &&
    is(at.subject_name, fact.subject_name) &&
    is(at.subject_level, fact.subject_level) &&
    is(at.scope, fact.scope) &&
    (at.under === undefined || (fact.subject_code ?? '').startsWith(at.under)) &&
    !(at.under !== undefined && fact.subject_code === null) &&
    among(at.years, fact.fiscal_year) &&
    among(at.departments, fact.department) &&
    among(at.regions, fact.region) &&
    among(at.doc_ids, fact.doc_id) &&
    among(at.fact_ids, fact.fact_id)
  );
}

/**
 * The few facts that carry a mark, found by document, or by department and year: a cell of a page is answered without
 * asking the engine.
 */
export class MarkIndex {
  readonly #byDocument = new Map<string, MarkedFact[]>();
  readonly #byPlace = new Map<string, Map<number, MarkedFact[]>>();
  readonly size: number;

  constructor(marked: readonly MarkedFact[]) {
    this.size = marked.length;
    for (const fact of marked) {
      add(this.#byDocument, fact.doc_id, fact);
      let years = this.#byPlace.get(fact.department);
      if (!years) this.#byPlace.set(fact.department, (years = new Map()));
      add(years, fact.fiscal_year, fact);
    }
  }

  /** The marked facts under the coordinates, in no order. */
  under(at: Coordinates): MarkedFact[] {
    const found: MarkedFact[] = [];
    for (const facts of this.#candidates(at)) {
      for (const fact of facts) if (liesUnder(fact, at)) found.push(fact);
    }
    return found;
  }

  #candidates({ doc_ids, departments, years }: Coordinates): Iterable<readonly MarkedFact[]> {
    if (doc_ids && doc_ids.length > 0) return pick(this.#byDocument, new Set(doc_ids));
    const places =
      departments && departments.length > 0
        ? pick(this.#byPlace, new Set(departments))
        : [...this.#byPlace.values()];
    const wanted = years && years.length > 0 ? new Set(years) : null;
    return places.flatMap((byYear) => (wanted ? pick(byYear, wanted) : [...byYear.values()]));
  }
}

function add<K>(map: Map<K, MarkedFact[]>, key: K, fact: MarkedFact): void {
  const list = map.get(key);
  if (list) list.push(fact);
  else map.set(key, [fact]);
}

function pick<K, V>(map: ReadonlyMap<K, V>, keys: ReadonlySet<K>): V[] {
  const found: V[] = [];
  for (const key of keys) {
    const value = map.get(key);
    if (value !== undefined) found.push(value);
  }
  return found;
}
