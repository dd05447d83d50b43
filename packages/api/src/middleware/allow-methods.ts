import type { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';

interface Route {
  readonly method: string;
  readonly path: string;
  readonly pattern: RegExp;
}

/**
 * Answers 405 with `Allow` to a method that no route takes at a path where routes take others. A path that stands in
 * the contract as it is comes before those with parameters, as OpenAPI has it.
 */
export function allowMethods(app: OpenAPIHono<AppEnv>): MiddlewareHandler<AppEnv> {
  let routes: readonly Route[] | undefined;
  return async (c, next) => {
    // Not before the first request: the routes are mounted after this.
    routes ??= routesOf(app);
    const { method, path } = c.req;
    const matching = routes.filter((route) => route.pattern.test(path));
    const literal = matching.filter((route) => route.path === path);
    const methods = (literal.length > 0 ? literal : matching).map((route) => route.method);
    const allowed = methods.includes('GET') ? ['HEAD', ...methods] : methods;
    if (allowed.length > 0 && !allowed.includes(method)) {
      c.header('allow', allowed.join(', '));
      throw new ApiError('method_not_allowed', `${path} does not take ${method}.`);
    }
    await next();
  };
}

const routesOf = (app: OpenAPIHono<AppEnv>): Route[] =>
  app.openAPIRegistry.definitions.flatMap((definition) => {
    if (definition.type !== 'route') return [];
    const { method, path } = definition.route;
    return [{ method: method.toUpperCase(), path, pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`) }];
  });
