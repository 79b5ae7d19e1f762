import type { Refusal } from '../../engine';
import { EngineError } from '../../engine';
import { render, type Language } from '../../i18n';
import { sql as words } from '../../i18n/pages/sql';
import { READABLE } from './schema';

/** Why a statement has no result, in the reader's words; `detail` is what the engine said itself. */
export interface SqlFailure {
  title: string;
  text: string;
  detail: string | null;
}

type Key = keyof typeof words;
type Told = { key: Key; values?: Record<string, string> };

export function refusalFailure({ reason, found }: Refusal, language: Language): SqlFailure {
  const tables = READABLE.join(language === 'zh-CN' ? '、' : ', ');
  return {
    title: render(words.refused, language),
    text: render(words[`refused_${reason}`], language, {
      found: found.toUpperCase() === found ? found : shown(found),
      tables,
    }),
    detail: null,
  };
}

/** A token as it stands in a sentence: no quotes of its own, not too long. */
function shown(found: string): string {
  const bare = found.replace(/^["']|["']$/g, '');
  return bare.length > 60 ? `${bare.slice(0, 60)}…` : bare;
}

/** Names that the engine proposes, without their quotes and tables. */
function proposals(message: string): string[] {
  const found =
    /(?:Candidate bindings: |Did you mean |Candidate Entries: )([^\n]*)/i.exec(message)?.[1] ?? '';
  return [...found.matchAll(/"(?:[^".]*\.)?([^".]+)"/g)].map(([, name]) => name!).slice(0, 3);
}

const PATTERNS: readonly [RegExp, (match: RegExpExecArray) => Told][] = [
  [/syntax error at (?:end of input|or near "\)")/i, () => ({ key: 'failed_unfinished' })],
  [/syntax error at or near "([^"]*)"/i, ([, near]) => ({ key: 'failed_syntax', values: { near: near! } })],
  [/unterminated quoted (?:string|identifier)/i, () => ({ key: 'failed_unfinished' })],
  [
    /Referenced column "([^"]+)" not found|Table "[^"]*" does not have a column named "([^"]+)"|Values list "[^"]*" does not have a column named "([^"]+)"/i,
    ([, a, b, c]) => ({ key: 'failed_column', values: { name: (a ?? b ?? c)! } }),
  ],
  [
    /Ambiguous reference to column name "([^"]+)"/i,
    ([, name]) => ({ key: 'failed_ambiguous', values: { name: name! } }),
  ],
  [
    /column "([^"]+)" must appear in the GROUP BY clause/i,
    ([, name]) => ({ key: 'failed_group', values: { name: name! } }),
  ],
  [
    /(?:Function|Macro) with name "?([^\s"]+)"? does not exist/i,
    ([, name]) => ({ key: 'failed_function', values: { name: name! } }),
  ],
  [
    /No function matches the given name and argument types '([^']+)'/i,
    ([, name]) => ({ key: 'failed_types', values: { name: name! } }),
  ],
  [
    /Cannot (?:compare|mix) values of type ([^-\n]+)/i,
    ([, name]) => ({ key: 'failed_compare', values: { name: name!.trim() } }),
  ],
  [
    /Conversion Error: ([^\n]+)|Could not convert ([^\n]+)/i,
    ([, a, b]) => ({ key: 'failed_convert', values: { name: (a ?? b)! } }),
  ],
  [
    /Out of Range Error: ([^\n]+)|Overflow in ([^\n]+)/i,
    ([, a, b]) => ({ key: 'failed_overflow', values: { name: (a ?? b)! } }),
  ],
];

/** The engine's message without the lines that the page put around the reader's statement. */
export function ownWords(message: string): string {
  return message
    .split('\n')
    .filter((line) => !/^LINE \d+:|^\s*\^\s*$/.test(line))
    .join('\n')
    .trim();
}

function toldOf(error: EngineError): Told {
  switch (error.kind) {
    case 'out_of_memory':
      return { key: 'failed_memory' };
    case 'crashed':
    case 'unavailable':
      return { key: 'failed_crashed' };
    case 'refused': {
      const [, name] = /the engine does not run (.+)$/.exec(error.message) ?? [];
      return name ? { key: 'failed_engine', values: { name } } : { key: 'failed_size' };
    }
    case 'cancelled':
    case 'timeout':
    case 'query':
      break;
  }
  for (const [pattern, told] of PATTERNS) {
    const match = pattern.exec(error.message);
    if (match) return told(match);
  }
  return { key: 'failed_other' };
}

/** Any error of a statement in words. `seconds` is the time after which it was stopped. */
export function sqlFailure(error: unknown, language: Language, seconds: number): SqlFailure {
  const title = render(words.failed, language);
  if (!(error instanceof EngineError)) {
    return { title, text: render(words.failed_other, language), detail: String(error) };
  }
  if (error.kind === 'cancelled') {
    return { title: render(words.stopped, language), text: '', detail: null };
  }
  if (error.kind === 'timeout') {
    return { title, text: render(words.timeout, language, { seconds }), detail: null };
  }
  const { key, values = {} } = toldOf(error);
  const names = proposals(error.message);
  const hint =
    names.length > 0
      ? render(words.maybe, language, { names: names.join(language === 'zh-CN' ? '、' : ', ') })
      : '';
  return {
    title,
    text: render(words[key], language, { hint, ...values }).trim(),
    detail: ownWords(error.message),
  };
}
