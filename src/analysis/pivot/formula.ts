/** One addend of a formula: a subject's code with its sign. */
export interface Term {
  code: string;
  sign: 1 | -1;
}

/** A named sum of subjects, e.g. 民生 = 208 + 210 − 20805. */
export interface Basket {
  name: string;
  terms: readonly Term[];
}

/** Why a formula is refused; `code` is the subject at fault. */
export type FormulaFault =
  | { kind: 'empty' }
  | { kind: 'not_understood'; text: string }
  | { kind: 'twice'; code: string }
  /** A subject is added although `within` contains it already, or taken off although nothing contains it. */
  | { kind: 'overlap'; code: string; within: string }
  | { kind: 'not_contained'; code: string };

const TERM = /^([+-]?)(\d{3}(?:\d{2}){0,2})/;

/**
 * `208 + 210 − 20805` → its terms, or what is wrong with it. A subject inside another one must not be added again, and
 * may be taken off once; what is taken off must lie inside something added, so that no formula counts money twice.
 */
export function parseFormula(text: string): { terms: Term[] } | { fault: FormulaFault } {
  let rest = text
    .replace(/[＋]/g, '+')
    .replace(/[−－–—]/g, '-')
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, '');
  if (rest === '') return { fault: { kind: 'empty' } };
  const terms: Term[] = [];
  while (rest !== '') {
    const match = TERM.exec(rest);
    const begins = terms.length === 0;
    if (!match || (!begins && match[1] === '')) return { fault: { kind: 'not_understood', text: rest } };
    terms.push({ code: match[2]!, sign: match[1] === '-' ? -1 : 1 });
    rest = rest.slice(match[0].length);
  }
  const fault = faultOf(terms);
  return fault ? { fault } : { terms };
}

/** What makes a formula count money twice, or take off what it never had; null where it is sound. */
export function faultOf(terms: readonly Term[]): FormulaFault | null {
  if (terms.length === 0) return { kind: 'empty' };
  const seen = new Set<string>();
  for (const { code } of terms) {
    if (seen.has(code)) return { kind: 'twice', code };
    seen.add(code);
  }
  for (const term of terms) {
    // The nearest term around it decides: inside something added it may only be taken off, and the other way round.
    const around = terms
      .filter((other) => other !== term && term.code.startsWith(other.code))
      .sort((a, b) => b.code.length - a.code.length)[0];
    if (term.sign === 1 && around?.sign === 1)
      return { kind: 'overlap', code: term.code, within: around.code };
    if (term.sign === -1 && around?.sign !== 1) return { kind: 'not_contained', code: term.code };
  }
  return null;
}

/** `208 + 210 − 20805`, as people write it. */
export function formulaText(terms: readonly Term[]): string {
  return terms
    .map(({ code, sign }, i) =>
      i === 0 ? (sign === -1 ? `−${code}` : code) : `${sign === -1 ? '−' : '+'} ${code}`,
    )
    .join(' ');
}
