import {
  BASES,
  PEER_KINDS,
  STRUCTURES,
  type CompareBasis,
  type PeerGroup,
  type Structure,
} from '../../analysis/compare';
import type { Params } from '../../state';

/** What the link says of the page; what is not understood takes its default. Departments and years are the shared filter's. */
export const readBasis = (params: Params): CompareBasis | null =>
  BASES.find((basis) => basis === params['basis']) ?? null;

export const readStructure = (params: Params): Structure =>
  STRUCTURES.find((structure) => structure === params['by']) ?? 'function';

const SEPARATOR = '|';

export function readPeers(params: Params): PeerGroup {
  const kind = PEER_KINDS.find((one) => one === params['peers']) ?? 'all';
  const picked = (params['group'] ?? '').split(SEPARATOR).filter(Boolean);
  return { kind, picked };
}

export const writePicked = (names: readonly string[]): string | undefined =>
  names.length > 0 ? names.join(SEPARATOR) : undefined;

/** The two documents whose shares are told one by one. */
export function readPair(params: Params): [string, string] | null {
  const [a, b] = (params['pair'] ?? '').split(SEPARATOR);
  return a && b ? [a, b] : null;
}
export const writePair = (a: string, b: string): string => [a, b].join(SEPARATOR);
