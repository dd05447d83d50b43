// Made by scripts/forms.ts from the schema of the API. Not to be changed by hand.
import type { Form } from '../form.ts';

// biome-ignore format: a line a field
export const FORM: Form = {
  kind: 'startup',
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
    { path: '/pitch', type: 'long', min: 1, max: 10000, required: true },
    { path: '/sectors', type: 'sectors', max: 20, longest: 100 },
    { path: '/stage', type: 'choice', vocabulary: 'stage' },
    { path: '/trl', type: 'number', min: 1, max: 9, whole: true },
    { path: '/targetMarkets', type: 'choices', max: 50, vocabulary: 'place' },
    { path: '/raise', type: 'money', min: 0.01, max: 1000000000000000 },
    { path: '/raise/instrument', type: 'choice', vocabulary: 'instrument' },
    { path: '/team/size', type: 'number', min: 1, max: 1000000, whole: true },
    { path: '/team/summary', type: 'long', min: 1, max: 2000 },
    { path: '/roles', type: 'choices', min: 1, max: 11, vocabulary: 'role' },
    { path: '/traction/customers', type: 'number', min: 0, max: 9007199254740991, whole: true },
    { path: '/traction/summary', type: 'long', min: 1, max: 2000 },
    { path: '/private', type: 'choices', max: 11, options: ['pitch', 'sectors', 'stage', 'trl', 'country', 'targetMarkets', 'raise', 'languages', 'team', 'roles', 'traction'] },
  ],
};
