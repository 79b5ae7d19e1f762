import { DamagedFile } from '../errors';
import type { ExtractFile } from '../write';

/** The whole state of a page under a name. Names are unique. */
export interface SavedView {
  name: string;
  /** The page with its settings, filter and unit: the fragment of its link, `#/pivot?…`. */
  fragment: string;
  /** ISO 8601: when it was last saved. */
  changed: string;
}

/** The file of a package that has the views. */
export const VIEWS_PATH = 'views.json';
const FORMAT = 'juesuan-views/1';
/** Characters of a name that are kept, and of a link; longer ones are refused. */
export const LONGEST_NAME = 80;
const LONGEST_FRAGMENT = 40_000;

/** A name as it is kept: one line, no blanks around, not too long; '' where nothing is left. */
export function viewName(given: string): string {
  const line = given.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return [...line].slice(0, LONGEST_NAME).join('').trim();
}

/** The views with this one in place of the one of its name; the latest saved first. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  return ordered([...withoutView(views, view.name), view]);
}

export function withoutView(views: readonly SavedView[], name: string): SavedView[] {
  return views.filter((view) => view.name !== name);
}

/** A view under another name; one that has that name already gives way. Unknown names change nothing. */
export function renamedView(views: readonly SavedView[], from: string, to: string): SavedView[] {
  const view = views.find(({ name }) => name === from);
  if (!view || from === to) return [...views];
  return ordered([...withoutView(withoutView(views, from), to), { ...view, name: to }]);
}

/** Takes over views made elsewhere. One of a known name but with another state is kept beside it, as “name (2)”. */
export function mergeViews(own: readonly SavedView[], given: readonly SavedView[]): SavedView[] {
  const merged = [...own];
  for (const view of given) {
    if (merged.some(({ fragment, name }) => fragment === view.fragment && stem(name) === stem(view.name))) {
      continue;
    }
    merged.push({ ...view, name: freeName(view.name, merged) });
  }
  return ordered(merged);
}

const stem = (name: string) => name.replace(/ \(\d+\)$/, '');

function freeName(name: string, among: readonly SavedView[]): string {
  const taken = new Set(among.map((view) => view.name));
  if (!taken.has(name)) return name;
  let n = 2;
  while (taken.has(`${stem(name)} (${n})`)) n++;
  return `${stem(name)} (${n})`;
}

function ordered(views: readonly SavedView[]): SavedView[] {
  return [...views].sort((a, b) =>
    a.changed === b.changed ? (a.name < b.name ? -1 : 1) : a.changed < b.changed ? 1 : -1,
  );
}

/** Views → `views.json`. */
export function viewsFile(views: readonly SavedView[]): ExtractFile {
  const text = JSON.stringify({ format: FORMAT, views: ordered(views) }, null, 1);
  return { path: VIEWS_PATH, bytes: new TextEncoder().encode(`${text}\n`) };
}

/** `views.json` → views. Throws DamagedFile where it is not what `viewsFile` writes. */
export function parseViews(bytes: Uint8Array): SavedView[] {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new DamagedFile(VIEWS_PATH, 'no JSON');
  }
  const { format, views } = (value ?? {}) as { format?: unknown; views?: unknown };
  if (format !== FORMAT) throw new DamagedFile(VIEWS_PATH, `format ${JSON.stringify(format ?? null)}`);
  if (!Array.isArray(views)) throw new DamagedFile(VIEWS_PATH, 'no list of views');
  return mergeViews(
    [],
    views.map((view: unknown, i) => {
      if (!isView(view)) throw new DamagedFile(VIEWS_PATH, `view ${i + 1} is incomplete`);
      const { name, fragment, changed } = view;
      return { name: viewName(name), fragment, changed: new Date(changed).toISOString() };
    }),
  );
}

function isView(value: unknown): value is SavedView {
  if (typeof value !== 'object' || value === null) return false;
  const { name, fragment, changed } = value as Partial<Record<keyof SavedView, unknown>>;
  return (
    typeof name === 'string' &&
    viewName(name) !== '' &&
    typeof fragment === 'string' &&
    fragment.startsWith('#/') &&
    fragment.length <= LONGEST_FRAGMENT &&
    typeof changed === 'string' &&
    !Number.isNaN(Date.parse(changed))
  );
}
