/**
 * Pages in the order of the navigation. `src/pages/registry.ts` says where their code is. Import is reached by its
 * button, and stands in the navigation while there is something to import.
 */
export const PAGE_IDS = [
  'overview',
  'pivot',
  'change',
  'execution',
  'three-public',
  'compare',
  'department',
  'documents',
  'checks',
  'sql',
  'import',
] as const;
export type PageId = (typeof PAGE_IDS)[number];

export function isPageId(text: string): text is PageId {
  return (PAGE_IDS as readonly string[]).includes(text);
}
