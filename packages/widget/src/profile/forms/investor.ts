// Made by scripts/forms.ts from the schema of the API. Not to be changed by hand.
import type { Form } from '../form.ts';

// biome-ignore format: a line a field
export const FORM: Form = {
  kind: 'investor',
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
    { path: '/type', type: 'choice', vocabulary: 'investorType' },
    { path: '/thesis', type: 'long', min: 1, max: 10000, required: true },
    { path: '/sectors', type: 'sectors', max: 20, longest: 100 },
    { path: '/excludedSectors', type: 'sectors', max: 20, longest: 100 },
    { path: '/stages', type: 'choices', min: 1, max: 6, vocabulary: 'stage' },
    { path: '/countries', type: 'choices', min: 1, max: 300, vocabulary: 'place' },
    { path: '/ticket', type: 'range', min: 0.01, max: 1000000000000000 },
    { path: '/instruments', type: 'choices', min: 1, max: 11, vocabulary: 'instrument' },
    { path: '/role', type: 'choice', options: ['lead', 'follow', 'either'] },
    { path: '/coInvestment/minPercent', type: 'number', min: 0.1, max: 100 },
    { path: '/coInvestment/needsLead', type: 'flag' },
    { path: '/coInvestment/maxInvestors', type: 'number', min: 1, max: 100, whole: true },
    { path: '/coInvestment/minCountries', type: 'number', min: 1, max: 20, whole: true },
    { path: '/fund', type: 'fund', min: 0, max: 1000000000000000 },
    { path: '/fund/vintage', type: 'number', min: 1900, max: 2100, whole: true },
    { path: '/portfolio', type: 'list', max: 500, longest: 200 },
    { path: '/allowsCompetitors', type: 'flag' },
    { path: '/private', type: 'choices', max: 15, options: ['type', 'thesis', 'sectors', 'excludedSectors', 'stages', 'country', 'countries', 'ticket', 'instruments', 'languages', 'role', 'coInvestment', 'fund', 'portfolio', 'allowsCompetitors'] },
  ],
};
