import { readFileSync } from 'node:fs';
import { writeExtract, zip, type ExtractFile, type Manifest } from '../../src/dataset';
import type { Extraction } from '../../src/domain/facts';
import { createNodeEngine } from '../../src/engine/node';
import { smallDataset } from '../engine/support';

/** What a file chooser gets. */
interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}
const upload = (name: string, bytes: Uint8Array): Upload => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});

const manifest = readFileSync(new URL('../../data/manifest.json', import.meta.url), 'utf8');
/** Documents that the app brings along. */
export const EMBEDDED = (JSON.parse(manifest) as Manifest).counts.documents;

/** Final accounts of a department that the embedded data do not have, 2021 and 2022, as whole departments. */
export const NAME = '某市财政局';
export const YEARS = [2021, 2022] as const;
/** 一般公共预算支出合计 of each, as `smallDataset` prints it: 162.25 万元. */
export const TOTAL = '162.25';

function ownDocuments(): Extraction[] {
  const [first] = smallDataset();
  return YEARS.map((fiscal_year) => {
    const doc_id = `某省某市-${NAME}-${fiscal_year}-final_account`;
    const place = { doc_id, region: '某省某市', department: NAME, scope: 'department' as const, fiscal_year };
    const named = <T extends { doc_id: string }>(rows: readonly T[]) =>
      rows.map((row) => ({ ...row, doc_id }));
    const { document, facts, statements, indicators } = first!;
    return {
      document: { ...document, ...place, title: `${NAME}${fiscal_year}年度部门决算公开`, warnings: 0 },
      facts: facts.map((fact) => ({ ...fact, ...place })),
      statements: named(statements),
      indicators: named(indicators),
      warnings: [],
    };
  });
}

export interface Uploads {
  /** The two documents as one zip. */
  whole: Upload;
  /** The first of them alone. */
  first: Upload;
  /** A zip of the facts without the column `fund`, and with amounts in binary floating point. */
  wrong: Upload;
  /** The facts alone, as a Parquet file. */
  facts: Upload;
  /** Facts in Hive partitions, as files of a folder. */
  folder: ExtractFile[];
}

/** Packages made by the project's own writer, in Node. */
export async function makeUploads(): Promise<Uploads> {
  const engine = await createNodeEngine();
  try {
    const created = '2024-10-01T00:00:00Z';
    const documents = ownDocuments();
    const files = await writeExtract(engine, documents, { created, title: '某市两年' });
    const first = await writeExtract(engine, documents.slice(0, 1), { created, title: '某市一年' });
    const facts = files.find(({ path }) => path === 'facts.parquet')!.bytes;
    const select = async (sql: string) => {
      await engine.loadParquet('given', [{ name: 'facts.parquet', bytes: facts }], sql);
      return engine.exportParquet('SELECT * FROM given');
    };
    const wrong = await select(
      'SELECT * EXCLUDE (fund) REPLACE (CAST(amount AS DOUBLE) AS amount) FROM files',
    );
    const folder: ExtractFile[] = [];
    for (const year of YEARS) {
      const bytes = await select(`SELECT * EXCLUDE (fiscal_year) FROM files WHERE fiscal_year = ${year}`);
      folder.push({ path: `facts/fiscal_year=${year}/a.parquet`, bytes });
    }
    return {
      whole: upload('某市.zip', await zip(files)),
      first: upload('某市一年.zip', await zip(first)),
      wrong: upload('wrong.parquet', wrong),
      facts: upload('facts.parquet', facts),
      folder,
    };
  } finally {
    await engine.close();
  }
}
