/**
 * Which credentials open a route. The route's description and the guard in front of it come from one
 * rule, so that the OpenAPI document cannot say anything else than what holds.
 *
 * @module
 */
import type { Scope } from '@kopru/sdk/schema';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import type { Principal } from '../lib/principal.ts';

export interface AccessRule {
  readonly bootstrap?: true;
  readonly operator?: true;
  /** The scope that a secret key needs. */
  readonly secret?: Scope;
  /** A publishable key with a viewer token; what is not the viewer's own stays the route's to refuse. */
  readonly viewer?: true;
  /** A publishable key alone. */
  readonly anonymous?: true;
}

/** The `security` and `middleware` of a route: spread it into `createRoute`. */
export function access(rule: AccessRule) {
  const security: Record<string, string[]>[] = [];
  if (rule.bootstrap) security.push({ bootstrapToken: [] });
  if (rule.operator) security.push({ operatorKey: [] });
  if (rule.secret) security.push({ secretKey: [rule.secret] });
  if (rule.viewer) security.push({ publishableKey: [], viewerToken: [] });
  if (rule.anonymous) security.push({ publishableKey: [] });
  const guard: MiddlewareHandler<AppEnv> = async (c, next) => {
    const principal = c.get('principal');
    if (!admits(rule, principal)) {
      throw new ApiError(
        'forbidden',
        principal.kind === 'secret' && rule.secret
          ? `This key lacks the scope ${rule.secret}.`
          : `A ${NAMES[principal.kind]} does not open this route.`,
      );
    }
    await next();
  };
  return { security, middleware: [guard] };
}

const NAMES: Record<Principal['kind'], string> = {
  bootstrap: 'bootstrap token',
  operator: 'operator key',
  secret: 'secret key',
  viewer: 'viewer token',
  anonymous: 'publishable key without a viewer token',
};

const admits = (rule: AccessRule, principal: Principal): boolean =>
  principal.kind === 'secret'
    ? rule.secret !== undefined && principal.scopes.includes(rule.secret)
    : rule[principal.kind] === true;
