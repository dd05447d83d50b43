import { validateProfile } from '@kopru/sdk/engine';
import {
  CURRENCIES,
  HELP_TERMS,
  INSTRUMENTS,
  LANGUAGES,
  LICENCE_TYPES,
  NEED_TYPES,
  PROGRAMME_TYPES,
  REGIONS,
  ROLES,
  STAGES,
} from '@kopru/sdk/facets';
import { KIND_NAMES, type Kind } from '@kopru/sdk/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMS } from '../../test/forms.ts';
import { checkForm, problemsOf } from './check.ts';
import { type Field, leavesOf } from './form.ts';
import { type JsonObject, patchOf, withValue } from './pointer.ts';
import { profileOf, type Value, type Values, valuesOf } from './values.ts';

const CODES: Readonly<Record<string, readonly string[]>> = {
  country: ['AZ', 'KZ'],
  place: ['HU', ...REGIONS],
  language: LANGUAGES,
  stage: STAGES,
  instrument: INSTRUMENTS,
  investorType: ['angel', 'fund'],
  role: ROLES,
  needType: NEED_TYPES,
  helpTerm: HELP_TERMS,
  programmeType: PROGRAMME_TYPES,
  licenceType: LICENCE_TYPES,
};
const text = fc.oneof(
  fc.constantFrom('', ' ', '…', 'Топырақ', '  a b ', 'x'.repeat(201)),
  fc.string({ unit: 'grapheme' }),
);
const number = fc.constantFrom('', '3', '0', '300 000', '1,5', '-1', 'many', '9e99', '1.000.000');

/** What somebody may have typed or ticked. */
function written(field: Field, leaf: string): fc.Arbitrary<Value> {
  if (leaf.endsWith('/currency')) return fc.constantFrom(...CURRENCIES);
  if (leaf.endsWith('/unit')) return text;
  const codes = field.vocabulary ? (CODES[field.vocabulary] ?? []) : (field.options ?? []);
  switch (field.type) {
    case 'choice':
      return fc.constantFrom(...(leaf === '/status' ? [] : ['']), ...codes);
    case 'choices':
      return fc.subarray([...codes], { maxLength: Math.min(6, codes.length) });
    case 'flag':
      return fc.boolean();
    case 'lines':
      return fc.array(fc.oneof(text, fc.constantFrom('su; EN 1; 1–2 mm', 'а;;≥ 3 °C; ±1 %', '; ;', 'x; y; 5..1 m')), {
        maxLength: 4,
      });
    case 'classes':
      return fc.array(
        fc.oneof(text, fc.constantFrom('A01G 25/16', 'h10k', 'A02G 1/00', 'G06', `A01G${' '.repeat(40)}1/00`)),
        {
          maxLength: 3,
        },
      );
    case 'jurisdictions':
      return fc.array(
        fc.oneof(
          text,
          fc.constantFrom(
            ...[
              'KZ; 34567; granted; 01.02.2019;; 2039-02-01',
              'ep;;applied',
              'WO; 1; granted',
              'AZ; ; lapsed;;;2019-01-01',
            ],
            ...[
              'TR; a|b; granted',
              'TR; …; granted',
              `TR; ${'x'.repeat(51)}; granted`,
              'KZ; 1; granted; 2020-01-02; 2020-01-01',
            ],
            ...['KZ; 1; granted; 2020-01-02;; 2020-01-01', 'QQ;; granted', 'KZ;; refused'],
          ),
        ),
        { maxLength: 3 },
      );
    case 'calls':
      return fc.array(
        fc.oneof(
          text,
          fc.constantFrom(
            ...[
              'Bahar; 2027-01-10; 01.03.2027; 2027-04-01; 20',
              'Bahar',
              'Güz; 2027-09-01; 2027-08-31',
              'Güz;;2027-09-30',
            ],
            ...['Yaz;;;;0', 'Yaz;;;;100001', 'Yaz; bugün', `${'x'.repeat(101)};;2027-01-01`, '; 2027-01-10'],
          ),
        ),
        { maxLength: 3 },
      );
    case 'list':
    case 'sectors':
      return fc.array(text, { maxLength: 22 });
    case 'number':
    case 'money':
    case 'range':
    case 'fund':
    case 'measure':
    case 'span':
      return number;
    case 'date':
      return fc.constantFrom('', '2028-02-29');
    case 'url':
      return fc.constantFrom('', 'hub.example', 'https://hub.example/a?b=1', 'javascript:alert(1)', 'http://', 'a b');
    case 'email':
      return fc.constantFrom('', 'a@hub.example', 'a@', 'ә@хаб.қаз', '"a b"@hub.example');
    default:
      return text;
  }
}

const valuesIn = (kind: Kind) =>
  fc.record(
    Object.fromEntries(
      FORMS[kind].fields.flatMap((field) => leavesOf(field).map((leaf) => [leaf, written(field, leaf)] as const)),
    ),
  );

describe.each(KIND_NAMES)('a form of a %s', (kind) => {
  const form = FORMS[kind];

  test('that has nothing to correct makes a profile that the schema takes, and shows it again', () => {
    fc.assert(
      fc.property(valuesIn(kind), (values) => {
        const mended = { ...values, '/name': 'Топырақ', '/pitch': 'Су', '/thesis': 'Су', '/about': 'Су' };
        const problems = checkForm(form, mended);
        const kept = {
          ...mended,
          ...Object.fromEntries(Object.keys(problems).map((leaf) => [leaf, emptyLike((mended as Values)[leaf])])),
        };
        fc.pre(Object.keys(checkForm(form, kept)).length === 0);
        const profile = profileOf(form, kept, {});
        const checked = validateProfile(kind, profile);
        expect(checked.ok ? [] : checked.issues).toEqual([]);
        expect(profileOf(form, valuesOf(form, profile), profile)).toEqual(profile);
      }),
      { numRuns: 300 },
    );
  });

  test('finds what the schema finds, at the same places', () => {
    fc.assert(
      fc.property(valuesIn(kind), (values) => {
        const issues = validateProfile(kind, profileOf(form, values, {}));
        if (issues.ok) return;
        const { problems } = problemsOf(
          form,
          issues.issues.map((issue) => ({ in: 'body' as const, ...issue })),
        );
        const fieldsOf = (leaves: object) =>
          form.fields.filter((field) => leavesOf(field).some((leaf) => leaf in leaves)).map(({ path }) => path);
        const found = fieldsOf(checkForm(form, values));
        for (const path of fieldsOf(problems)) expect(found, JSON.stringify(issues.issues)).toContain(path);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps what it does not show', () => {
    const before = {
      name: 'A',
      newer: { a: 1 },
      contact: { fax: '12' },
      raise: { amount: 5, currency: 'KZT', terms: 'x' },
    };
    const values = { ...valuesOf(form, before), '/name': 'B', '/contact/name': 'Ayla' };
    expect(profileOf(form, values, before)).toMatchObject({
      name: 'B',
      newer: { a: 1 },
      contact: { fax: '12', name: 'Ayla' },
      raise: { terms: 'x' },
    });
  });
});

const emptyLike = (value: Value | undefined): Value => (Array.isArray(value) ? [] : '');

test('consent is said by nobody but the reader', () => {
  const form = FORMS.startup;
  const values = { ...valuesOf(form, {}), '/name': 'A', '/pitch': 'A' };
  expect(profileOf(form, values, {})).not.toHaveProperty('consent');
  expect(profileOf(form, { ...values, '/consent/search': true }, {})).toMatchObject({
    consent: { matching: false, search: true },
  });
  const given = { consent: { matching: true } };
  expect(profileOf(form, { ...values, '/consent/matching': false }, given)).toMatchObject({
    consent: { matching: false },
  });
});

test('a company of a list is edited by its name and keeps what else is stated of it', () => {
  const nar = { name: 'Nar', seeks: ['cold_chain'] };
  const form = FORMS.investor;
  const before = { name: 'A', thesis: 'A', portfolio: ['Alma', nar, { name: 'Üzüm', sectors: ['gaming'] }] };
  const values = valuesOf(form, before);
  expect(values['/portfolio']).toEqual(['Alma', 'Nar', 'Üzüm']);
  const edited = profileOf(form, { ...values, '/portfolio': ['Heyva', ' Nar', 'Nar'] }, before);
  expect(edited.portfolio).toEqual(['Heyva', nar, 'Nar']);
});

test('what of a fund is deployed and reserved cannot be more than the fund', () => {
  const form = FORMS.investor;
  const fund = { '/fund/size': '0.3', '/fund/deployed': '0.1', '/fund/reserved': '0.2' };
  const values = { ...valuesOf(form, {}), '/name': 'A', '/thesis': 'A', ...fund };
  expect(checkForm(form, values)).toEqual({});
  expect(checkForm(form, { ...values, '/fund/reserved': '0.21' })).toEqual({ '/fund/size': { rule: 'parts' } });
  expect(checkForm(form, { ...values, '/fund/size': '', '/fund/deployed': '', '/fund/reserved': '' })).toEqual({});
  expect(checkForm(form, { ...values, '/fund/size': '' })).toEqual({ '/fund/size': { rule: 'required' } });
});

test('an emptied amount takes its currency with it', () => {
  const before = { name: 'A', thesis: 'A', ticket: { min: 5, max: 9, currency: 'KZT' } };
  const form = FORMS.investor;
  const values = valuesOf(form, before);
  expect(profileOf(form, { ...values, '/ticket/min': '' }, before)).toMatchObject({
    ticket: { max: 9, currency: 'KZT' },
  });
  expect(profileOf(form, { ...values, '/ticket/min': '', '/ticket/max': ' ' }, before)).not.toHaveProperty('ticket');
});

/** As RFC 7396 has it. */
function applied(target: unknown, patch: JsonObject): JsonObject {
  const isPatch = (value: unknown): value is JsonObject =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const result = new Map(Object.entries(isPatch(target) ? target : {}));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) result.delete(name);
    else result.set(name, isPatch(value) ? applied(result.get(name), value) : value);
  }
  return Object.fromEntries(result);
}

test('a patch makes one object of the other', () => {
  const leaf = fc.oneof(fc.integer(), fc.string(), fc.array(fc.integer(), { maxLength: 2 }));
  const { object } = fc.letrec<{ object: JsonObject; value: unknown }>((tie) => ({
    object: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value') as fc.Arbitrary<never>, {
      noNullPrototype: true,
      maxKeys: 3,
    }),
    value: fc.oneof({ maxDepth: 2 }, leaf, tie('object')),
  }));
  fc.assert(
    fc.property(object, object, (before, after) => {
      expect(applied(before, patchOf(before, after))).toEqual(after);
    }),
  );
});

test('a value that is put into a profile and taken out leaves it as it was', () => {
  const before = { a: { b: 1 }, c: 2 };
  expect(withValue(withValue(before, '/d/e', 3), '/d/e', undefined)).toEqual(before);
  expect(withValue(before, '/a/b', undefined)).toEqual({ c: 2 });
});
