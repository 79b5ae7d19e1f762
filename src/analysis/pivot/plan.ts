import type { Kind, Measure, Source, Stage } from '../../domain/facts';
import { BASES, budgetOf, type Basis, type BasisId } from './basis';
import { basesOf, yearOfBase, type Base } from './calculation';
import { seriesOf, type PivotRequest, type Series } from './request';

/** Where a source's facts stand, the best place first: `rank` decides between documents of one department and year. */
export interface Branch {
  /** The form whose rows are read; its summaries, flows and fund. */
  basis: Basis;
  sources: readonly Source[];
  /** False: the narrative and self-evaluation, outside all forms. */
  printed: boolean;
  rank: number;
}

/** Facts of one basis at one stage. */
export interface SourcePlan {
  basis: BasisId;
  stage: Stage;
  branches: readonly Branch[];
}

/** One measure of one source. */
export interface Read {
  source: number;
  measure: Measure;
}

/** What a read's figures are for a series: its own (part 0), or the base of a comparison (part 1 …). */
export interface Role {
  read: number;
  series: number;
  part: number;
  /** Years added to the document's own, so that base and figure stand at the same year. */
  shift: number;
  /** Only documents of this year; null: of all. */
  only: number | null;
}

/** A request as what is read from the tables, each thing once. */
export interface Plan {
  series: readonly Series[];
  bases: readonly Base[];
  sources: readonly SourcePlan[];
  reads: readonly Read[];
  roles: readonly Role[];
  /** Years of the documents that are read; empty: all. */
  years: readonly number[];
  /** Years that are shown; empty: all. */
  shownYears: readonly number[];
}

const PRINTED = 0;
const TOLD = 2;

/** Where the facts of a basis at a stage stand: forms before the narrative, a budget before what an account repeats. */
export function branchesOf(id: BasisId, stage: Stage): Branch[] {
  const basis = BASES[id];
  const isBudget = basis.kind === 'budget';
  const branches: Branch[] = [
    { basis, sources: [isBudget ? 'budget_form' : 'form'], printed: true, rank: PRINTED + 1 },
  ];
  const budget = budgetOf(id);
  if (stage === 'initial_budget' && budget) {
    branches.unshift({ basis: budget, sources: ['budget_form'], printed: true, rank: PRINTED });
  }
  if (stage !== basis.stage && basis.narrativeStages.includes(stage)) {
    branches.push({ basis, sources: ['narrative', 'performance'], printed: false, rank: TOLD });
  }
  return branches;
}

/** The kinds of documents that could have a source. */
export function kindsOf({ basis, stage, branches }: SourcePlan): Kind[] {
  const kinds = branches
    // The account's own form prints its own stage; another one only in some regions.
    .filter((branch) => branch.basis.id !== basis || branch.basis.stage === stage || !branch.printed)
    .map((branch) => branch.basis.kind);
  return [...new Set(kinds)];
}

/** Plans a settled request. `years`: fiscal years in the data, for comparisons with a fixed year. */
export function planOf(request: PivotRequest, years: readonly number[]): Plan {
  const sources: SourcePlan[] = [];
  const reads: Read[] = [];
  const roles: Role[] = [];
  const series = seriesOf(request);
  const bases = basesOf(request.values);
  const read = (basis: BasisId, stage: Stage, measure: Measure): number => {
    let source = sources.findIndex((s) => s.basis === basis && s.stage === stage);
    if (source < 0) source = sources.push({ basis, stage, branches: branchesOf(basis, stage) }) - 1;
    const known = reads.findIndex((r) => r.source === source && r.measure === measure);
    return known >= 0 ? known : reads.push({ source, measure }) - 1;
  };
  const shownYears = request.filter.years;
  const displayed = shownYears.length > 0 ? shownYears : years;
  series.forEach(({ basis, stage, measure }, i) => {
    roles.push({ read: read(basis, stage, measure), series: i, part: 0, shift: 0, only: null });
    bases.forEach((base, b) => {
      const fixed = yearOfBase(base);
      const part = b + 1;
      if (base === 'prior_year') {
        roles.push({ read: read(basis, stage, measure), series: i, part, shift: 1, only: null });
      } else if (fixed !== null) {
        for (const year of displayed) {
          const role = {
            read: read(basis, stage, measure),
            series: i,
            part,
            shift: year - fixed,
            only: fixed,
          };
          roles.push(role);
        }
      } else {
        const at = base as Stage;
        roles.push({ read: read(basis, at, measure), series: i, part, shift: 0, only: null });
      }
    });
  });
  const wanted = new Set(shownYears);
  if (shownYears.length > 0) {
    for (const base of bases) {
      const fixed = yearOfBase(base);
      if (fixed !== null) wanted.add(fixed);
      if (base === 'prior_year') for (const year of shownYears) wanted.add(year - 1);
    }
  }
  const all = [...wanted].sort((a, b) => a - b);
  return { series, bases, sources, reads, roles, years: all, shownYears };
}
