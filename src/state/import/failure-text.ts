import { render, type Language } from '../../i18n';
import { unreadable } from '../../i18n/unreadable';
import type { FailureText } from '../failure';
import type { ReadFailure } from './protocol';

const isKey = (key: string): key is keyof typeof unreadable => Object.hasOwn(unreadable, key);

/** Why a file was not read, in the reader's words, and what to do. */
export function readFailureText({ reason, message, detail }: ReadFailure, language: Language): FailureText {
  const key = reason ?? 'other';
  const remedy = `${key}_do`;
  return {
    // A reason without words of its own speaks for itself.
    what: isKey(key) ? render(unreadable[key], language) : message,
    remedy: isKey(remedy) ? render(unreadable[remedy], language) : '',
    detail: reason === null ? (detail ?? message) : (detail ?? ''),
  };
}
