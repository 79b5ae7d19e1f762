import {
  changeEvidence,
  ITEM_KEYS,
  type ChangeModel,
  type ChangeRow,
  type ItemKey,
} from '../../analysis/change';
import { groupRows } from '../../analysis/group';
import type { HeatmapDrawing } from '../../charts/execution';
import { heatColour } from '../../charts/execution-scale';
import { formatDecimal, NONE } from '../../state';
import type { CellColours, HeatCell, HeatColumn, HeatRow, HeatSign } from '../../ui/heatmap';
import { barText, evidenceTitle, remarks, shortRegion, stateText, type Reader } from './words';

/** Items that some document can compare, without parts of others: those have the page of their own. */
export function matrixItems(model: ChangeModel): ItemKey[] {
  return ITEM_KEYS.filter((key) =>
    model.rows.some((row) => row.item === key && row.level === 0 && row.change !== null),
  );
}

export function matrixColumns(items: readonly ItemKey[], { t }: Reader): HeatColumn[] {
  return items.map((key) => ({
    key,
    label: key === 'general' || key === 'SG' ? t(`${key}_short`) : t(key),
    title: t(key),
  }));
}

function colours(row: ChangeRow): CellColours | null {
  const level = row.size === 'flat' || row.size === 'rounding';
  if (row.rate === null && !level) return null;
  const points = level ? 0 : row.rate!.times(100).toNumber();
  return { light: heatColour(points, 'light'), dark: heatColour(points, 'dark') };
}

function cellText(row: ChangeRow, reader: Reader): string {
  if (row.rate) return formatDecimal(row.rate.times(100), 1, { language: reader.language, sign: true });
  if (row.size === 'flat') return reader.t('size_flat');
  return row.state === 'nothing' || row.state === 'no_prior' ? NONE : (stateText(row, reader) ?? NONE);
}

function cellSigns(row: ChangeRow, reader: Reader): HeatSign[] {
  const signs: HeatSign[] = [];
  if (row.size === 'rounding') signs.push({ sign: '·', label: reader.t('size_rounding') });
  if (row.imprecise) signs.push({ sign: '～', label: reader.t('note_imprecise') });
  if (row.findings.length > 0) signs.push({ sign: '⚑', label: reader.t('findings_title'), warn: true });
  return signs;
}

/** One row a document, one column an item, the rate of change in the cell. */
export function matrixRows(
  model: ChangeModel,
  items: readonly ItemKey[],
  reader: Reader,
): (HeatRow & { cells: HeatCell[] })[] {
  return [...groupRows(model.rows, (row) => row.document.doc_id)].map(([key, rows]) => {
    const { document } = rows[0]!;
    return {
      key,
      label: document.department,
      note: reader.t('row_note', { region: shortRegion(document.region), year: document.fiscal_year }),
      signs: [],
      title: document.title,
      cells: items.map((item): HeatCell => {
        const row = rows.find((candidate) => candidate.item === item)!;
        const evidence = changeEvidence(row, 'change_rate', evidenceTitle(row, reader));
        return {
          text: cellText(row, reader),
          colours: colours(row),
          kind:
            row.rate || row.size === 'flat'
              ? 'value'
              : row.change === null && row.final !== null
                ? 'hatched'
                : 'blank',
          signs: cellSigns(row, reader),
          title: [
            `${document.department} ${document.fiscal_year} · ${evidenceTitle(row, reader)}`,
            barText(row, 'rate', reader),
            ...remarks(row, reader),
          ].join('\n'),
          evidence,
          opens: evidence !== null,
        };
      }),
    };
  });
}

/** A picture longer than this is no picture; the CSV has every row. */
export const MOST_DRAWN = 120;

/** The matrix as a drawing for SVG and PNG. */
export function matrixPicture(model: ChangeModel, items: readonly ItemKey[], reader: Reader): HeatmapDrawing {
  const rows = matrixRows(model, items, reader).slice(0, MOST_DRAWN);
  return {
    columns: matrixColumns(items, reader).map(({ label }) => ({ code: '', label })),
    rows: rows.map((row) => ({
      label: row.label,
      note: row.note,
      cells: row.cells.map(({ text, kind, signs, colours: shades }) => ({
        // A picture has no hatching.
        text: kind === 'hatched' ? reader.t('state_no_prior') : text,
        signs: signs.map(({ sign }) => sign).join(' '),
        fill: shades?.light.fill ?? null,
        ink: shades?.light.ink ?? null,
      })),
    })),
    foot: null,
    ends: { low: '−50%', high: '+50%' },
    withoutTotal: true,
  };
}
