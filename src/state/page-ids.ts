/** Pages in the order of the navigation. `src/pages/registry.ts` says where their code is. */
export const PAGE_IDS = ['overview', 'pivot', 'change', 'execution', 'three-public'] as const;
export type PageId = (typeof PAGE_IDS)[number];

export function isPageId(text: string): text is PageId {
  return (PAGE_IDS as readonly string[]).includes(text);
}
