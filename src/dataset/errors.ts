import type { TableName } from './schema';

/** What is opened is no data package, or its manifest cannot be followed. `message` is for the user. */
export class NotAnExtract extends Error {
  override readonly name = 'NotAnExtract';
  constructor(
    readonly path: string,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(`不是可以打开的数据包：${path}：${detail}`, options);
  }
}

/**
 * What is wrong with a column: absent, of another type, without values, with a value that is not the document's or none
 * of the list, given twice, several of one document.
 */
export interface ColumnFault {
  column: string;
  problem: 'missing' | 'type' | 'blank' | 'unknown' | 'value' | 'twice' | 'several';
  /** The type, value or number that was found; empty where the column is absent. */
  found: string;
  /** The published type, or the list of values (docs/data-contract.md). */
  expected: string;
}

function faultText({ problem, found, expected }: ColumnFault): string {
  switch (problem) {
    case 'missing':
      return '缺少这一列 (missing column)';
    case 'type':
    case 'value':
      return `${found} (${expected})`;
    case 'several':
      return `${found} 有多个取值 (several values)`;
    case 'blank':
      return `${found} 行为空 (rows without a value)`;
    case 'unknown':
      return `${found} 不在 documents 中 (unknown)`;
    case 'twice':
      return `${found} 个重复 (given twice)`;
  }
}

/** A table of the package lacks columns, or has them otherwise than the contract says. `message` is for the user. */
export class SchemaMismatch extends Error {
  override readonly name = 'SchemaMismatch';
  constructor(
    readonly table: TableName,
    /** The first of the wrong columns. */
    readonly column: string,
    detail: string,
    readonly faults: readonly ColumnFault[] = [],
  ) {
    super(`数据包与约定不符：${table}.${column}：${detail}`);
  }

  /** Of one or more faults of a table. */
  static of(table: TableName, faults: readonly ColumnFault[]): SchemaMismatch {
    const [first, ...more] = faults;
    if (!first) throw new RangeError('no fault');
    const rest = more.map((fault) => `；${table}.${fault.column}：${faultText(fault)}`).join('');
    return new SchemaMismatch(table, first.column, faultText(first) + rest, faults);
  }
}

/** A file of the package is missing, or is not the one that the manifest describes. `message` is for the user. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
  constructor(
    readonly path: string,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(`数据包的文件缺失或损坏：${path}：${detail}`, options);
  }
}

/** What an extractor gave cannot be written: two documents of one id, an amount beyond DECIMAL(18,2), text that is no number. */
export class Unwritable extends Error {
  override readonly name = 'Unwritable';
  constructor(
    readonly table: TableName,
    readonly docId: string,
    detail: string,
  ) {
    super(`无法写入数据包：${table}：${docId}：${detail}`);
  }
}

/** More packages than can be loaded together. */
export class TooManyPackages extends Error {
  override readonly name = 'TooManyPackages';
  constructor(readonly most: number) {
    super(`最多同时打开 ${most} 个数据包`);
  }
}
