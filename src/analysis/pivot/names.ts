import { economicSubject } from '../../domain/economic';
import { functionalNameIn } from '../../domain/subject-names';
import { PERSONNEL, RUNNING, type Tree } from './basis';
import type { PivotNode } from './node';
import type { NameRow } from './rows';
import { LOOSE } from './sql';

type Label = Pick<PivotNode, 'code' | 'name' | 'otherNames'>;

/** Words for the subjects of one answer: as the documents of the filter name them, the latest first. */
export class SubjectNames {
  readonly #names = new Map<string, { name: string; first: number; last: number }[]>();
  readonly #tree: Tree;
  readonly #lastYear: number;

  constructor(rows: readonly NameRow[], tree: Tree, lastYear: number) {
    this.#tree = tree;
    this.#lastYear = lastYear;
    const sorted = [...rows].sort(
      (a, b) => b.last_year - a.last_year || b.times - a.times || (a.name < b.name ? -1 : 1),
    );
    for (const row of sorted) {
      const entry = { name: row.name, first: row.first_year, last: row.last_year };
      const list = this.#names.get(row.code);
      if (list) list.push(entry);
      else this.#names.set(row.code, [entry]);
    }
  }

  /** Code and name of a key. A row that only its children imply takes its name from other forms or the catalogue. */
  label(key: string): Label {
    if (key === PERSONNEL || key === RUNNING || key === '') return { code: null, name: null, otherNames: [] };
    if (key.startsWith(LOOSE)) {
      const space = key.indexOf(' ');
      const code = key.slice(LOOSE.length, space);
      return { code: code === '' ? null : code, name: key.slice(space + 1), otherNames: [] };
    }
    if (this.#tree === 'origin') return { code: null, name: key, otherNames: [] };
    const [latest, ...others] = this.#names.get(key) ?? [];
    const standard =
      this.#tree === 'economy'
        ? (economicSubject(key, this.#lastYear)?.name ?? null)
        : functionalNameIn(key, this.#lastYear);
    return { code: key, name: latest?.name ?? standard, otherNames: others };
  }

  /** Every code that the documents of the filter use, with its latest name: for choosing subjects. */
  all(): { code: string; name: string }[] {
    return [...this.#names]
      .map(([code, [latest]]) => ({ code, name: latest!.name }))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  }
}
