import { MEASURES, STAGES, type Measure, type Stage } from '../../domain/facts';
import type { Coordinates, Params } from '../../state';
import {
  BASES,
  BASIS_IDS,
  budgetOf,
  calculationOf,
  columnParts,
  DEFAULT_PIVOT,
  DIMENSIONS,
  formulaText,
  NATURAL,
  parseFormula,
  settled,
  stepsOf,
  subjectLevels,
  type Basket,
  type BasisId,
  type Calculation,
  type Dimension,
  type PivotSort,
  type Term,
  type Totals,
} from '../../analysis/pivot';

export const HEATS = ['table', 'row', 'column', 'level', 'none'] as const;
export type Heat = (typeof HEATS)[number];
/** How many members of each parent stand alone; null all of them. */
export const TOPS = [5, 10, 20, 50] as const;
export const TOTALS = ['before', 'after', 'none'] as const;

/** Everything of the page that a link restores, beside the shared filter. */
export interface PivotSettings {
  rows: readonly Dimension[];
  columns: readonly Dimension[];
  basis: BasisId;
  forms: readonly BasisId[];
  stages: readonly Stage[];
  measures: readonly Measure[];
  values: readonly Calculation[];
  subjects: readonly Term[];
  baskets: readonly Basket[];
  /** Nodes of this step are the deepest open; `toggled` are those that differ. */
  level: number;
  toggled: ReadonlySet<string>;
  columnLevel: number;
  columnToggled: ReadonlySet<string>;
  sort: PivotSort;
  top: number | null;
  topColumns: number | null;
  sums: Totals;
  total: Totals;
  columnSums: Totals;
  columnTotal: Totals;
  /** Shares and ranks in every column. */
  everywhere: boolean;
  heat: Heat;
  bars: boolean;
  find: string;
}

/** How far an axis is open unless asked otherwise: subjects alone to their second level, else the outermost step. */
export function usualLevel(axis: readonly Dimension[], columns: boolean): number {
  const steps = stepsOf(axis);
  const subjects = steps.findIndex(({ depth }) => depth !== null);
  if (columns) return subjects < 0 ? Math.max(1, steps.length) : subjects + 1;
  return subjects === 0 ? Math.min(2, steps.length) : 1;
}

const LIST = '.';
const listOf = <T extends string>(text: string | undefined, values: readonly T[]): T[] =>
  (text ?? '').split(LIST).filter((part): part is T => (values as readonly string[]).includes(part));
function oneOf<T extends string>(values: readonly T[], text: string | undefined, fallback: T): T {
  return values.find((value) => value === text) ?? fallback;
}
const DIMENSION_SET: readonly Dimension[] = DIMENSIONS;

/** An axis of a link; `-` is an empty one, missing the usual one. Older links join their two dimensions by `_`. */
function axisOf(text: string | undefined, usual: readonly Dimension[]): readonly Dimension[] {
  if (text === undefined) return usual;
  if (text === '-') return [];
  if (text === 'year_department') return ['year', 'department'];
  const axis = [...new Set(listOf(text, DIMENSION_SET))];
  return axis.length > 0 ? axis : usual;
}

/** The page's part of the link → settings; what is missing or not understood takes its default. */
export function readSettings(params: Params): PivotSettings {
  const basis = oneOf(BASIS_IDS, params['basis'], DEFAULT_PIVOT.basis);
  const values = (params['values'] ?? '').split(LIST).flatMap((name) => calculationOf(name) ?? []);
  const only = parseFormula(params['only'] ?? '');
  const usualRows =
    BASES[basis].tree === 'function' ? DEFAULT_PIVOT.rows : ([BASES[basis].tree] as Dimension[]);
  const request = settled({
    ...DEFAULT_PIVOT,
    rows: axisOf(params['rows'], usualRows),
    columns: axisOf(params['cols'], DEFAULT_PIVOT.columns),
    basis,
    forms: listOf(params['forms'], BASIS_IDS),
    stages: listOf(params['stage'], STAGES),
    measures: listOf(params['measure'], MEASURES),
    values: values.length > 0 ? [...new Set(values)] : DEFAULT_PIVOT.values,
    subjects: 'terms' in only ? only.terms : [],
    baskets: readBaskets(params['baskets']),
  });
  const { rows, columns } = request;
  return {
    rows,
    columns,
    basis: request.basis,
    forms: request.forms,
    stages: request.stages,
    measures: request.measures,
    values: request.values,
    subjects: request.subjects,
    baskets: request.baskets,
    level: levelOf(params['level'], rows, false),
    toggled: readIds(params['open']),
    columnLevel: levelOf(params['clevel'], columns, true),
    columnToggled: readIds(params['copen']),
    sort: readSort(params['sort']),
    top: topOf(params['top'], null),
    topColumns: topOf(params['ctop'], 10),
    sums: oneOf(TOTALS, params['sub'], 'before'),
    total: oneOf(TOTALS, params['total'], 'after'),
    columnSums: oneOf(TOTALS, params['csub'], 'none'),
    columnTotal: oneOf(TOTALS, params['ctotal'], 'after'),
    everywhere: params['every'] === '1',
    heat: oneOf(HEATS, params['heat'], 'table'),
    bars: params['bars'] === '1',
    find: params['find'] ?? '',
  };
}

function levelOf(text: string | undefined, axis: readonly Dimension[], columns: boolean): number {
  const level = Number(text);
  const deepest = Math.max(1, stepsOf(axis).length);
  return Number.isInteger(level) && level >= 1 && level <= deepest ? level : usualLevel(axis, columns);
}

function topOf(text: string | undefined, usual: number | null): number | null {
  if (text === 'all') return null;
  const n = Number(text);
  return (TOPS as readonly number[]).includes(n) ? n : usual;
}

/** Settings → the page's part of the link; what is usual is undefined, which takes it out. */
export function writeSettings(settings: PivotSettings): Record<string, string | undefined> {
  const { basis, rows, columns } = settings;
  const usualRows = BASES[basis].tree === 'function' ? DEFAULT_PIVOT.rows : [BASES[basis].tree];
  const list = (values: readonly string[], usual: readonly string[]) =>
    values.join(LIST) === usual.join(LIST) ? undefined : values.length > 0 ? values.join(LIST) : '-';
  const unless = (value: string, usual: string) => (value === usual ? undefined : value);
  const topText = (top: number | null, usual: number | null) =>
    top === usual ? undefined : top === null ? 'all' : String(top);
  const alone = settled({ ...DEFAULT_PIVOT, rows, columns, basis });
  return {
    basis: unless(basis, DEFAULT_PIVOT.basis),
    rows: list(rows, usualRows),
    cols: list(columns, DEFAULT_PIVOT.columns),
    forms: list(settings.forms, alone.forms),
    stage: list(settings.stages, settled({ ...alone, stages: [] }).stages),
    measure: list(settings.measures, settled({ ...alone, measures: [] }).measures),
    values: list(settings.values, DEFAULT_PIVOT.values),
    only: settings.subjects.length > 0 ? formulaText(settings.subjects).replace(/ /g, '') : undefined,
    baskets: writeBaskets(settings.baskets),
    level: unless(String(settings.level), String(usualLevel(rows, false))),
    open: writeIds(settings.toggled),
    clevel: unless(String(settings.columnLevel), String(usualLevel(columns, true))),
    copen: writeIds(settings.columnToggled),
    sort: writeSort(settings.sort),
    top: topText(settings.top, null),
    ctop: topText(settings.topColumns, 10),
    sub: unless(settings.sums, 'before'),
    total: unless(settings.total, 'after'),
    csub: unless(settings.columnSums, 'none'),
    ctotal: unless(settings.columnTotal, 'after'),
    every: settings.everywhere ? '1' : undefined,
    heat: unless(settings.heat, 'table'),
    bars: settings.bars ? '1' : undefined,
    find: unless(settings.find, ''),
  };
}

/** Ids of rows or columns in a link: members are escaped in them, so that `.` can stand between. */
const readIds = (text: string | undefined): ReadonlySet<string> =>
  new Set((text ?? '').split(LIST).filter((id) => id !== ''));
const writeIds = (ids: ReadonlySet<string>): string | undefined =>
  ids.size > 0 ? [...ids].sort().join(LIST) : undefined;

/** The toggled nodes after one more is toggled. */
export function toggle(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** `code:desc`, `name:asc`, `value:desc:<column>`, `abs:desc:<column>`; the column's id may hold anything. */
function readSort(text: string | undefined): PivotSort {
  const match = /^(code|name|value|abs):(asc|desc)(?::(.+))?$/s.exec(text ?? '');
  if (!match) return NATURAL;
  const direction = match[2] === 'asc' ? 'ascending' : 'descending';
  if (match[1] === 'code' || match[1] === 'name') {
    return { by: match[1] === 'code' ? 'natural' : 'name', direction };
  }
  const column = columnParts(match[3] ?? '');
  if (!column) return NATURAL;
  const { node, calculation } = column;
  return { by: 'value', column: node, calculation, absolute: match[1] === 'abs', direction };
}

function writeSort(sort: PivotSort): string | undefined {
  const direction = sort.direction === 'ascending' ? 'asc' : 'desc';
  if (sort.by === 'value')
    return `${sort.absolute ? 'abs' : 'value'}:${direction}:${sort.column}~${sort.calculation}`;
  if (sort.by === 'natural' && direction === 'asc') return undefined;
  return `${sort.by === 'name' ? 'name' : 'code'}:${direction}`;
}

/** The next step of a column's heading: largest first, smallest first, back to the order of the codes. */
export function nextSort(sort: PivotSort, node: string, calculation: Calculation): PivotSort {
  const own = sort.by === 'value' && sort.column === node && sort.calculation === calculation;
  if (!own) return { by: 'value', column: node, calculation, absolute: false, direction: 'descending' };
  return sort.direction === 'descending' ? { ...sort, direction: 'ascending' } : NATURAL;
}

/** Formulas as `name=208+210-20805`, `;` between; names are escaped. */
export function writeBaskets(baskets: readonly Basket[]): string | undefined {
  if (baskets.length === 0) return undefined;
  return baskets
    .map(
      ({ name, terms }) =>
        `${encodeURIComponent(name)}=${formulaText(terms).replace(/ /g, '').replace(/−/g, '-')}`,
    )
    .join(';');
}

/** The formulas of a link or of the browser's memory; those that are not sound are left out. */
export function readBaskets(text: string | undefined): Basket[] {
  const found = new Map<string, Basket>();
  for (const part of (text ?? '').split(';')) {
    const [encoded = '', formula = ''] = part.split('=');
    let name: string;
    try {
      name = decodeURIComponent(encoded).trim();
    } catch {
      continue;
    }
    const parsed = parseFormula(formula);
    if (name !== '' && 'terms' in parsed) found.set(name, { name, terms: parsed.terms });
  }
  return [...found.values()];
}

/** Whether subjects stand on the rows or columns. */
export const hasSubjects = ({ rows, columns }: Pick<PivotSettings, 'rows' | 'columns'>): boolean =>
  [...rows, ...columns].some((dimension) => subjectLevels(dimension) !== null);

/** Where the figures of the table are: their forms, and the narrative for stages that these do not print. */
export function moneyOf({ forms, measures, stages }: PivotSettings): Coordinates[] {
  return forms.flatMap((id) =>
    stages.flatMap((stage) =>
      measures.flatMap((measure): Coordinates[] => {
        const { classification, narrativeStages, stage: own } = BASES[id];
        const form = { form: id, measure, stage };
        if (stage === own) return [form];
        const budget = stage === 'initial_budget' ? budgetOf(id) : null;
        return [
          form,
          ...(budget ? [{ form: budget.id, measure, stage }] : []),
          ...(narrativeStages.includes(stage)
            ? [{ source: 'narrative' as const, classification, measure, stage }]
            : []),
        ];
      }),
    ),
  );
}
