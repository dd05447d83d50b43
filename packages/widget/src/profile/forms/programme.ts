// Made by scripts/forms.ts from the schema of the API. Not to be changed by hand.
import type { Form } from '../form.ts';

// biome-ignore format: a line a field
export const FORM: Form = {
  kind: 'programme',
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
    { path: '/type', type: 'choice', vocabulary: 'programmeType' },
    { path: '/calls', type: 'calls', min: 1, max: 20, longest: 100 },
    { path: '/sectors', type: 'sectors', max: 20, longest: 100 },
    { path: '/excludedSectors', type: 'sectors', max: 20, longest: 100 },
    { path: '/stages', type: 'choices', min: 1, max: 6, vocabulary: 'stage' },
    { path: '/startupCountries', type: 'choices', min: 1, max: 300, vocabulary: 'place' },
    { path: '/grant', type: 'money', min: 0.01, max: 1000000000000000 },
    { path: '/equity', type: 'number', min: 0, max: 100 },
    { path: '/private', type: 'choices', max: 11, options: ['about', 'type', 'calls', 'sectors', 'excludedSectors', 'stages', 'country', 'startupCountries', 'grant', 'equity', 'languages'] },
  ],
};
