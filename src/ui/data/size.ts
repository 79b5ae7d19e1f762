import { THIN, type formatCount } from '../../state';

const STEPS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** A number of bytes for the reader, e.g. `1.2 MB`; `count` writes whole numbers in the reader's language. */
export function sizeText(bytes: number, count: (n: number) => ReturnType<typeof formatCount>): string {
  const step = Math.min(STEPS.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
  const value = bytes / 1024 ** step;
  const text = step === 0 || value >= 100 ? count(Math.round(value)) : value.toFixed(1);
  return `${text}${THIN}${STEPS[step]}`;
}

/** The day of a time in ISO 8601, where the reader is. */
export function dayText(iso: string): string {
  const date = new Date(iso);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
