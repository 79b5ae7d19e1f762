/** The figures of one document that a department is known by. */
export const FIGURE_KEYS = [
  'income',
  'expenditure',
  'closing',
  'general',
  'general_budget',
  'basic',
  'project',
  'remitted',
  'operating',
  'affiliate_subsidy',
  'contingency',
  'carry_forward',
  'general_basic',
  'personnel',
  'office',
  'organ_operation',
  'SG',
  'SG1',
  'SG2',
  'SG21',
  'SG22',
  'SG3',
  'SG_budget',
] as const;
export type FigureKey = (typeof FIGURE_KEYS)[number];

/** Where a figure stands; of several places of one key, the first that a document fills counts. */
export interface Place {
  key: FigureKey;
  /** Null: the narrative. */
  form: string | null;
  sql: string;
}

const summary = (name: string, more: string) =>
  `classification = 'summary' AND subject_name = '${name}' AND ${more}`;
const form = (key: FigureKey, id: string, sql: string): Place => ({ key, form: id, sql });
const narrative = (key: FigureKey, sql: string): Place => ({ key, form: null, sql });

const final = `stage = 'final'`;
const planned = `stage = 'initial_budget'`;
const whole = (measure: string) => `flow = 'expenditure' AND measure = '${measure}'`;
/** Columns of forms 03 and B03 that part 本年支出. */
export const PURPOSES = [
  'basic',
  'project',
  'remitted',
  'operating',
  'affiliate_subsidy',
  'contingency',
  'carry_forward',
] as const satisfies readonly FigureKey[];
export type Purpose = (typeof PURPOSES)[number];
const THREE_PUBLIC = ['SG', 'SG1', 'SG2', 'SG21', 'SG22', 'SG3'] as const satisfies readonly FigureKey[];

/** All places, those of one key in the order in which they count. No two of them hold for one fact. */
export const PLACES: readonly Place[] = [
  form('income', '01', summary('本年收入合计', `fund = 'all' AND measure = 'total' AND ${final}`)),
  form('income', 'B01', summary('本年收入合计', `fund = 'all' AND measure = 'total' AND ${planned}`)),
  form('income', 'B02', summary('合计', `flow = 'revenue' AND measure = 'total' AND ${planned}`)),
  form('expenditure', '01', summary('本年支出合计', `fund = 'all' AND measure = 'total' AND ${final}`)),
  form('expenditure', 'B01', summary('本年支出合计', `fund = 'all' AND measure = 'total' AND ${planned}`)),
  form('expenditure', 'B03', summary('合计', `${whole('total')} AND ${planned}`)),
  form('closing', '01', summary('年末结转和结余', `fund = 'all' AND measure = 'total' AND ${final}`)),
  form('general', '05', summary('合计', `${whole('total')} AND ${final}`)),
  form('general', 'B05', summary('合计', `${whole('total')} AND ${planned}`)),
  narrative(
    'general_budget',
    summary('合计', `flow = 'expenditure' AND fund = 'general' AND measure = 'total' AND ${planned}`),
  ),
  ...PURPOSES.flatMap((key) => [
    form(key, '03', summary('合计', `${whole(key)} AND ${final}`)),
    form(key, 'B03', summary('合计', `${whole(key)} AND ${planned}`)),
  ]),
  form('general_basic', '05', summary('合计', `${whole('basic')} AND ${final}`)),
  form('general_basic', 'B05', summary('合计', `${whole('basic')} AND ${planned}`)),
  form('general_basic', 'B06', summary('合计', `${whole('total')} AND ${planned}`)),
  form('personnel', '06', summary('人员经费合计', final)),
  form('personnel', 'B06', summary('合计', `${whole('personnel')} AND ${planned}`)),
  form('office', '06', summary('公用经费合计', final)),
  form('office', 'B06', summary('合计', `${whole('office')} AND ${planned}`)),
  narrative('organ_operation', summary('机关运行经费', final)),
  form('organ_operation', 'B12', summary('机关运行经费', planned)),
  form('organ_operation', 'B09', summary('机关运行经费', planned)),
  ...THREE_PUBLIC.flatMap((code) => [
    form(code, '09', `classification = 'three_public' AND subject_code = '${code}' AND ${final}`),
    form(code, 'B09', `classification = 'three_public' AND subject_code = '${code}' AND ${planned}`),
    narrative(code, `classification = 'three_public' AND subject_code = '${code}' AND ${final}`),
  ]),
  form(
    'SG_budget',
    '09',
    `classification = 'three_public' AND subject_code = 'SG' AND stage = 'adjusted_budget'`,
  ),
  narrative(
    'SG_budget',
    `classification = 'three_public' AND subject_code = 'SG' AND stage = 'adjusted_budget'`,
  ),
];

const source = (place: Place) => (place.form === null ? `source = 'narrative'` : `form = '${place.form}'`);

/** A CASE over the columns of facts: the place (its index in `PLACES`) of a fact, NULL where it is none of them. */
export const PLACE_OF_FACT = `CASE ${PLACES.map(
  (place, i) => `WHEN ${source(place)} AND ${place.sql} THEN ${i}`,
).join(' ')} END`;
