import type { Finding, Identity } from '../checks';

/** Identities as the drawer tells them. */
export interface IdentityGroups {
  /** One cause with the identities that it breaks, of those that the figure takes part in. */
  causes: { finding: Finding; identities: Identity[] }[];
  /** Failing or unjudged without a finding of their own. */
  failing: Identity[];
  holding: Identity[];
}

/** Identities by what there is to say of them; each in its order, one that several amounts share once. */
export function identityGroups(all: readonly Identity[]): IdentityGroups {
  const causes = new Map<string, IdentityGroups['causes'][number]>();
  const groups: IdentityGroups = { causes: [], failing: [], holding: [] };
  for (const identity of all) {
    const { finding, instance } = identity;
    if (finding) {
      const key = `${finding.doc_id}\n${finding.id}`;
      const cause = causes.get(key) ?? { finding, identities: [] };
      causes.set(key, cause);
      cause.identities.push(identity);
    } else if (instance.outcome === 'exact' || instance.outcome === 'rounding') groups.holding.push(identity);
    else if (instance.outcome !== 'not_applicable') groups.failing.push(identity);
  }
  return { ...groups, causes: [...causes.values()] };
}
