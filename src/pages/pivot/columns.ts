import type { PivotColumn, PivotModel } from '../../analysis/pivot';
import type { Translate } from '../../i18n';
import type { pivot } from '../../i18n/pages/pivot';
import type { TreeColumn, TreeGroup } from '../../ui/treegrid';
import { repairedColumns, repairText, SIGNS } from './marks';
import type { PivotSettings } from './settings';

export type PivotText = Translate<typeof pivot>;

/** A column as drawn: a pivot column's figures, or their shares. */
export interface ShownColumn extends TreeColumn {
  of: PivotColumn;
  share: boolean;
}

/**
 * The pivot's columns with their headings: scope (where both occur), year, department; after each scope's total (or
 * its only column) the shares.
 */
export function shownColumns(model: PivotModel, settings: PivotSettings, t: PivotText): ShownColumn[] {
  const scopes = [...new Set(model.columns.map((column) => column.scope))];
  const repaired = repairedColumns(model);
  const names = new Map<string, Set<string>>();
  for (const { department, region } of model.columns) {
    if (department) names.set(department, (names.get(department) ?? new Set()).add(region ?? ''));
  }
  return model.columns.flatMap((column) => {
    const groups: TreeGroup[] = [];
    if (scopes.length > 1) groups.push({ id: column.scope, label: t(`scope_${column.scope}`) });
    const isTotal = column.kind === 'total';
    if (settings.columns === 'year_department') {
      const label = isTotal ? t('total') : String(column.year);
      groups.push({ id: isTotal ? 'total' : label, label });
    }
    const ambiguous = column.department !== null && (names.get(column.department)?.size ?? 0) > 1;
    const note = repaired.get(column.id);
    const figure: ShownColumn = {
      id: column.id,
      label: labelOf(column, settings, ambiguous, t),
      title: titleOf(column, t),
      groups,
      total: isTotal,
      ...(note === undefined
        ? {}
        : { mark: { sign: SIGNS.restored, tone: 'quiet', text: repairText(note, t) } }),
      of: column,
      share: false,
    };
    const alone = model.columns.filter((other) => other.scope === column.scope).length === 1;
    if (settings.share === 'none' || !(isTotal || alone)) return [figure];
    const label = settings.share === 'total' ? t('share') : t('of_parent');
    const share = { id: `${column.id}|share`, label, groups, total: true, of: column, share: true };
    return [figure, share];
  });
}

function labelOf(column: PivotColumn, settings: PivotSettings, ambiguous: boolean, t: PivotText): string {
  if (column.kind === 'total') {
    return settings.columns === 'year_department' ? t(`column_${settings.stage}`) : t('total');
  }
  if (column.others > 0) return t('others', { n: column.others });
  if (column.department === null) return String(column.year);
  return ambiguous ? `${column.department}（${column.region}）` : column.department;
}

function titleOf(column: PivotColumn, t: PivotText): string {
  const lines = [column.region && column.department ? `${column.region} ${column.department}` : ''];
  if (column.filled > 1) lines.push(t('documents_in', { n: column.filled }));
  if (column.documents > column.filled && column.filled > 0) {
    lines.push(t('documents_without', { n: column.documents - column.filled }));
  }
  return lines.filter((line) => line !== '').join('\n');
}
