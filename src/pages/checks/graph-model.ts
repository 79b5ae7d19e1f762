import type { CheckReport, Instance, RuleId, Severity, Side } from '../../checks';
import { formName } from '../../checks/forms';
import type { DocumentRow, Fact } from '../../domain/facts';
import { formNames } from '../../i18n';

/** What the identities of one place come to. `remark`: they fail, and that is no contradiction by itself. */
export interface Tally {
  exact: number;
  rounding: number;
  conflict: number;
  remark: number;
  unknown: number;
}

/** Where figures stand: a form by its identity, the text, the self-evaluation, another document. */
export type Place = string;
export const NARRATIVE = 'narrative';
export const PERFORMANCE = 'performance';
const OTHER = 'document:';
export const otherDocument = (place: Place): string | null =>
  place.startsWith(OTHER) ? place.slice(OTHER.length) : null;

/** A place with the identities whose two sides both stand there. */
export interface GraphNode {
  place: Place;
  tally: Tally;
  instances: readonly Instance[];
}

/** Two places, in the order of the nodes, with the identities that tie them. */
export interface GraphEdge {
  id: string;
  from: Place;
  to: Place;
  tally: Tally;
  rules: readonly RuleId[];
  instances: readonly Instance[];
}

export interface FormsGraph {
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
}

/** The facts that places are found by: each by its id, and what form is printed on a line. */
export interface PlaceFacts {
  byId(fact_id: string): Pick<Fact, 'source' | 'form'> | undefined;
  formAt(page: number | null, line: number): string | undefined;
}

const noTally = (): Tally => ({ exact: 0, rounding: 0, conflict: 0, remark: 0, unknown: 0 });

/** Forms first as they are numbered, then the text, the self-evaluation, other documents. */
const rank = (place: Place): string => {
  if (place === NARRATIVE) return 'x1';
  if (place === PERFORMANCE) return 'x2';
  return otherDocument(place) === null ? `f${place}` : `y${place}`;
};

/**
 * The forms of a document and the identities between them. Every identity stands once in each pair of places that it
 * ties, one within a form at the form itself. `reports` are those of the document and of the rules across documents.
 */
export function formsGraph(
  document: Pick<DocumentRow, 'doc_id' | 'forms_present'>,
  reports: readonly Pick<CheckReport, 'instances' | 'findings'>[],
  facts: PlaceFacts,
): FormsGraph {
  const instances = reports
    .flatMap((report) => report.instances)
    .filter(({ doc_id, outcome }) => doc_id === document.doc_id && outcome !== 'not_applicable');
  const severity = severities(reports);
  const within = new Map<Place, Instance[]>();
  const between = new Map<string, Instance[]>();
  for (const form of document.forms_present.split(',').filter(Boolean)) within.set(form, []);
  for (const instance of instances) {
    for (const [a, b] of pairsOf(instance, document.doc_id, facts)) {
      for (const place of [a, b]) if (!within.has(place)) within.set(place, []);
      if (a === b) within.get(a)!.push(instance);
      else push(between, JSON.stringify(rank(a) < rank(b) ? [a, b] : [b, a]), instance);
    }
  }
  const tallyOf = (own: readonly Instance[]) => {
    const tally = noTally();
    for (const one of own) {
      if (one.outcome === 'not_applicable') continue;
      const remark = one.outcome === 'conflict' && (severity.get(keyOf(one)) ?? 'error') !== 'error';
      tally[remark ? 'remark' : one.outcome]++;
    }
    return tally;
  };
  return {
    nodes: [...within]
      .sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1))
      .map(([place, own]) => ({ place, tally: tallyOf(own), instances: failingFirst(own) })),
    edges: [...between].map(([id, own]) => {
      const [from, to] = JSON.parse(id) as [Place, Place];
      const rules = [...new Set(own.map(({ rule }) => rule))];
      return { id: `${from}~${to}`, from, to, tally: tallyOf(own), rules, instances: failingFirst(own) };
    }),
  };
}

const keyOf = ({ rule, about, left, right }: Instance) =>
  JSON.stringify([rule, about, left.label, right.label]);

/** How grave a failed identity is: as its finding. */
function severities(reports: readonly Pick<CheckReport, 'findings'>[]): Map<string, Severity> {
  const found = new Map<string, Severity>();
  for (const { findings } of reports)
    for (const { severity, instances } of findings)
      for (const one of instances) {
        const key = keyOf(one);
        if (found.get(key) !== 'error') found.set(key, severity);
      }
  return found;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const ORDER = ['conflict', 'unknown', 'rounding', 'exact', 'not_applicable'] as const;
const failingFirst = (own: readonly Instance[]) =>
  own.toSorted((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));

/** The pairs of places that an identity ties, each once. */
function pairsOf(instance: Instance, doc_id: string, facts: PlaceFacts): [Place, Place][] {
  const left = placesOf(instance.left, doc_id, facts);
  const right = placesOf(instance.right, doc_id, facts);
  const fallback = placeIn(instance.about) ?? NARRATIVE;
  const [l, r] = [left.length > 0 ? left : right, right.length > 0 ? right : left];
  if (l.length === 0) return [[fallback, fallback]];
  const pairs = new Map<string, [Place, Place]>();
  for (const a of l) for (const b of r) pairs.set([a, b].sort().join('~'), [a, b]);
  // A sum of several forms against one of them ties it to the others.
  const apart = [...pairs.values()].filter(([a, b]) => a !== b);
  return apart.length > 0 ? apart : [...pairs.values()];
}

function placesOf(side: Side, doc_id: string, facts: PlaceFacts): Place[] {
  if (side.doc_id !== undefined && side.doc_id !== doc_id) return [OTHER + side.doc_id];
  const places = side.fact_ids.flatMap((id) => {
    const fact = facts.byId(id);
    return fact ? [placeOf(fact)] : [];
  });
  if (places.length > 0) return [...new Set(places)];
  const named = placeIn(side.label);
  if (named !== null) return [named];
  // A name or a percentage is no fact: the form of its line, where it has one.
  const form = side.line ? facts.formAt(side.page ?? null, side.line) : undefined;
  if (form !== undefined) return [form];
  return side.quote || side.page || side.line ? [NARRATIVE] : [];
}

function placeOf({ source, form }: Pick<Fact, 'source' | 'form'>): Place {
  if (source === 'performance') return PERFORMANCE;
  return form !== null && source !== 'narrative' ? form : NARRATIVE;
}

const NAMED: readonly (readonly [string, Place])[] = [
  ...Object.keys(formNames).map((form) => [formName(form), form] as const),
  ['情况说明', NARRATIVE],
  ['绩效自评', PERFORMANCE],
];

/** The place that a label begins with. */
function placeIn(label: string): Place | null {
  return NAMED.find(([name]) => label.startsWith(name))?.[1] ?? null;
}
