import { DamagedFile, NotAnExtract, SchemaMismatch } from '../dataset';
import { EngineError } from '../engine';
import { failures, render, type Language } from '../i18n';

/** An error as the reader is told of it; `detail` is for who looks into it. */
export interface FailureText {
  what: string;
  remedy: string;
  detail: string;
}

type Key = keyof typeof failures;

function keysOf(error: unknown): { what: Key; remedy: Key; values?: Record<string, string> } {
  if (error instanceof NotAnExtract) {
    return { what: 'not_an_extract', remedy: 'not_an_extract_do', values: { file: error.path } };
  }
  if (error instanceof SchemaMismatch) {
    return { what: 'schema', remedy: 'schema_do', values: { table: error.table, column: error.column } };
  }
  if (error instanceof DamagedFile) {
    return { what: 'damaged', remedy: 'damaged_do', values: { file: error.path } };
  }
  if (!(error instanceof EngineError)) return { what: 'other', remedy: 'other_do' };
  switch (error.kind) {
    case 'unavailable':
      return { what: 'unavailable', remedy: 'unavailable_do' };
    case 'out_of_memory':
      return { what: 'out_of_memory', remedy: 'out_of_memory_do' };
    case 'crashed':
      return { what: 'crashed', remedy: 'retry_do' };
    case 'timeout':
    case 'cancelled':
      return { what: 'timeout', remedy: 'retry_do' };
    case 'query':
    case 'refused':
      return { what: 'other', remedy: 'other_do' };
  }
}

/** Any thrown value in the reader's words: what is wrong (with which file) and what to do. */
export function failureText(error: unknown, language: Language): FailureText {
  const { what, remedy, values } = keysOf(error);
  return {
    what: render(failures[what], language, values),
    remedy: render(failures[remedy], language),
    detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}
