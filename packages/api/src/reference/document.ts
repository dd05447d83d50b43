import type { OpenAPIHono } from '@hono/zod-openapi';
import { problemSchema } from '@kopru/sdk/schema';
import type { AppEnv } from '../env.ts';
import { readsByPost } from '../lib/reads-by-post.ts';
import { answersAnId, linksOf } from './links.ts';
import { mendNullable, withoutNull } from './nullable.ts';
import { completeOperation, type Document } from './operation.ts';
import { HEADER_COMPONENTS, IDEMPOTENCY_KEY, PROBLEM_COMPONENTS } from './shared.ts';

const ABOUT = {
  openapi: '3.1.0',
  info: {
    title: 'Köprü',
    version: 'v1',
    description:
      'Matching of startups and investors across the Turkic states, in nine languages. Every error is a problem document (RFC 9457) with one of a closed set of codes; a method that a path does not take answers 405, `method_not_allowed`, with `Allow`.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/', description: 'This deployment' }],
  tags: [
    { name: 'operator', description: 'Hubs and operator keys, for who runs the deployment' },
    { name: 'hub', description: 'The hub of the key, and its settings' },
    { name: 'keys', description: 'Keys of the hub, and the keys that sign viewer tokens' },
    { name: 'startups', description: 'Companies that seek investors' },
    { name: 'investors', description: 'Funds and angels, with their mandates' },
    { name: 'experts', description: 'Young professionals and mentors who look for teams' },
    { name: 'labs', description: 'Laboratories that test, calibrate and certify' },
    { name: 'programmes', description: 'Incubation, acceleration, grants and courses, to whose calls startups apply' },
    { name: 'patents', description: 'Inventions that others may use under a licence' },
    { name: 'needs', description: 'What somebody needs of others: know-how, time on equipment, a pilot, a test' },
    { name: 'offers', description: 'What somebody offers to others: know-how, mentoring, time on equipment, data' },
    { name: 'matches', description: 'Scored pairs with signals, reasons and evidence' },
    { name: 'applications', description: 'Applications to the calls of programmes, their cohorts and numbers' },
    { name: 'plans', description: 'Meeting plans of demo days' },
    { name: 'action plans', description: 'What a hub and its partners do by when, and what came of it' },
    { name: 'weights', description: 'How much each signal counts in the hub, set by hand or learned from answers' },
    { name: 'introductions', description: 'Requests to meet, their answers, and blocks' },
    { name: 'feeds', description: 'Secret addresses for feed readers and calendars' },
    { name: 'subscriptions', description: 'Who gets mail about which profile, and addresses that get none' },
    { name: 'mails', description: 'How the hub’s mail goes out, and its outbox' },
    { name: 'imports', description: 'Many profiles in one upload' },
    { name: 'search', description: 'For visitors of a hub’s site who are not signed in' },
    { name: 'webhooks', description: 'Events posted to your server, signed as Standard Webhooks says' },
    { name: 'trust', description: 'The audit log, and what leaves with its owner' },
    { name: 'exchange', description: 'Cards of consenting profiles between hubs that agreed on it' },
    { name: 'operation', description: 'Running the API' },
  ],
};

const BEARERS = {
  secretKey: 'The hub’s secret key, with the scopes named. For servers only: it never belongs in a browser.',
  publishableKey: 'The hub’s publishable key, from the origins that it is bound to.',
  operatorKey: 'The key of who runs the deployment. It opens no hub’s data.',
  bootstrapToken: 'The token that a deployment prints once, for the first operator key.',
} as const;

const SECURITY_SCHEMES = {
  ...Object.fromEntries(
    Object.entries(BEARERS).map(([name, description]) => [name, { type: 'http', scheme: 'bearer', description }]),
  ),
  viewerToken: {
    type: 'apiKey',
    in: 'header',
    name: 'Kopru-Viewer',
    description: 'A JWT that the hub’s backend signs for the owner of one profile; it lives at most 15 minutes.',
  },
};

/** The OpenAPI document: what the routes say of themselves, and what the middleware adds to each. */
export function openapiDocument(app: OpenAPIHono<AppEnv>): Document {
  app.openAPIRegistry.register('Problem', problemSchema);
  const { paths = {}, components, ...document } = app.getOpenAPI31Document(ABOUT);
  const completed = Object.entries(paths).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item).map(([method, operation]) => {
        const makesAddressable =
          method === 'post' && Object.entries(paths).some(([other, { get }]) => get && isOneOf(other, path));
        const writes = method !== 'get' && !readsByPost(method.toUpperCase(), path);
        const links = method === 'post' && answersAnId(operation, components?.schemas) ? linksOf(path, paths) : {};
        return [method, completeOperation(withPlainParameters(operation), { writes, makesAddressable, links })];
      }),
    ),
  ]);
  return mendNullable({
    ...document,
    paths: Object.fromEntries(completed),
    components: {
      ...components,
      securitySchemes: SECURITY_SCHEMES,
      headers: HEADER_COMPONENTS,
      parameters: { ...components?.parameters, IdempotencyKey: IDEMPOTENCY_KEY },
      responses: PROBLEM_COMPONENTS,
    },
  }) as Document;
}

/** Whether a path is that of one thing in a list. */
const isOneOf = (path: string, list: string): boolean =>
  path.startsWith(`${list}/{`) && !path.slice(list.length + 1).includes('/');

const withPlainParameters = <O extends { parameters?: unknown[] }>(operation: O): O => ({
  ...operation,
  ...(operation.parameters && {
    parameters: (operation.parameters as { schema?: unknown }[]).map(({ schema, ...parameter }) => ({
      ...parameter,
      schema: withoutNull(schema),
    })),
  }),
});
