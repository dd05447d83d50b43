import { KIND_NAMES, type Kind } from '@kopru/sdk/schema';
import type { Form } from '../src/profile/form.ts';
import { FORMS as LAZY } from '../src/profile/forms/index.ts';

/** The forms of all kinds, which a page loads one at a time. */
export const FORMS = Object.fromEntries(
  await Promise.all(KIND_NAMES.map(async (kind) => [kind, (await LAZY[kind].load()).FORM] as const)),
) as Readonly<Record<Kind, Form>>;
