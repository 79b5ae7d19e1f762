import { checkDocument, checkDocuments, kindWords, loadCheckInputs, publishFinding } from '../src/checks';
import type { CheckInput, Finding, Severity } from '../src/checks';
import { loadExtract } from '../src/dataset';
import { diskFolder } from '../src/dataset/node-folder';
import { createNodeEngine } from '../src/engine/node';
import { WrongUsage } from './arguments';

/** Exit codes: no finding of severity error; some; wrong usage, or no extract. */
const NONE = 0;
const SOME = 1;
const USAGE = 2;

export const CHECK_USAGE = '用法：npm run check -- <数据包文件夹> [--json]';

const SEVERITY_NAMES: Record<Severity, string> = { error: '不符', warning: '提醒', info: '参考' };

async function main(argv: readonly string[]): Promise<number> {
  const { folder, json } = parse(argv);
  const inputs = await read(folder);
  const reports = inputs.map((input) => ({ input, findings: checkDocument(input).findings }));
  const across = checkDocuments(inputs).findings;
  const findings = [...reports.flatMap((report) => report.findings), ...across];
  if (json) process.stdout.write(`${JSON.stringify(findings.map(publishFinding), null, 2)}\n`);
  else {
    for (const { input, findings: own } of reports) print(input, own);
    if (across.length > 0) process.stdout.write(`多份文件之间\n${across.map(line).join('')}`);
    process.stdout.write(summary(inputs.length, findings));
  }
  return findings.some(({ severity }) => severity === 'error') ? SOME : NONE;
}

function parse(argv: readonly string[]): { folder: string; json: boolean } {
  const unknown = argv.find((word) => word.startsWith('-') && word !== '--json');
  if (unknown !== undefined) throw new WrongUsage(`不认识的选项 ${unknown}。${CHECK_USAGE}`);
  const folders = argv.filter((word) => word !== '--json');
  if (folders.length !== 1) throw new WrongUsage(CHECK_USAGE);
  return { folder: folders[0]!, json: argv.includes('--json') };
}

async function read(folder: string): Promise<CheckInput[]> {
  const engine = await createNodeEngine();
  try {
    const { manifest } = await loadExtract(engine, { fetchBytes: diskFolder(folder) });
    return await loadCheckInputs(engine, manifest.warnings ?? [], null, manifest.absences ?? []);
  } finally {
    await engine.close();
  }
}

function print({ document }: CheckInput, findings: readonly Finding[]): void {
  const mark = findings.some(({ severity }) => severity === 'error') ? '✗' : '✓';
  process.stdout.write(`${mark} ${document.title}：${findings.length} 项\n${findings.map(line).join('')}`);
}

function line({ severity, rule, kind, message, instances }: Finding): string {
  const { page, line: at } = instances[0]!.left;
  const place = [page ? `第 ${page} 页` : '', at ? `第 ${at} 行` : ''].filter(Boolean).join(' ');
  const slip = kind && !message.zh.includes(kindWords(kind).zh) ? `（${kindWords(kind).zh}）` : '';
  return `    ${SEVERITY_NAMES[severity]} ${rule} ${message.zh}${slip}${place ? ` ${place}` : ''}\n`;
}

function summary(documents: number, findings: readonly Finding[]): string {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return `${documents} 份文件：不符 ${count('error')} 项，提醒 ${count('warning')} 项，参考 ${count('info')} 项。\n`;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = USAGE;
  },
);
