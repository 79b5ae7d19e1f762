/**
 * What the engine uses of apache-arrow 13, whose own types are hidden from bundler resolution by its `exports`.
 * The version must be the one that duckdb-wasm 1.28.0 depends on: another gives empty tables without an error.
 */
declare module 'apache-arrow' {
  export interface DataType {
    readonly typeId: number;
  }
  export interface Dictionary extends DataType {
    readonly dictionary: DataType;
  }
  export interface Int extends DataType {
    readonly bitWidth: number;
    readonly isSigned: boolean;
  }
  export interface Float extends DataType {
    /** 1: 32 bits, 2: 64 bits. */
    readonly precision: number;
  }
  export interface Decimal extends DataType {
    readonly precision: number;
    readonly scale: number;
  }
  export interface List extends DataType {
    readonly children: readonly Field[];
  }
  export const DataType: {
    isInt(type: DataType): type is Int;
    isFloat(type: DataType): type is Float;
    isBool(type: DataType): boolean;
    isUtf8(type: DataType): boolean;
    isDate(type: DataType): boolean;
    isNull(type: DataType): boolean;
    isDecimal(type: DataType): type is Decimal;
    isDictionary(type: DataType): type is Dictionary;
    isList(type: DataType): type is List;
  };
  export const Utf8: new () => DataType;
  export const Int32: new () => DataType;
  export const Int64: new () => DataType;
  export const Bool: new () => DataType;

  export interface Field {
    readonly name: string;
    readonly type: DataType;
  }
  export interface Vector extends Iterable<unknown> {
    readonly length: number;
    get(index: number): unknown;
    /** The same vector, each value of whose dictionary is decoded once. */
    memoize(): Vector;
  }
  export class Table {
    constructor(columns: Record<string, Vector>);
    readonly numRows: number;
    readonly schema: { readonly fields: readonly Field[] };
    getChildAt(index: number): Vector | null;
  }
  export interface Builder {
    set(index: number, value: unknown): this;
    setValid(index: number, valid: boolean): boolean;
    finish(): this;
    toVector(): Vector;
  }
  export function makeBuilder(options: { type: DataType }): Builder;
  export function tableFromIPC(stream: Uint8Array): Table;
  export function tableToIPC(table: Table, format: 'stream'): Uint8Array;
}
