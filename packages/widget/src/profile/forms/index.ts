import type { Kind } from '@kopru/sdk/schema';
import { type Lazy, lazy } from '../../lib/lazy.ts';
import type { Form } from '../form.ts';

/** The form of each kind, which is loaded with the first profile of it. */
export const FORMS: Readonly<Record<Kind, Lazy<{ readonly FORM: Form }>>> = {
  startup: lazy('profile/forms/startup', () => import('./startup.ts')),
  investor: lazy('profile/forms/investor', () => import('./investor.ts')),
  expert: lazy('profile/forms/expert', () => import('./expert.ts')),
  need: lazy('profile/forms/need', () => import('./need.ts')),
  lab: lazy('profile/forms/lab', () => import('./lab.ts')),
  programme: lazy('profile/forms/programme', () => import('./programme.ts')),
  patent: lazy('profile/forms/patent', () => import('./patent.ts')),
  offer: lazy('profile/forms/offer', () => import('./offer.ts')),
};
