import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { PublishedFinding } from '../../src/checks';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

function check(...words: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'cli/check.ts'), ...words],
      { maxBuffer: 1 << 26 },
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

const NORTH = '安阳市北关区-安阳市北关区便民服务中心-2023-final_account';

describe('npm run check', () => {
  it('names the contradictions of the embedded documents, and exits 1', async () => {
    const { code, stdout } = await check(join(root, 'data'), '--json');
    const findings = JSON.parse(stdout) as PublishedFinding[];
    expect(code).toBe(1);
    // 五（三）1 prints 136.53 for 事业运行, whose own cell in 公开05 is 131.53: the amount of its class.
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'T4',
        severity: 'error',
        doc_id: NORTH,
        left: expect.objectContaining({ amount: '1365300.00' }) as unknown,
        right: expect.objectContaining({ amount: '1315300.00' }) as unknown,
        difference: '50000.00',
        tolerance: '0.00',
        fact_id: 'narrative-五（三）-2010350-final',
        expected: '1315300.00',
      }),
    );
    // 公开06: 302 prints 7.25, its items add up to 8.55.
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'E16', doc_id: NORTH, difference: '-13000.00', fact_id: null }),
    );
    for (const finding of findings) expect(finding.message).not.toBe('');
  });

  it('prints a line for each document and each finding', async () => {
    const { stdout } = await check(join(root, 'data'));
    expect(stdout).toContain('✗ 安阳市北关区便民服务中心2023年度部门决算公开');
    expect(stdout).toMatch(/不符 E16 公开06表 302/);
    expect(stdout).toMatch(/份文件：不符 \d+ 项，提醒 \d+ 项，参考 \d+ 项。/);
  });

  it.each([
    ['nothing', []],
    ['an unknown option', ['--what', 'data']],
    ['a folder that is no extract', [join(root, 'docs')]],
  ])('exits 2 for %s', async (_what, words) => {
    const { code, stdout, stderr } = await check(...words);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
  });
});
