import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/dataset';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A small disclosure in the layout of PDF text, in 万元. */
const GOOD = `收入支出决算总表
公开 01 表
部门：某市档案馆 2023 年度 金额单位：万元
项目 行次 金额 项目 行次 金额
栏次 1 栏次 2
一、一般公共预算财政拨款收入 1 10.00 一、一般公共服务支出 31 10.00
本年收入合计 2 10.00 本年支出合计 32 10.00
总计 3 10.00 总计 33 10.00
注：本表反映部门本年度的总收支。
支出决算表
公开 03 表
部门：某市档案馆 2023 年度 金额单位：万元
栏次 1 2 3 4 5 6
合计 10.00 6.00 4.00 0.00 0.00 0.00
201 一般公共服务支出 10.00 6.00 4.00 0.00 0.00 0.00
注：本表反映部门本年度各项支出情况。
`;

interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

let folder: string;

function extract(...words: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'cli/extract.ts'), ...words],
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

describe('npm run extract', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'extract-'));
    await writeFile(join(folder, 'good.txt'), GOOD);
    await writeFile(join(folder, 'empty.txt'), '');
    await writeFile(join(folder, 'binary.txt'), new Uint8Array([0, 1, 2, 3, 0, 255, 254]));
    await writeFile(join(folder, 'poem.txt'), '床前明月光，疑是地上霜。');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('writes what it can read, names what it cannot, and exits 1', async () => {
    const out = join(folder, 'out');
    const files = ['good.txt', 'empty.txt', 'binary.txt', 'poem.txt'].map((name) => join(folder, name));
    const { code, stderr, stdout } = await extract(...files, join(folder, 'absent.txt'), '--out', out);
    expect(code).toBe(1);
    expect(stderr).toContain('empty.txt：文件是空的');
    expect(stderr).toContain('binary.txt：文件是二进制内容');
    expect(stderr).toContain('poem.txt：没有找到任何部门决算或预算公开表');
    expect(stderr).toContain('absent.txt：找不到');
    expect(stdout).toContain('某市档案馆2023年度');
    const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as Manifest;
    expect(manifest.counts.documents).toBe(1);
    // 01 prints six amounts, 03 two rows of six.
    expect(manifest.counts.facts).toBe(18);
  }, 60_000);

  it('exits 0 where every document is read and 2 where it is called wrongly', async () => {
    const all = await extract(
      join(folder, 'good.txt'),
      '--out',
      join(folder, 'all'),
      '--region',
      '某省某市',
      '--alias',
      '某市档案馆=某市档案局（馆）',
      '--json',
    );
    expect(all.code).toBe(0);
    const report = JSON.parse(all.stdout) as {
      documents: { region: string; department: string; amounts: Record<string, number> }[];
    };
    expect(report.documents[0]).toMatchObject({
      region: '某省某市',
      department: '某市档案局（馆）',
      amounts: { '01': 6, '03': 12 },
    });
    expect((await extract(join(folder, 'good.txt'), '--out', folder, '--alias', '某市档案馆')).code).toBe(2);
    expect((await extract(join(folder, 'good.txt'))).code).toBe(2);
    expect((await extract('--out', folder, '--unknown')).code).toBe(2);
  }, 60_000);
});
