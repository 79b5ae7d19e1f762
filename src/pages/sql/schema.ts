import { SCHEMA, TABLES } from '../../dataset';
import { CLASSIFICATIONS, FLOWS, FUNDS, KINDS, MEASURES, SCOPES, SOURCES, STAGES } from '../../domain/facts';
import { sqlSchema } from '../../i18n/pages/sql-schema';

type Meaning = keyof typeof sqlSchema;

export interface SchemaColumn {
  name: string;
  type: string;
  meaning: Meaning | null;
  /** What it can be, where these are few. */
  values: readonly string[];
}

export interface SchemaTable {
  name: string;
  meaning: Meaning | null;
  columns: readonly SchemaColumn[];
}

const VALUES: Readonly<Record<string, readonly string[]>> = {
  kind: KINDS,
  scope: SCOPES,
  source: SOURCES,
  flow: FLOWS,
  classification: CLASSIFICATIONS,
  fund: FUNDS,
  measure: MEASURES,
  stage: STAGES,
  state: ['exact', 'rounding', 'conflict', 'implied', 'unchecked'],
  code: [
    'staff_present',
    'staff_established',
    'vehicles_kept',
    'vehicles_bought',
    'trips_abroad',
    'persons_abroad',
    'receptions',
    'guests',
    'score',
  ],
};

const meaningOf = (name: string): Meaning | null => (name in sqlSchema ? (name as Meaning) : null);
const column = (name: string, type: string): SchemaColumn => ({
  name,
  type,
  meaning: meaningOf(name),
  values: VALUES[name] ?? [],
});

/** The tables that can be read, with the names and types that they have in the engine: money is BIGINT 分 there. */
export const SCHEMA_TABLES: readonly SchemaTable[] = [
  ...TABLES.map((name) => ({
    name,
    meaning: meaningOf(name),
    columns: SCHEMA[name].map(({ name: published, type }) =>
      type === 'DECIMAL(18,2)' ? column(`${published}_fen`, 'BIGINT') : column(published, type),
    ),
  })),
  {
    name: 'fact_states',
    meaning: meaningOf('fact_states'),
    columns: ['doc_id', 'fact_id', 'state'].map((name) => column(name, 'VARCHAR')),
  },
];

export const READABLE: readonly string[] = SCHEMA_TABLES.map(({ name }) => name);
