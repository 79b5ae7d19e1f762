import type { ProseLine } from '../prose/lines';
import type { Place } from '../prose/passage';
import type { Zone } from '../prose/zones';
import { projectName } from './names';

/** A self-evaluation table: of the whole department, or of one project. */
export interface EvaluationTable {
  /** 1-based, in the document's order. */
  number: number;
  kind: 'department' | 'project';
  title: string;
  /** The project's name without year and 项目; null for a department's table. */
  project: string | null;
  /** As printed. */
  printedName: string | null;
  lines: ProseLine[];
  place: Place;
}

/** The self-evaluation tables of a document; a zone that only lists titles makes none. */
export function evaluationTables(zones: readonly Zone[]): EvaluationTable[] {
  const tables: EvaluationTable[] = [];
  for (const zone of zones) {
    if (zone.kind !== 'self_evaluation') continue;
    const named = nameOf(zone.lines);
    const department =
      /整体/.test(zone.title) ||
      (named === null && zone.lines.some((l) => /^部门[（(]?单位[）)]?名称/.test(squeeze(l.text))));
    if (!department && named === null) continue;
    const first = zone.lines[0]!;
    tables.push({
      number: tables.length + 1,
      kind: department ? 'department' : 'project',
      title: zone.title,
      project: department ? null : projectName(named!),
      printedName: department ? null : named,
      lines: zone.lines,
      place: { page: first.page, line: first.number },
    });
  }
  return tables;
}

/** The project's name: the cell after 项目名称, or the words behind it up to 主管部门 (they may wrap). */
function nameOf(lines: readonly ProseLine[]): string | null {
  const index = lines.findIndex((line) => /^项目名称/.test(squeeze(line.cells?.[0]?.text ?? line.text)));
  if (index < 0) return null;
  const row = lines[index]!;
  if (row.cells) return row.cells.slice(1).find((cell) => cell.text !== '')?.text ?? null;
  const own = row.text.replace(/^\s*项目\s*名称\s*[:：]?\s*/, '');
  // What stands before 主管部门 belongs to the name; without that row only the name's own line is sure.
  const next = lines.slice(index + 1, index + 5);
  const end = next.findIndex((line) => /^(?:主管部门|实施单位|预算单位)/.test(squeeze(line.text)));
  const words =
    own +
    next
      .slice(0, Math.max(end, 0))
      .map((line) => line.text)
      .join('');
  return words.trim() === '' ? null : words.trim();
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
