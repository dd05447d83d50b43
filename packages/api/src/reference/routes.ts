import type { OpenAPIHono } from '@hono/zod-openapi';
import { Scalar } from '@scalar/hono-api-reference';
import type { AppEnv } from '../env.ts';

const DOCUMENT = {
  openapi: '3.1.0',
  info: {
    title: 'Köprü',
    version: 'v1',
    description: 'Matching of startups and investors across the Turkic states, in nine languages.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  tags: [
    { name: 'startups', description: 'Companies that seek investors' },
    { name: 'investors', description: 'Funds and angels, with their mandates' },
    { name: 'matches', description: 'Scored pairs with signals, reasons and evidence' },
    { name: 'operation', description: 'Running the API' },
  ],
};

const SCHEMES = {
  secretKey: 'The hub’s secret key, with the scopes named. For servers only: it never belongs in a browser.',
  publishableKey: 'The hub’s publishable key, from the origins that it is bound to.',
  operatorKey: 'The key of who runs the deployment. It opens no hub’s data.',
  bootstrapToken: 'The token that a deployment prints once, for the first operator key.',
} as const;

/** The OpenAPI document and its reference page, which loads nothing from other hosts. */
export function mountReference(app: OpenAPIHono<AppEnv>): void {
  for (const [name, description] of Object.entries(SCHEMES))
    app.openAPIRegistry.registerComponent('securitySchemes', name, { type: 'http', scheme: 'bearer', description });
  app.openAPIRegistry.registerComponent('securitySchemes', 'viewerToken', {
    type: 'apiKey',
    in: 'header',
    name: 'kopru-viewer',
    description: 'A JWT that the hub’s backend signs for the owner of one profile; it lives at most 15 minutes.',
  });
  app.doc31('/openapi.json', DOCUMENT);
  app.get(
    '/docs',
    Scalar({
      url: '/openapi.json',
      cdn: '/reference/standalone.js',
      pageTitle: 'Köprü API',
      withDefaultFonts: false,
      telemetry: false,
      favicon: '/reference/icon.svg',
      authentication: { preferredSecurityScheme: 'secretKey' },
      // What leads to the services of the page's maker has no place on a hub's own host.
      hideClientButton: true,
      showDeveloperTools: 'never',
      agent: { disabled: true },
      mcp: { disabled: true },
    }),
  );
}
