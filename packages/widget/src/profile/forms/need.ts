// Made by scripts/forms.ts from the schema of the API. Not to be changed by hand.
import type { Form } from '../form.ts';

// biome-ignore format: a line a field
export const FORM: Form = {
  kind: 'need',
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
    { path: '/types', type: 'choices', min: 1, max: 7, vocabulary: 'needType' },
    { path: '/sectors', type: 'sectors', max: 20, longest: 100 },
    { path: '/supplierCountries', type: 'choices', min: 1, max: 300, vocabulary: 'place' },
    { path: '/neededBy', type: 'date' },
    { path: '/terms', type: 'choices', min: 1, max: 4, vocabulary: 'helpTerm' },
    { path: '/test/item', type: 'text', min: 1, max: 100 },
    { path: '/test/standards', type: 'list', min: 1, max: 20, longest: 100 },
    { path: '/test/range', type: 'span', min: -1000000000000000, max: 1000000000000000 },
    { path: '/test/uncertainty', type: 'measure', min: 1e-15, max: 1000000000000000 },
    { path: '/test/countries', type: 'choices', min: 1, max: 50, vocabulary: 'place' },
    { path: '/private', type: 'choices', max: 9, options: ['about', 'types', 'sectors', 'country', 'supplierCountries', 'neededBy', 'terms', 'test', 'languages'] },
  ],
};
