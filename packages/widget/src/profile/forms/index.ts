import type { Kind } from '@kopru/sdk/schema';
import type { Form } from '../form.ts';
import { EXPERT_FORM } from './expert.ts';
import { INVESTOR_FORM } from './investor.ts';
import { NEED_FORM } from './need.ts';
import { STARTUP_FORM } from './startup.ts';

export const FORMS: Readonly<Record<Kind, Form>> = {
  startup: STARTUP_FORM,
  investor: INVESTOR_FORM,
  expert: EXPERT_FORM,
  need: NEED_FORM,
};
