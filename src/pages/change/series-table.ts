import { pointEvidence, type SeriesLine, type SeriesModel } from '../../analysis/change';
import { inUnit } from '../../domain/money';
import {
  unitLabel,
  valuationNotes,
  yearsNotValued,
  type AppState,
  type Cell,
  type ExportTable,
} from '../../state';
import type { Column } from '../../ui';
import { whoText } from './body-options';
import { splitOf } from './params';
import { breakTexts, lineLabel, lineTitle, overall } from './series-view';
import { itemName, type Reader } from './words';

export function seriesTitle(
  model: SeriesModel,
  reader: Reader,
  key: 'series_title' | 'series_table' = 'series_title',
): string {
  const { choice, request } = model;
  if (!choice) return '';
  return reader.t(key, {
    who: whoText(choice.of, choice.bodies, 'each', reader),
    what: choice.byBody
      ? itemName(request.item, null, reader)
      : reader.t(`split_${splitOf(request.lines, request.level)}`),
  });
}

/** What must be known to read the lines. */
export function seriesNotes(model: SeriesModel, shown: number, app: AppState, reader: Reader): string[] {
  const { t } = reader;
  const broken = model.lines.filter(({ breaks }) => breaks.length > 0);
  const reform =
    model.request.lines === 'economy' && broken.length > 0 && model.request.basis === 'published';
  const years = yearsNotValued(app, model.years);
  return [
    ...(reform ? [t('reform_note')] : broken.length > 0 ? [t('break_note')] : []),
    ...(model.lines.some(({ points }) => points.some(({ source }) => source !== 'document'))
      ? [t('series_hollow')]
      : []),
    ...(shown < model.lines.length ? [t('series_more', { shown, n: model.lines.length - shown })] : []),
    ...(model.left_out > 0 ? [t('series_left_out', { n: model.left_out })] : []),
    ...(years.length > 0 ? [`${t('reason_not_valued')}: ${years.join(', ')}`] : []),
    ...valuationNotes(app),
  ];
}

/** A row a line, a column a year, then first to last. */
export function seriesColumns(model: SeriesModel, reader: Reader): Column<SeriesLine>[] {
  const { t } = reader;
  const pointOf = (line: SeriesLine, year: number) => line.points.find((point) => point.year === year);
  const [first, last] = [model.years[0], model.years.at(-1)];
  const breaks = (line: SeriesLine) => breakTexts(line, reader).join('\n') || null;
  return [
    {
      key: 'line',
      label: t(model.choice?.byBody ? 'column_department' : 'column_line'),
      kind: 'text',
      value: (line) => lineLabel(line, model, reader),
      note: (line) =>
        [line.codes.join('+'), line.breaks.length > 0 ? '◇' : ''].filter(Boolean).join(' ') || null,
      reason: breaks,
    },
    ...model.years.map((year): Column<SeriesLine> => ({
      key: `y${year}`,
      label: String(year),
      kind: 'amount',
      value: (line) => pointOf(line, year)?.sum.amount ?? null,
      mark: (line) => (pointOf(line, year)?.source === 'implied' ? 'derived' : null),
      reason: (line) => (pointOf(line, year) ? breaks(line) : t('series_gap')),
      evidence: (line) => {
        const point = pointOf(line, year);
        return point
          ? pointEvidence(point, model.request.stage, `${lineTitle(line, model, reader)} ${year}`)
          : null;
      },
    })),
    ...(first !== last
      ? [
          {
            key: 'change',
            label: t('column_change'),
            group: t('column_overall', { first: first!, last: last! }),
            kind: 'amount' as const,
            sign: true,
            value: (line: SeriesLine) => overall(line)?.change ?? null,
            note: (line: SeriesLine) => spanText(line, first!, last!),
            reason: breaks,
          },
          {
            key: 'rate',
            label: t('column_rate'),
            group: t('column_overall', { first: first!, last: last! }),
            kind: 'percent' as const,
            sign: true,
            value: (line: SeriesLine) => overall(line)?.rate ?? null,
            reason: (line: SeriesLine) =>
              overall(line) && !overall(line)!.rate ? t('reason_zero_base') : breaks(line),
          },
        ]
      : []),
  ];
}

/** Where a line's own first and last figures are not those of the table. */
function spanText(line: SeriesLine, first: number, last: number): string | null {
  const [from, to] = [line.points[0]?.year, line.points.at(-1)?.year];
  return from === undefined || to === undefined || from === to || (from === first && to === last)
    ? null
    : `${from}–${to}`;
}

export function seriesTable(
  model: SeriesModel,
  title: string,
  notes: readonly string[],
  reader: Reader,
): ExportTable {
  const unit = unitLabel(reader.unit, reader.language);
  return {
    title,
    columns: [
      { label: reader.t('column_codes') },
      { label: reader.t('column_line') },
      ...model.years.map((year) => ({ label: String(year), unit })),
      { label: reader.t('column_remark') },
    ],
    rows: model.lines.map((line): Cell[] => [
      line.codes.join('+') || null,
      lineLabel(line, model, reader),
      ...model.years.map((year): Cell => {
        const sum = line.points.find((point) => point.year === year)?.sum;
        return sum ? inUnit(sum.amount, reader.unit) : null;
      }),
      breakTexts(line, reader).join(' ') || null,
    ]),
    notes: [...notes],
  };
}
