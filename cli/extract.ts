import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { applyDecisions, writeExtract } from '../src/dataset';
import { UnreadableDocument } from '../src/documents/errors';
import type { Extraction } from '../src/domain/facts';
import { createNodeEngine } from '../src/engine/node';
import { extractDocument } from '../src/extract';
import { formLabel } from '../src/i18n';
import { EXTRACT_USAGE, parseExtractArguments, WrongUsage } from './arguments';
import { inputFiles } from './inputs';
import { PDF_RESOURCES } from './pdf-resources';

/** Exit codes: every document read; some document not; wrong usage. */
const ALL_READ = 0;
const SOME_UNREAD = 1;
const USAGE = 2;

interface Failure {
  file: string;
  reason: string;
  message: string;
}

async function main(argv: readonly string[]): Promise<number> {
  const { inputs, out, region, aliases, json } = parseExtractArguments(argv);
  const { files, missing } = await inputFiles(inputs);
  const failures: Failure[] = missing.map(({ path }) => ({
    file: path,
    reason: 'not_found',
    message: `${path}：找不到这个文件或文件夹`,
  }));
  const extractions: Extraction[] = [];
  for (const [index, file] of files.entries()) {
    const at = `${index + 1}/${files.length} ${basename(file)}`;
    progress(at);
    try {
      const read = await extractDocument(basename(file), new Uint8Array(await readFile(file)), {
        pdf: PDF_RESOURCES,
        onPage: (done, total) => progress(`${at} ${done}/${total}`),
        ...(region === null ? {} : { region }),
      });
      const department = aliases.get(read.document.department);
      const extraction = department === undefined ? read : applyDecisions(read, { department });
      const same = extractions.find((other) => other.document.doc_id === extraction.document.doc_id);
      if (same) throw new DuplicateDocument(basename(file), same.document.file_name, same.document.doc_id);
      extractions.push(extraction);
      if (!json) print(extraction);
    } catch (error) {
      const failure = asFailure(basename(file), error);
      failures.push(failure);
    }
  }
  progress('');
  for (const failure of failures) process.stderr.write(`✗ ${failure.message}\n`);
  if (extractions.length > 0) await write(extractions, out);
  if (json) process.stdout.write(`${JSON.stringify(report(extractions, failures), null, 2)}\n`);
  else process.stdout.write(summary(extractions, failures, out));
  return failures.length > 0 || extractions.length === 0 ? SOME_UNREAD : ALL_READ;
}

/** Two files of one call that say they are the same document. */
class DuplicateDocument extends Error {
  override readonly name = 'DuplicateDocument';

  constructor(file: string, other: string, id: string) {
    super(`${file}：与 ${other} 是同一份公开（${id}），未重复计入`);
  }
}

function asFailure(file: string, error: unknown): Failure {
  if (error instanceof UnreadableDocument) return { file, reason: error.reason, message: error.message };
  if (error instanceof DuplicateDocument) return { file, reason: 'duplicate', message: error.message };
  const detail = error instanceof Error ? error.message : String(error);
  return { file, reason: 'failed', message: `${file}：读取时出错（${detail}）` };
}

function print({ document, facts, statements, indicators, warnings }: Extraction): void {
  const forms = facts.filter((fact) => fact.form !== null).length;
  process.stdout.write(
    `✓ ${document.title}：${facts.length} 项金额（其中表 ${forms}），表 ${document.forms_present}，` +
      `${statements.length} 条说明，${indicators.length} 项指标，${warnings.length} 条提示\n`,
  );
  for (const warning of warnings) {
    const place = [
      warning.form && formLabel(warning.form, 'zh-CN'),
      warning.page && `第 ${warning.page} 页`,
      warning.line && `第 ${warning.line} 行`,
    ];
    process.stdout.write(`    ! ${place.filter(Boolean).join(' ')} ${warning.message}（${warning.code}）\n`);
  }
}

async function write(extractions: readonly Extraction[], out: string): Promise<void> {
  const engine = await createNodeEngine();
  try {
    const files = await writeExtract(engine, extractions, { created: new Date().toISOString() });
    for (const { path, bytes } of files) {
      const target = join(out, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, bytes);
    }
  } finally {
    await engine.close();
  }
}

function report(extractions: readonly Extraction[], failures: readonly Failure[]): object {
  return {
    documents: extractions.map(({ document, facts, statements, indicators, warnings }) => ({
      ...document,
      amounts: countBy(facts, (fact) => fact.form ?? fact.source),
      restored: facts.filter((fact) => fact.note?.includes('restored')).length,
      implied: facts.filter((fact) => fact.derived).length,
      statements: statements.length,
      indicators: indicators.length,
      findings: warnings,
    })),
    failures,
  };
}

function summary(extractions: readonly Extraction[], failures: readonly Failure[], out: string): string {
  const amounts = extractions.reduce((total, { facts }) => total + facts.length, 0);
  if (extractions.length === 0) return '没有读到任何文件，未写出数据包。\n';
  return `已写入 ${out}：${extractions.length} 份文件，${amounts} 项金额${failures.length > 0 ? `；${failures.length} 份未读` : ''}。\n`;
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const usage = error instanceof WrongUsage;
    process.stderr.write(
      `${error instanceof Error ? error.message : String(error)}\n${usage ? '' : `${EXTRACT_USAGE}\n`}`,
    );
    process.exitCode = usage ? USAGE : SOME_UNREAD;
  },
);
