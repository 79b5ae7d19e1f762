import type { Component } from 'svelte';
import { PAGE_IDS, type PageId } from '../state';

/** A page's code is loaded when it is first opened. */
export type LoadPage = () => Promise<{ default: Component }>;

const found = import.meta.glob<{ default: Component }>('./*/Page.svelte');

/** Where each page is: the folder of its name. Pages without one are not in the navigation. */
export const pages: ReadonlyMap<PageId, LoadPage> = new Map(
  PAGE_IDS.flatMap((id): [PageId, LoadPage][] => {
    const load = found[`./${id}/Page.svelte`];
    return load ? [[id, load]] : [];
  }),
);
