import type { ApplicationState } from '@kopru/sdk/schema';
import { file, json, oneOf, reading, remote, text, texts, toggle, whole } from '../options.ts';
import { KINDS } from './kinds.ts';
import { type Command, command } from './spec.ts';

const STATES = Object.keys({
  applied: 0,
  admitted: 0,
  declined: 0,
  withdrawn: 0,
  alumni: 0,
} satisfies Record<ApplicationState, 0>) as [ApplicationState, ...ApplicationState[]];

/** What is done with a hub of an API. */
export const REMOTE_COMMANDS: readonly Command[] = [
  command({
    name: 'import',
    args: [{ name: 'file', optional: true, file: true }],
    options: {
      kind: oneOf('kind', KINDS, { short: 'k', shown: 'startup' }),
      ...reading,
      consent: toggle(),
      dryRun: toggle(),
      detach: toggle(),
      resume: text('id'),
      json,
      ...remote,
    },
    examples: [
      'kopru import startups.csv --kind startup --dry-run',
      'kopru import investors.xlsx --kind investor --sheet 2 --map "Fon=name"',
    ],
    run: async ([path], { kind = 'startup', ...options }, io) =>
      (await import('../import.ts')).runImport({ file: path, kind, ...options }, io),
  }),
  command({
    name: 'export',
    args: [],
    options: {
      output: file('file', { short: 'o', help: 'exportOutput', shown: '-' }),
      kind: oneOf('kind', KINDS, { short: 'k', help: 'exportKind' }),
      json,
      ...remote,
    },
    examples: ['kopru export -o hub.ndjson', 'kopru export --kind startup | head'],
    run: async (_, { output = '-', ...options }, io) =>
      (await import('../export.ts')).runExport({ output, ...options }, io),
  }),
  command({
    name: 'applications',
    args: [],
    options: {
      output: file('file', { short: 'o', help: 'exportOutput', shown: '-' }),
      programme: text('id'),
      state: oneOf('state', STATES),
      excel: toggle(),
      json,
      ...remote,
    },
    examples: ['kopru applications -o applications.csv', 'kopru applications --programme agro --state admitted'],
    run: async (_, { output = '-', ...options }, io) =>
      (await import('../applications.ts')).runApplications({ output, ...options }, io),
  }),
  command({
    name: 'action-plans list',
    args: [],
    options: { json, ...remote },
    examples: ['kopru action-plans list'],
    run: async (_, options, io) => (await import('../action-plans.ts')).runActionPlansList(options, io),
  }),
  command({
    name: 'action-plans get',
    args: [{ name: 'plan' }],
    options: remote,
    examples: ['kopru action-plans get plan-2026 > plan.json'],
    run: async ([id = ''], options, io) =>
      (await import('../action-plans.ts')).runActionPlansGet({ id, ...options }, io),
  }),
  command({
    name: 'action-plans put',
    args: [{ name: 'plan' }, { name: 'json', file: true }],
    options: { json, ...remote },
    examples: ['kopru action-plans put plan-2026 plan.json'],
    run: async ([id = '', path = ''], options, io) =>
      (await import('../action-plans.ts')).runActionPlansPut({ id, file: path, ...options }, io),
  }),
  command({
    name: 'keys list',
    args: [],
    options: { json, ...remote },
    examples: ['kopru keys list'],
    run: async (_, options, io) => (await import('../keys.ts')).runKeysList(options, io),
  }),
  command({
    name: 'keys create',
    args: [],
    options: { scope: texts('scope'), origin: texts('origin'), name: text('name'), json, ...remote },
    examples: [
      'KEY=$(kopru keys create --scope profiles:write --name "Nightly import")',
      'kopru keys create --origin https://hub.example',
    ],
    run: async (_, options, io) => (await import('../keys.ts')).runKeysCreate(options, io),
  }),
  command({
    name: 'keys roll',
    args: [{ name: 'id' }],
    options: { overlapHours: whole(0, 168, { shown: '24' }), json, ...remote },
    examples: ['KEY=$(kopru keys roll key_5f1c --overlap-hours 2)'],
    run: async ([id = ''], options, io) => (await import('../keys.ts')).runKeysRoll({ id, ...options }, io),
  }),
  command({
    name: 'keys revoke',
    args: [{ name: 'id' }],
    options: { json, ...remote },
    examples: ['kopru keys revoke key_5f1c'],
    run: async ([id = ''], options, io) => (await import('../keys.ts')).runKeysRevoke({ id, ...options }, io),
  }),
];
