import { CLASSIFICATIONS, FLOWS, FUNDS, MEASURES, SCOPES, SOURCES, STAGES } from '../domain/facts';
import { SHOWN, type Coordinates, type EvidencePart, type EvidenceRequest } from '../analysis/evidence';

/**
 * Evidence requests in links: `show*title*part*part`, a part being `term;key=value,value;key=value`. The marks that
 * mean something (* ; = , and !) are written `!x` inside texts. Short, and readable for who looks at the address.
 */
const MARKS = /[!*;=,]/g;
const escape = (text: string) => text.replace(MARKS, (mark) => `!${mark}`);

/** Splits at a mark that is not escaped; the pieces stay escaped. */
function split(text: string, mark: string): string[] {
  const pieces: string[] = [''];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '!' && i + 1 < text.length) pieces[pieces.length - 1] += text[i]! + text[++i]!;
    else if (text[i] === mark) pieces.push('');
    else pieces[pieces.length - 1] += text[i]!;
  }
  return pieces;
}
const unescape = (text: string) => text.replace(/!([!*;=,])/g, '$1');

const LISTS = { y: 'years', d: 'departments', r: 'regions', doc: 'doc_ids', id: 'fact_ids' } as const;
const TEXTS = { f: 'form', c: 'subject_code', u: 'under', n: 'subject_name' } as const;
const NAMES = {
  scope: ['scope', SCOPES],
  src: ['source', SOURCES],
  flow: ['flow', FLOWS],
  cls: ['classification', CLASSIFICATIONS],
  fund: ['fund', FUNDS],
  m: ['measure', MEASURES],
  s: ['stage', STAGES],
} as const;

function encodePart(part: EvidencePart): string {
  const pieces = [escape(part.term)];
  const add = (key: string, values: readonly (string | number)[]) =>
    pieces.push(`${key}=${values.map((value) => escape(String(value))).join(',')}`);
  for (const [key, field] of Object.entries(LISTS)) {
    const values = part.at[field as (typeof LISTS)[keyof typeof LISTS]];
    if (values && values.length > 0) add(key, values);
  }
  for (const [key, field] of Object.entries(TEXTS)) {
    const value = part.at[field as (typeof TEXTS)[keyof typeof TEXTS]];
    if (value !== undefined) add(key, [value]);
  }
  for (const [key, [field]] of Object.entries(NAMES)) {
    const value = part.at[field];
    if (value !== undefined) add(key, [value]);
  }
  if (part.at.subject_level !== undefined) add('l', [part.at.subject_level]);
  return pieces.join(';');
}

function decodePart(text: string): EvidencePart | null {
  const [term = '', ...pairs] = split(text, ';');
  const at: Record<string, unknown> = {};
  for (const pair of pairs) {
    const [key = '', ...rest] = split(pair, '=');
    const values = split(rest.join('='), ',').map(unescape);
    const value = values[0] ?? '';
    if (key === 'y') {
      if (!values.every((year) => /^\d{1,4}$/.test(year))) return null;
      at['years'] = values.map(Number);
    } else if (key in LISTS) at[LISTS[key as keyof typeof LISTS]] = values;
    else if (key in TEXTS) at[TEXTS[key as keyof typeof TEXTS]] = value;
    else if (key in NAMES) {
      const [field, allowed] = NAMES[key as keyof typeof NAMES];
      if (!(allowed as readonly string[]).includes(value)) return null;
      at[field] = value;
    } else if (key === 'l' && /^\d$/.test(value)) at['subject_level'] = Number(value);
    else return null;
  }
  return { term: unescape(term), at: at as Coordinates };
}

export function encodeEvidence(request: EvidenceRequest): string {
  return [request.show, escape(request.title), ...request.parts.map(encodePart)].join('*');
}

/** Null where the text is no evidence request: the link then opens without the drawer. */
export function decodeEvidence(text: string): EvidenceRequest | null {
  const [show, title, ...parts] = split(text, '*');
  const shown = SHOWN.find((name) => name === show);
  const decoded = parts.map(decodePart);
  if (!shown || title === undefined || decoded.length === 0 || decoded.includes(null)) return null;
  return { show: shown, title: unescape(title), parts: decoded as EvidencePart[] };
}
