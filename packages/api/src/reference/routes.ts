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

/** The OpenAPI document and its reference page, which loads nothing from other hosts. */
export function mountReference(app: OpenAPIHono<AppEnv>): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'secretKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'The hub’s secret key. For servers only: it never belongs in a browser.',
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
