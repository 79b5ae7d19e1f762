import type { Fen } from '../../domain/money';
import { codeLength, placeOn, standardNameIn, type Classification, type Placement } from './classification';
import type { Figure } from './figure';

/** One subject's figure as a form prints it. */
export interface Printed extends Figure {
  code: string;
  name: string;
}

/** A subject that stands elsewhere on the other year's classification. */
export interface Move {
  code: string;
  name: string;
  /** 分. */
  amount: Fen;
  how: Exclude<Placement['kind'], 'same'>;
  /** Keys of the rows that it leaves and enters; the same one where it only goes by another code there. */
  out_of: string;
  into: string;
  /** Codes on the target classification that hold it, or for `apart` may hold it. */
  codes: readonly string[];
}

/** One row of a restated form. */
export interface Restated {
  /** A code; `30110+30111+30112` for several that only compare together; `apart:30312` for one without a place. */
  key: string;
  codes: readonly string[];
  name: string | null;
  /** What is added up; one figure where the form's own is taken. */
  figures: Printed[];
}

export interface Restatement {
  rows: Map<string, Restated>;
  moves: Move[];
  /** Codes of printed totals whose parts do not add up to them, so that nothing could be taken out of them. */
  held: string[];
}

export interface Target {
  classification: Classification;
  level: 1 | 2 | 3;
  /** The document's year. */
  year: number;
  /** The year whose classification is wanted. */
  target: number;
  span: { first: number; last: number };
}

const total = (figures: readonly Figure[], of: 'amount' | 'resolution') =>
  figures.reduce((sum, figure) => sum + figure[of], 0n);

/** True where figures add up to another within half a unit of each one's last place. */
function addUp(parts: readonly Figure[], whole: Figure): boolean {
  const difference = total(parts, 'amount') - whole.amount;
  const room = total(parts, 'resolution') + whole.resolution;
  return 2n * (difference < 0n ? -difference : difference) <= room;
}

/**
 * A form's subjects of one level on the classification of another year. A total that keeps all its parts is the printed
 * one; of one that loses a part the remaining parts are added up, so that every figure still is a sum of printed ones.
 */
export function restate(lines: readonly Printed[], to: Target): Restatement {
  const length = codeLength(to.level);
  const rows = new Map<string, Restated>();
  const moves: Move[] = [];
  const held: string[] = [];
  const add = (key: string, codes: readonly string[], figures: Printed[], own: Printed) => {
    const row = rows.get(key);
    if (row) row.figures.push(...figures);
    else rows.set(key, { key, codes, name: nameOf(key, codes, own, to), figures: [...figures] });
  };
  for (const line of lines.filter(({ code }) => code.length === length)) {
    const below = lines.filter(({ code }) => code.length > length && code.startsWith(line.code));
    const parts = below.filter(
      (part) => !below.some((other) => other !== part && other.code.startsWith(part.code)),
    );
    const leaves = parts.length > 0 ? parts : [line];
    const placed = leaves.map((leaf) => ({ leaf, ...rowOf(leaf, to, length) }));
    const leaving = placed.filter(({ key }) => key !== line.code);
    if (leaving.length > 0 && parts.length > 0 && !addUp(parts, line)) {
      held.push(line.code);
      add(line.code, [line.code], [line], line);
      continue;
    }
    for (const { leaf, key, placement } of leaving) moves.push(moveOf(leaf, line.code, key, placement));
    const staying = placed.filter(({ key }) => key === line.code).map(({ leaf }) => leaf);
    if (leaving.length === 0) add(line.code, [line.code], [line], line);
    else if (staying.length > 0) add(line.code, [line.code], staying, line);
    for (const { leaf, key, codes } of leaving) add(key, codes, [leaf], leaf);
  }
  return { rows, moves, held };
}

/** A form's subjects of one level as it prints them. */
export function asPublished(lines: readonly Printed[], level: Target['level']): Restatement {
  const rows = lines
    .filter(({ code }) => code.length === codeLength(level))
    .map((line): [string, Restated] => [
      line.code,
      { key: line.code, codes: [line.code], name: line.name, figures: [line] },
    ]);
  return { rows: new Map(rows), moves: [], held: [] };
}

function moveOf(leaf: Printed, out_of: string, into: string, { kind, codes }: Placement): Move {
  const how = kind === 'same' ? 'moved' : kind;
  return { code: leaf.code, name: leaf.name, amount: leaf.amount, how, out_of, into, codes };
}

/** The row of a level that a leaf belongs to on the target classification. */
function rowOf(
  leaf: Printed,
  to: Target,
  length: number,
): { key: string; codes: readonly string[]; placement: Placement } {
  const placement = placeOn(to.classification, leaf.code, to.year, to.target, to.span);
  if (placement.kind === 'apart') return { key: `apart:${leaf.code}`, codes: [leaf.code], placement };
  const above = [...new Set(placement.codes.map((code) => code.slice(0, length)))];
  if (above.length === 1) return { key: above[0]!, codes: above, placement };
  return { key: placement.codes.join('+'), codes: placement.codes, placement };
}

function nameOf(key: string, codes: readonly string[], own: Printed, to: Target): string | null {
  if (key === own.code || key === `apart:${own.code}`) return own.name;
  const names = codes.map((code) => standardNameIn(to.classification, code, to.target));
  return names.every((name) => name !== null) ? [...new Set(names)].join('、') : own.name;
}
