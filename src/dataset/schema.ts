import type { DocumentRow, Fact, Indicator, Statement } from '../domain/facts';

/** The tables of an extract, in the order in which they are written and loaded (docs/data-contract.md). */
export const TABLES = ['documents', 'facts', 'statements', 'indicators'] as const;
export type TableName = (typeof TABLES)[number];

export interface TableRows {
  documents: DocumentRow;
  facts: Fact;
  statements: Statement;
  indicators: Indicator;
}

export type PublishedType =
  | 'VARCHAR'
  | 'BOOLEAN'
  | 'TINYINT'
  | 'SMALLINT'
  | 'INTEGER'
  | 'DATE'
  /** Money in 元; 分 in the engine and in the code. */
  | 'DECIMAL(18,2)'
  /** A rate in %. */
  | 'DECIMAL(12,4)'
  /** A figure that is not money. */
  | 'DECIMAL(18,4)';

export interface PublishedColumn {
  name: string;
  type: PublishedType;
  /** Has a value in every row. */
  required: boolean;
  /**
   * The ENUM type that the column becomes at load; columns of one name share it. Group-bys over ENUMs run about
   * twice as fast as over VARCHAR, and comparing two columns of one ENUM is comparing numbers.
   */
  enumeration: string | null;
}

export const MONEY = 'DECIMAL(18,2)';

const column =
  (type: PublishedType) =>
  (name: string, required = true): PublishedColumn => ({ name, type, required, enumeration: null });
const text = column('VARCHAR');
const integer = column('INTEGER');
const money = column(MONEY);
const rate = column('DECIMAL(12,4)');
const listed = (name: string, required = true): PublishedColumn => ({
  ...text(name, required),
  enumeration: name,
});
const optional = false;

/** Every column of the four tables, in the published order. The one place that says so. */
export const SCHEMA: Record<TableName, readonly PublishedColumn[]> = {
  documents: [
    listed('doc_id'),
    text('title'),
    listed('region'),
    listed('department'),
    column('SMALLINT')('fiscal_year'),
    listed('kind'),
    listed('scope'),
    text('unit_printed'),
    text('file_name'),
    text('sha256'),
    integer('pages', optional),
    text('forms_present'),
    text('source_url', optional),
    column('DATE')('published', optional),
    integer('warnings'),
  ],
  facts: [
    text('fact_id'),
    listed('doc_id'),
    listed('region'),
    listed('department'),
    listed('scope'),
    column('SMALLINT')('fiscal_year'),
    listed('source'),
    listed('form', optional),
    listed('flow'),
    listed('classification'),
    listed('subject_code', optional),
    listed('subject_name'),
    column('TINYINT')('subject_level', optional),
    listed('fund'),
    listed('measure'),
    listed('stage'),
    money('amount'),
    money('resolution'),
    column('BOOLEAN')('derived'),
    text('printed_code', optional),
    text('printed_name', optional),
    text('printed_value', optional),
    listed('printed_unit', optional),
    integer('page', optional),
    integer('line', optional),
    text('quote', optional),
    text('note', optional),
  ],
  statements: [
    listed('doc_id'),
    text('section'),
    text('item'),
    listed('subject_code', optional),
    listed('subject_name', optional),
    money('initial_budget', optional),
    money('adjusted_budget', optional),
    money('final', optional),
    money('change', optional),
    money('prior_final', optional),
    rate('change_rate', optional),
    rate('execution_rate', optional),
    rate('share', optional),
    text('reason', optional),
    text('quote'),
    integer('page', optional),
    integer('line', optional),
  ],
  indicators: [
    listed('doc_id'),
    listed('code'),
    listed('subject_name', optional),
    column('DECIMAL(18,4)')('value'),
    text('unit'),
    text('quote', optional),
    integer('page', optional),
    integer('line', optional),
  ],
};

/** The column's name in the engine: money is 分 there and says so. */
export function engineName(column: PublishedColumn): string {
  return column.type === MONEY ? `${column.name}_fen` : column.name;
}

/** The ENUM types with the columns that share them. */
export function enumerations(): Map<string, { table: TableName; column: string }[]> {
  const shared = new Map<string, { table: TableName; column: string }[]>();
  for (const table of TABLES) {
    for (const { name, enumeration } of SCHEMA[table]) {
      if (enumeration) shared.set(enumeration, [...(shared.get(enumeration) ?? []), { table, column: name }]);
    }
  }
  return shared;
}
