/** What a project does about an image whose maker reserves such use. */
export const RIGHTS_POLICIES = ['record', 'warn', 'refuse'] as const;

export type RightsPolicy = (typeof RIGHTS_POLICIES)[number];

export function isRightsPolicy(value: unknown): value is RightsPolicy {
  return RIGHTS_POLICIES.some((policy) => policy === value);
}

/** A project that has not said what to do is told, and not kept from anything. */
export function policyOf(project: { readonly rights?: RightsPolicy } | undefined): RightsPolicy {
  return project?.rights ?? 'warn';
}
