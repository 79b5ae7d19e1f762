import { BASES, PERSONNEL, RUNNING } from './basis';
import type { Cube, Place } from './cube';
import { stepsOf, subjectLevels, type Dimension } from './dimensions';
import type { SubjectNames } from './names';
import { idOf, type NodePlace, type PivotNode } from './node';
import { WHOLE } from './queries';
import type { PivotRequest, Series } from './request';
import type { CellRow } from './rows';
import { LOOSE } from './sql';

/** Formulas are rows whose key begins so. */
export const BASKET = '=';

interface Draft extends PivotNode {
  at: NodePlace;
  subjects: Map<string, Draft>;
  others: Map<string, Draft>;
}

type Axis = { dimensions: readonly Dimension[]; whole: readonly Dimension[] };

/** What the answers hold of one axis: the members on rows or columns as a tree, in their natural order. */
export class AxisTree {
  readonly #axis: Axis;
  readonly #names: SubjectNames;
  readonly #series: readonly Series[];
  readonly #parents = new Map<string, { parent: string | null; depth: number }>();
  readonly #root: Draft;

  constructor(
    request: PivotRequest,
    whole: readonly Dimension[],
    cells: readonly CellRow[],
    cube: Cube,
    names: SubjectNames,
  ) {
    this.#axis = { dimensions: shownPart(whole, request), whole };
    this.#names = names;
    this.#series = cube.plan.series;
    this.#root = draft(null, '', 'root', null, -1, {});
    for (const { key, parent, depth } of cells) this.#parents.set(key, { parent, depth });
    for (const { series, place } of cube.places) this.#insert(series, place, null);
    for (const row of cells) if (row.key !== '' && row.key !== WHOLE) this.#insert(row.series, row, row.key);
  }

  /** The root with everything below it. */
  root(): PivotNode {
    return this.#finish(this.#root);
  }

  #insert(series: number, place: Omit<Place, 'year'> & { year: number | null }, key: string | null) {
    let node = this.#root;
    let step = 0;
    for (const dimension of this.#axis.dimensions) {
      const levels = subjectLevels(dimension);
      if (levels) {
        if (key === null) return;
        const chain = this.#chain(key, levels.depths);
        if (chain.length === 0) return;
        for (const { key: member, depth } of chain) {
          const at = step + Math.max(0, levels.depths.indexOf(depth));
          node = this.#child(node, node.subjects, dimension, member, at, { ...node.at, key: member });
        }
        step += levels.depths.length;
      } else {
        const member = this.#member(dimension, series, place);
        if (member === null) return;
        const at = placeOf(node.at, dimension, this.#series[series]!, place);
        node = this.#child(node, node.others, dimension, member, step, at);
        step += 1;
      }
    }
  }

  /** The keys from the top of the shown levels down to a key; empty where the key is on none of them. */
  #chain(key: string, depths: readonly number[]): { key: string; depth: number }[] {
    if (key.startsWith(BASKET)) return [{ key, depth: depths[0]! }];
    const own = this.#parents.get(key)!;
    const isLoose = key.startsWith(LOOSE) || own.parent === LOOSE;
    if (isLoose) return [{ key, depth: depths[0]! }];
    if (!depths.includes(own.depth)) return [];
    const chain = [{ key, depth: own.depth }];
    for (let above = own.parent; above;) {
      const entry = this.#parents.get(above);
      if (!entry) break;
      if (depths.includes(entry.depth)) chain.unshift({ key: above, depth: entry.depth });
      above = entry.parent;
    }
    return chain;
  }

  #member(dimension: Dimension, series: number, place: Omit<Place, 'year'> & { year: number | null }) {
    const { basis, stage, measure } = this.#series[series]!;
    switch (dimension) {
      case 'form':
        return basis;
      case 'fund':
        return BASES[basis].fund ?? 'own';
      case 'stage':
        return stage;
      case 'measure':
        return measure;
      case 'scope':
        return place.scope;
      case 'region':
        return place.region;
      case 'department':
        return place.department === null ? null : `${place.region ?? ''}/${place.department}`;
      default:
        return place.year === null ? null : String(place.year);
    }
  }

  #child(
    parent: Draft,
    among: Map<string, Draft>,
    dimension: Dimension,
    member: string,
    step: number,
    at: NodePlace,
  ): Draft {
    const known = among.get(member);
    if (known) return known;
    const isBasket = subjectLevels(dimension) !== null && member.startsWith(BASKET);
    const node = draft(parent, member, isBasket ? 'basket' : 'member', dimension, step, at);
    if (isBasket) node.name = member.slice(BASKET.length);
    else if (subjectLevels(dimension)) {
      Object.assign(node, this.#names.label(member));
      node.loose = member.startsWith(LOOSE) || this.#parents.get(member)?.parent === LOOSE;
    } else if (dimension === 'department') node.name = at.department ?? null;
    else if (dimension === 'region' || dimension === 'year') node.name = member;
    among.set(member, node);
    return node;
  }

  #finish(node: Draft): PivotNode {
    // Below a subject stand its own subjects; the next dimension stands below the lowest of them.
    const below = node.subjects.size > 0 ? node.subjects : node.others;
    const children = [...below.values()].sort(naturalOrder);
    const last = stepsOf(this.#axis.whole).length - 1;
    const shown = stepsOf(this.#axis.dimensions).length - 1;
    node.deeper = children.length === 0 && node.step === shown && shown < last && node.kind === 'member';
    node.children = children.map((child) => this.#finish(child));
    return node;
  }
}

/** The dimensions of an axis down to the innermost one that is shown. */
export function shownPart(axis: readonly Dimension[], request: Pick<PivotRequest, 'shown'>): Dimension[] {
  let last = -1;
  axis.forEach((dimension, i) => {
    const hidden =
      !request.shown.includes(dimension) && !['form', 'fund', 'measure', 'stage'].includes(dimension);
    if (!hidden && last === i - 1) last = i;
  });
  return axis.slice(0, last + 1);
}

function draft(
  parent: Draft | null,
  member: string,
  kind: PivotNode['kind'],
  dimension: Dimension | null,
  step: number,
  at: NodePlace,
): Draft {
  return {
    id: parent ? idOf(parent, member) : '',
    kind,
    dimension,
    member,
    step,
    at,
    code: null,
    name: null,
    otherNames: [],
    loose: false,
    parent,
    children: [],
    deeper: false,
    subjects: new Map(),
    others: new Map(),
  };
}

function placeOf(
  at: NodePlace,
  dimension: Dimension,
  series: Series,
  place: Omit<Place, 'year'> & { year: number | null },
): NodePlace {
  switch (dimension) {
    case 'form':
      return { ...at, form: series.basis };
    case 'fund':
      return { ...at, fund: BASES[series.basis].fund ?? 'own' };
    case 'stage':
      return { ...at, stage: series.stage };
    case 'measure':
      return { ...at, measure: series.measure };
    case 'scope':
      return { ...at, scope: place.scope };
    case 'region':
      return { ...at, region: place.region! };
    case 'department':
      return { ...at, region: place.region!, department: place.department! };
    default:
      return { ...at, year: place.year! };
  }
}

const collator = new Intl.Collator('zh-Hans-CN');
/** Origins stand in the order of form 01. */
const ORIGINS = ['一般公共预算', '政府性基金', '国有资本', '上级补助', '事业', '经营', '附属单位', '其他'];
const BLOCKS = [PERSONNEL, RUNNING];
const SCOPES = ['department', 'unit'];

/**
 * The natural order of members: codes as they run, origins as in form 01, years as they pass, forms, stages and
 * measures as they were read, departments by region and name; formulas after subjects, unplaced rows last.
 */
export function naturalOrder(a: PivotNode, b: PivotNode): number {
  if (a.loose !== b.loose) return a.loose ? 1 : -1;
  if (a.kind !== b.kind) return a.kind === 'basket' ? 1 : b.kind === 'basket' ? -1 : 0;
  if (a.dimension === null || a.dimension !== b.dimension) return 0;
  if (a.kind === 'basket') return 0;
  switch (a.dimension) {
    case 'department':
      return collator.compare(a.at.region!, b.at.region!) || collator.compare(a.name!, b.name!);
    case 'region':
      return collator.compare(a.member, b.member);
    case 'year':
      return a.at.year! - b.at.year!;
    case 'scope':
      return SCOPES.indexOf(a.member) - SCOPES.indexOf(b.member);
    case 'origin': {
      const place = (name: string) => {
        const found = ORIGINS.findIndex((start) => name.startsWith(start));
        return found < 0 ? ORIGINS.length : found;
      };
      return place(a.member) - place(b.member) || (a.member < b.member ? -1 : 1);
    }
    case 'form':
    case 'fund':
    case 'stage':
    case 'measure':
      return 0;
    default:
      if (BLOCKS.includes(a.member)) return BLOCKS.indexOf(a.member) - BLOCKS.indexOf(b.member);
      return a.member < b.member ? -1 : a.member > b.member ? 1 : 0;
  }
}
