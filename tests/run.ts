import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  honest,
  line,
  playwrightCounts,
  sum,
  vitestCounts,
  type Counts,
  type PlaywrightReport,
  type VitestReport,
} from './support/counts';
import { prepareBrowser } from './support/prepare-browser';

/** `npm test`: every suite, even after a failure, and the sum of what the runners reported. */
const reports = mkdtempSync(join(tmpdir(), 'juesuan-test-'));
const FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };
const TIME_LIMIT_MS = 20 * 60_000;

function npmRun(script: string, args: string[] = [], env: Record<string, string> = {}): number {
  const { status } = spawnSync('npm', ['run', '--silent', script, ...(args.length ? ['--', ...args] : [])], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    timeout: TIME_LIMIT_MS,
    shell: process.platform === 'win32',
  });
  return status ?? 1;
}

function readReport<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return null;
  }
}

/** A command without a count of its own is one check. */
function check(script: string): Counts {
  return npmRun(script) === 0 ? { passed: 1, failed: 0, skipped: 0 } : FAILED;
}

function vitest(project: string): Counts {
  const file = join(reports, `${project}.json`);
  const exitCode = npmRun(project, ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const report = readReport<VitestReport>(file);
  return report ? honest(vitestCounts(report), exitCode) : FAILED;
}

function endToEnd(): Counts {
  const missing = prepareBrowser();
  if (missing) {
    console.error(missing);
    return FAILED;
  }
  const file = join(reports, 'e2e.json');
  const exitCode = npmRun('e2e', ['--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const report = readReport<PlaywrightReport>(file);
  return report ? honest(playwrightCounts(report), exitCode) : FAILED;
}

const suites: [name: string, run: () => Counts][] = [
  ['types', () => check('types')],
  ['lint', () => check('lint')],
  ['unit', () => vitest('unit')],
  ['engine', () => vitest('engine')],
  ['e2e', endToEnd],
];

const results: { name: string; counts: Counts; seconds: number }[] = [];
for (const [name, run] of suites) {
  console.log(`\n── ${name} ${'─'.repeat(72 - name.length)}`);
  const start = Date.now();
  const counts = run();
  results.push({ name, counts, seconds: Math.round((Date.now() - start) / 1000) });
}
rmSync(reports, { recursive: true, force: true });

console.log(`\n── summary ${'─'.repeat(65)}`);
for (const { name, counts, seconds } of results) {
  console.log(`${name.padEnd(8)}${line(counts)} (${seconds} s)`);
}
const total = sum(results.map(({ counts }) => counts));
console.log(`\n${line(total)}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
