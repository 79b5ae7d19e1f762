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

/** A table of the package lacks a column, or has it otherwise than the contract says. `message` is for the user. */
export class SchemaMismatch extends Error {
  override readonly name = 'SchemaMismatch';
  constructor(
    readonly table: TableName,
    readonly column: string,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(`数据包与约定不符：${table}.${column}：${detail}`, options);
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
