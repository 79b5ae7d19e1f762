import { regionLevel } from '../../domain/region-level';
import type { CompareRow } from './model';

/** Who is compared with a department: all, those of its region, those of its level of government, or a picked few. */
export const PEER_KINDS = ['all', 'level', 'region', 'picked'] as const;
export type PeerKind = (typeof PEER_KINDS)[number];

export interface PeerGroup {
  kind: PeerKind;
  /** Departments by name, of a picked group; empty: all. */
  picked: readonly string[];
}

/** The members of a department's group, itself always among them. */
export function peersOf(row: CompareRow, all: readonly CompareRow[], group: PeerGroup): CompareRow[] {
  const { region, department } = row.sheet.document;
  const level = regionLevel(region);
  const belongs = (other: CompareRow): boolean => {
    const { document } = other.sheet;
    if (other === row || (document.region === region && document.department === department)) return true;
    switch (group.kind) {
      case 'all':
        return true;
      case 'region':
        return document.region === region;
      case 'level':
        return level !== null && regionLevel(document.region) === level;
      case 'picked':
        return group.picked.length === 0 || group.picked.includes(document.department);
    }
  };
  return all.filter(belongs);
}
