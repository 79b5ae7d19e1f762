import { describe, expect, test } from 'vitest';
import { DamagedFile, NotAnExtract, SchemaMismatch } from '../../../src/dataset';
import { EngineError } from '../../../src/engine';
import { failureText } from '../../../src/state/failure';

describe('errors in the reader’s words', () => {
  test.each([
    [new NotAnExtract('manifest.json', 'schema'), 'manifest.json 不是可以打开的数据包。'],
    [new DamagedFile('facts.parquet', 'HTTP 404'), '数据文件 facts.parquet 缺失或损坏。'],
    [new SchemaMismatch('facts', 'amount', 'missing'), '数据包的 facts 表与约定不符：amount 列。'],
    [new EngineError('unavailable', 'no WebAssembly'), '分析引擎没有启动。'],
    [new EngineError('out_of_memory', 'bad_alloc'), '内存不足。'],
    [new TypeError('x is undefined'), '出现了没有预料到的错误。'],
    ['a string', '出现了没有预料到的错误。'],
  ])('%s', (error, what) => {
    const said = failureText(error, 'zh-CN');
    expect(said.what).toBe(what);
    expect(said.remedy).not.toBe('');
  });

  test('the details keep the name and the message', () => {
    expect(failureText(new TypeError('x is undefined'), 'en').detail).toBe('TypeError: x is undefined');
  });

  test('English', () => {
    expect(failureText(new DamagedFile('facts.parquet', 'HTTP 404'), 'en').what).toBe(
      'The data file facts.parquet is missing or damaged.',
    );
  });
});
