import type { OpenAPIHono } from '@hono/zod-openapi';
import { Scalar } from '@scalar/hono-api-reference';
import type { AppEnv } from '../env.ts';
import { openapiDocument } from './document.ts';
import type { Document } from './operation.ts';

/** The OpenAPI document and its reference page, which loads nothing from other hosts. */
export function mountReference(app: OpenAPIHono<AppEnv>): void {
  let document: Document | undefined;
  app.get('/openapi.json', (c) => {
    // Not before it is asked for: the routes are mounted after this one.
    document ??= openapiDocument(app);
    return c.json(document);
  });
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
