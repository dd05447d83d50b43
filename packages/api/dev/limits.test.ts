import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { unstable_readConfig } from 'wrangler';

const config = fileURLToPath(new URL('../../../wrangler.toml', import.meta.url));

interface Limit {
  readonly name: string;
  readonly simple: { readonly limit: number; readonly period: number };
}

test.each([undefined, 'production'])('the limits that the headers tell are those of the bindings (%s)', (env) => {
  const { vars, ratelimits } = unstable_readConfig({ config, ...(env && { env }) }) as {
    vars: { KOPRU_LIMITS?: unknown };
    ratelimits: Limit[];
  };
  const bound = Object.fromEntries(ratelimits.map(({ name, simple }) => [name.toLowerCase(), simple.limit]));
  expect(vars.KOPRU_LIMITS).toEqual(bound);
  expect(ratelimits.map(({ simple }) => simple.period)).toEqual([60, 60, 60]);
});
