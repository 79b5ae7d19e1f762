import type { Fact } from '../../domain/facts';
import { absolute, parseAmount, type Fen, type Unit } from '../../domain/money';
import type { Book, Cell } from '../book';
import { ruleOf } from '../registry';
import type { Judged } from '../relate';
import {
  RULE_IDS,
  type Finding,
  type FindingKind,
  type Instance,
  type RuleId,
  type Severity,
} from '../types';
import { kindOf } from './kind';
import { mergeRows, type Group } from './merge';
import { messageOf } from './message';
import { findMoves } from './search';

const UNITS: readonly Unit[] = ['元', '万元', '亿元'];

/** One finding for each cause of the conflicts of a document. */
export function findCauses(book: Book, judged: readonly Judged[]): Finding[] {
  if (!judged.some(isConflict)) return [];
  const groups = mergeRows(findMoves(book, judged).map((cause) => groupOf(cause.move?.changes, cause)))
    // What held as printed and was only set right again with the rest is no failure of the document.
    .map((group) => ({ ...group, failures: group.failures.filter(isConflict) }))
    .filter(({ failures }) => failures.length > 0);
  const explained = new Set(groups.flatMap((group) => group.failures));
  const alone = judged.filter((one) => one.instance.outcome === 'conflict' && !explained.has(one));
  const findings = [
    ...groups.map((group) => fromGroup(book, group)),
    ...attach(groups, alone).map((one) => fromRule(book, one)),
  ];
  return unique(findings).sort(byWeight);
}

const isConflict = ({ instance }: Judged) => instance.outcome === 'conflict';

function groupOf(
  changes: ReadonlyMap<Cell, Fen> | undefined,
  cause: ReturnType<typeof findMoves>[number],
): Group {
  return {
    changes: changes ?? new Map(),
    parent: cause.move?.parent ?? null,
    failures: [...cause.failures],
    candidates: cause.candidates,
  };
}

/** Adds to a group what a rule says of the very cell that the group names; gives back the rest. */
function attach(groups: readonly Group[], alone: readonly Judged[]): Judged[] {
  return alone.filter((one) => {
    const ids = [...one.instance.left.fact_ids, ...one.instance.right.fact_ids];
    const group = groups.find((g) =>
      [...g.changes.keys()].some((cell) =>
        one.named
          ? cell.fact?.fact_id === one.named
          : one.instance.relation !== 'at_most' &&
            cell.fact &&
            ids.includes(cell.fact.fact_id) &&
            one.instance.relation !== 'rate',
      ),
    );
    group?.failures.push(one);
    return !group;
  });
}

function fromGroup(book: Book, group: Group): Finding {
  const rule = mainRule(group.failures);
  const cells = [...group.changes.keys()].filter((cell) => cell.fact);
  const named = cells[0] ?? [...group.changes.keys()][0] ?? group.parent;
  const instances = group.failures
    .map(({ instance }) => instance)
    .sort(mostDirect(rule, named?.fact?.fact_id ?? null));
  const change = named ? group.changes.get(named) : undefined;
  const expected = change === undefined ? null : (named?.amount ?? 0n) + change;
  const kind =
    group.failures.find((one) => one.kind && one.instance.rule === rule)?.kind ?? kindOf(book, group);
  return {
    id: `${rule}:${named?.fact?.fact_id ?? instances[0]!.about}`,
    rule,
    severity: severityOf(group.failures),
    doc_id: book.docId,
    kind,
    fact_id: named?.fact?.fact_id ?? null,
    fact_ids: listed(cells, group).flatMap((cell) => cell.fact?.fact_id ?? []),
    expected,
    at_stake: atStake(instances),
    instances,
    message: messageOf({
      kind,
      named,
      expected,
      instances,
      unit: unitOf(book, named?.fact ?? null, instances[0]!),
    }),
  };
}

/** The cells of the cause; of a blank one the cells of its row; else those that would do equally well. */
function listed(cells: readonly Cell[], group: Group): readonly Cell[] {
  if (cells.length > 0) return cells;
  const [blank] = group.changes.keys();
  return blank ? [...blank.row.cells.values()] : group.candidates;
}

/** The finding's own rule first, then what speaks of its cell, then the fewest cells: the plainest to look at. */
function mostDirect(rule: RuleId, named: string | null): (a: Instance, b: Instance) => number {
  const cells = ({ left, right }: Instance) => [...left.fact_ids, ...right.fact_ids];
  const off = (one: Instance) =>
    Number(one.rule !== rule) * 2 + Number(named !== null && !cells(one).includes(named));
  return (a, b) => off(a) - off(b) || cells(a).length - cells(b).length;
}

/** A conflict that is not one of adding up: the rule itself says what is wrong. */
function fromRule(book: Book, one: Judged): Finding {
  const { instance } = one;
  const kind: FindingKind | null = one.kind ?? null;
  const named = one.named ?? null;
  return {
    id: `${instance.rule}:${named ?? instance.about}`,
    rule: instance.rule,
    severity: severityOf([one]),
    doc_id: book.docId,
    kind,
    fact_id: named,
    fact_ids: named ? [named] : [],
    expected: one.expected ?? null,
    at_stake: atStake([instance]),
    instances: [instance],
    message:
      one.message ??
      messageOf({
        kind,
        named: null,
        expected: null,
        instances: [instance],
        unit: unitOf(book, null, instance),
      }),
  };
}

/**
 * The unit to tell amounts in: that of the named figure, else of the first one of the left side, else of the forms. Of a
 * figure under a wrong heading, the unit that it was read in.
 */
function unitOf(book: Book, named: Fact | null, { left }: Instance): Unit {
  const { document, facts } = book.input;
  const fact = named ?? facts.find(({ fact_id }) => fact_id === left.fact_ids[0]);
  const printed = UNITS.find((unit) => unit === (fact?.printed_unit ?? document.unit_printed)) ?? '元';
  if (!fact) return printed;
  const means = (unit: Unit) => parseAmount(fact.printed_value ?? '', unit)?.amount === fact.amount;
  return [printed, ...UNITS].find(means) ?? printed;
}

/** A rule that names its own cell speaks first, then the one with most failures, then the first of the list. */
function mainRule(failures: readonly Judged[]): RuleId {
  const own = failures.find((one) => one.named);
  if (own) return own.instance.rule;
  const counts = new Map<RuleId, number>();
  for (const { instance } of failures) counts.set(instance.rule, (counts.get(instance.rule) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || RULE_IDS.indexOf(a[0]) - RULE_IDS.indexOf(b[0]))[0]![0];
}

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

function severityOf(failures: readonly Judged[]): Severity {
  const all = failures.map((one) => one.severity ?? ruleOf(one.instance.rule)?.severity ?? 'error');
  return ORDER.find((severity) => all.includes(severity)) ?? 'info';
}

const atStake = (instances: readonly Instance[]): Fen =>
  instances.reduce((most, { difference }) => {
    const size = difference === null ? 0n : absolute(difference);
    return size > most ? size : most;
  }, 0n);

function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const count = (seen.get(finding.id) ?? 0) + 1;
    seen.set(finding.id, count);
    return count === 1 ? finding : { ...finding, id: `${finding.id}#${count}` };
  });
}

function byWeight(a: Finding, b: Finding): number {
  const severity = ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity);
  if (severity !== 0) return severity;
  return a.at_stake === b.at_stake ? 0 : a.at_stake > b.at_stake ? -1 : 1;
}
