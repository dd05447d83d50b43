// Made by scripts/forms.ts from the schema of the API. Not to be changed by hand.
import type { Form } from '../form.ts';

// biome-ignore format: a line a field
export const FORM: Form = {
  kind: 'lab',
  fields: [
    { path: '/name', type: 'text', min: 1, max: 200, required: true },
    { path: '/lang', type: 'choice', vocabulary: 'language' },
    { path: '/country', type: 'choice', vocabulary: 'country' },
    { path: '/languages', type: 'choices', max: 20, vocabulary: 'language' },
    { path: '/website', type: 'url', max: 500 },
    { path: '/contact/name', type: 'text', min: 1, max: 200 },
    { path: '/contact/email', type: 'email', max: 254, pattern: '^(?:[A-Za-z0-9_\'+\\-]+\\.)*[A-Za-z0-9_\'+\\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$' },
    { path: '/contact/phone', type: 'text', min: 3, max: 40 },
    { path: '/status', type: 'choice', options: ['draft', 'active', 'paused', 'archived'] },
    { path: '/consent/matching', type: 'flag' },
    { path: '/consent/search', type: 'flag' },
    { path: '/about', type: 'long', min: 1, max: 10000, required: true },
    { path: '/sectors', type: 'sectors', max: 20, longest: 100 },
    { path: '/accreditation/body', type: 'text', min: 1, max: 200, required: true },
    { path: '/accreditation/number', type: 'text', min: 1, max: 100 },
    { path: '/accreditation/validUntil', type: 'date' },
    { path: '/scope', type: 'lines', max: 200 },
    { path: '/capacityPerMonth', type: 'number', min: 1, max: 1000000, whole: true },
    { path: '/leadTimeDays', type: 'number', min: 0, max: 3650, whole: true },
    { path: '/recognisedIn', type: 'choices', min: 1, max: 300, vocabulary: 'place' },
    { path: '/private', type: 'choices', max: 9, options: ['about', 'sectors', 'accreditation', 'scope', 'capacityPerMonth', 'leadTimeDays', 'country', 'recognisedIn', 'languages'] },
  ],
};
