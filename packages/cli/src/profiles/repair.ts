import { type Issue, validateProfile } from '@kopru/sdk/engine';
import type { Kind, Profile } from '@kopru/sdk/schema';
import { KINDS } from '@kopru/sdk/schema';

export interface Repaired {
  /** Undefined when the row cannot be used. */
  readonly profile?: Profile;
  /** Where a profile stands too, what was left out of it. */
  readonly issues: readonly Issue[];
}

/**
 * Validates a profile, and leaves out what breaks a rule where the profile can do without it. It cannot
 * do without its name and text; and excluded sectors are a promise that must not be lost on the way.
 */
export function repairProfile(kind: Kind, draft: Record<string, unknown>): Repaired {
  const profile = structuredClone(draft);
  const dropped: Issue[] = [];
  // What is left out may leave a list empty, which breaks another rule: once more for that.
  for (let round = 0; round < 3; round++) {
    const result = validateProfile(kind, profile);
    if (result.ok) return { profile: result.value as Profile, issues: dropped };
    const fatal = result.issues.filter(({ path }) => isNeeded(path, kind));
    if (fatal.length > 0) return { issues: fatal };
    dropped.push(...result.issues.filter(({ path }) => !dropped.some((issue) => issue.path === path)));
    // From the end, so that the places in a list stay what the issues say.
    for (const { path } of result.issues.toReversed()) drop(profile, path);
  }
  return { issues: dropped };
}

const isNeeded = (path: string, kind: Kind): boolean => {
  const [, field = ''] = path.split('/');
  return ['', 'name', KINDS[kind].text, 'excludedSectors', 'consent'].includes(field);
};

/** Fields whose parts stand for themselves; the parts of all others need each other. */
const LOOSE = ['contact', 'team', 'traction'];

/** Takes out an item of a list or a part that stands for itself, else the whole field. */
function drop(profile: Record<string, unknown>, path: string): void {
  const [, field = '', part] = path.split('/');
  const value = profile[field];
  if (part !== undefined && Array.isArray(value) && value.length > 1) value.splice(Number(part), 1);
  else if (part !== undefined && LOOSE.includes(field) && Object.keys(value as object).length > 1)
    delete (value as Record<string, unknown>)[part];
  else delete profile[field];
}
