import { halfWidth, isAmount } from '../../domain/money';

/** One cell of a row of figures: a number, a percentage, or a dash that stands for a blank. */
export interface Token {
  kind: 'number' | 'percent' | 'blank';
  value: string;
}

const TOKEN = /^\s*((-?\d[\d,]*(?:\.\d+)?)\s*(%|％)?|[-—–―/]{1,2})(?=\s|$)/;

/** The figures at the head of a text, and what follows them (a remark). Null where it begins with none. */
export function tokensOf(text: string): { tokens: Token[]; rest: string } | null {
  const tokens: Token[] = [];
  let rest = halfWidth(text);
  for (;;) {
    const match = TOKEN.exec(rest);
    if (!match) break;
    if (match[2] === undefined) tokens.push({ kind: 'blank', value: '' });
    else tokens.push({ kind: match[3] ? 'percent' : 'number', value: match[2].replace(/,/g, '') });
    rest = rest.slice(match[0].length);
  }
  return tokens.length > 0 ? { tokens, rest: rest.trim() } : null;
}

/** A table cell as a token; null where it holds words. An empty cell is blank. */
export function cellToken(text: string): Token | null {
  const body = halfWidth(text).replace(/\s+/g, '');
  if (body === '' || /^[-—–―/]+$/.test(body)) return { kind: 'blank', value: '' };
  if (/^-?[\d,.]+%$/.test(body)) return { kind: 'percent', value: body.slice(0, -1).replace(/,/g, '') };
  return isAmount(body) ? { kind: 'number', value: body.replace(/,/g, '') } : null;
}
