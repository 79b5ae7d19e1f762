import type { Extraction } from '../../domain/facts';
import { DamagedFile } from '../errors';
import type { NamedSource } from '../load';
import type { ExtractFile } from '../write';
import { COMPILER, partKey, type Compilation } from './compile';
import type { Compiled, DocumentEntry } from './index-file';

/** What needs an engine: a package of documents, and one package of several. */
export interface Compiler {
  compile(extractions: readonly Extraction[]): Promise<Compilation>;
  unite(sources: readonly NamedSource[]): Promise<ExtractFile[]>;
}

/** Documents that are written in one go: 50 thousand facts or so, that memory stays bounded. */
const AT_ONCE = 40;
/** Packages that are united in one go. */
const UNITED_AT_ONCE = 10;

/** Written files as a source. */
export function filesSource(id: string, files: readonly ExtractFile[]): NamedSource {
  return {
    id,
    fetchBytes: (path) => {
      const file = files.find((candidate) => candidate.path === path);
      return file ? Promise.resolve(file.bytes) : Promise.reject(new Error(`no file ${path}`));
    },
  };
}

interface Given {
  documents: readonly DocumentEntry[];
  /** What was compiled before, and where it is. */
  compiled: Compiled | null;
  source: NamedSource | null;
  /** What was read from a document, decisions applied; null where it is no longer kept whole. */
  read: (entry: DocumentEntry) => Promise<Extraction | null>;
}

export interface CompiledDocuments extends Compilation {
  parts: Compiled['parts'];
}

/**
 * The package of all documents. What the last one has is taken from it, so that a document more costs its own reading
 * and one pass over the tables; the rest is compiled of what was read. Throws EngineError.
 */
export async function compileDocuments(compiler: Compiler, given: Given): Promise<CompiledDocuments> {
  const { documents, compiled, source } = given;
  const wanted = Object.fromEntries(documents.map((entry) => [entry.doc_id, partKey(entry)]));
  const had = compiled?.version === COMPILER && source ? compiled.parts : {};
  const kept = documents.filter(({ doc_id }) => had[doc_id] === wanted[doc_id]);
  const keptIds = new Set(kept.map(({ doc_id }) => doc_id));
  const fresh = documents.filter(({ doc_id }) => !keptIds.has(doc_id));
  const without = Object.keys(had).filter((doc_id) => !keptIds.has(doc_id));
  const { files: made, failed } = await compileFresh(compiler, fresh, given.read);
  const before = kept.length > 0 && source ? [{ ...source, without }] : [];
  const sources = [...before, ...made.map((files, i) => filesSource(String(i), files))];
  const files = sources.length === 1 && before.length === 0 ? made[0]! : await uniteAll(compiler, sources);
  const lost = new Set(failed.map(({ doc_id }) => doc_id));
  const parts = Object.fromEntries(Object.entries(wanted).filter(([doc_id]) => !lost.has(doc_id)));
  return { files, failed, parts };
}

async function compileFresh(
  compiler: Compiler,
  fresh: readonly DocumentEntry[],
  read: Given['read'],
): Promise<{ files: ExtractFile[][]; failed: Compilation['failed'] }> {
  const packages: ExtractFile[][] = [];
  const failed: Compilation['failed'] = [];
  for (let i = 0; i < fresh.length; i += AT_ONCE) {
    const extractions: Extraction[] = [];
    for (const entry of fresh.slice(i, i + AT_ONCE)) {
      const found = await read(entry);
      if (found) extractions.push(found);
      else failed.push({ doc_id: entry.doc_id, error: new DamagedFile(entry.file_name, 'not kept whole') });
    }
    const compilation = await compiler.compile(extractions);
    if (compilation.files.length > 0) packages.push(compilation.files);
    failed.push(...compilation.failed);
  }
  return { files: packages, failed };
}

async function uniteAll(compiler: Compiler, sources: readonly NamedSource[]): Promise<ExtractFile[]> {
  let rest = [...sources];
  let made: ExtractFile[] = [];
  while (rest.length > 0) {
    made = await compiler.unite(rest.slice(0, UNITED_AT_ONCE));
    const more = rest.slice(UNITED_AT_ONCE);
    rest = more.length > 0 ? [filesSource('united', made), ...more] : [];
  }
  return made;
}
