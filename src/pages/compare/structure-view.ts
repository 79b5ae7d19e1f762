import {
  byMoney,
  OTHERS,
  structureOf,
  withOthers,
  type CompareRow,
  type Structure,
  type Structured,
  type StructurePart,
} from '../../analysis/compare';
import type { EvidenceRequest } from '../../state';
import { partTitle, type Reader } from './reader';

/** As many parts as have a colour of their own. */
export const MOST_PARTS = 6;

export interface StructureView {
  /** Departments that have a structure, with their parts in the order of the legend. */
  bars: { row: CompareRow; structured: Structured; parts: StructurePart[] }[];
  /** Codes with names in the order of the money they have. */
  legend: { code: string; name: string }[];
  /** Departments whose documents do not state it. */
  none: CompareRow[];
}

/** The parts of all departments in one order; what has no colour of its own is summed up, never left out. */
export function structureView(rows: readonly CompareRow[], structure: Structure): StructureView {
  const all = rows.map((row) => ({ row, structured: structureOf(row.sheet, structure) }));
  const some = all.filter(({ structured }) => structured.sum !== 0n);
  const codes = byMoney(some.map(({ structured }) => structured));
  // A single rest gets the last colour itself.
  const kept = codes.length <= MOST_PARTS + 1 ? codes : codes.slice(0, MOST_PARTS);
  const order = new Map(kept.map(({ code }, i) => [code, i]));
  const place = ({ code }: StructurePart) => order.get(code) ?? order.size;
  return {
    bars: some.map(({ row, structured }) => ({
      row,
      structured,
      parts: withOthers(structured, new Set(order.keys())).sort((a, b) => place(a) - place(b)),
    })),
    legend: [...kept, ...(kept.length < codes.length ? [{ code: OTHERS, name: '' }] : [])],
    none: all.filter(({ structured }) => structured.sum === 0n).map(({ row }) => row),
  };
}

/** What the drawer explains for a part: its share of the total that the form prints, else its amount. */
export function partEvidence(
  { row, structured }: StructureView['bars'][number],
  part: StructurePart,
  structure: Structure,
  reader: Reader,
): EvidenceRequest {
  const term = row.sheet.stage;
  const title =
    part.code === OTHERS
      ? reader.t('others_names', { names: part.name })
      : partTitle(part.code, part.name, structure, reader);
  const parts = part.at.map((at) => ({ term, at }));
  const { whole } = structured;
  return whole && structured.differs === null
    ? { title, show: 'share', parts: [...parts, { term: 'total', at: whole.at }] }
    : { title, show: 'amount', parts };
}
