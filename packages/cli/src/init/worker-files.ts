/** The module that signs viewer tokens in a Worker. wrangler bundles it beside an entry of TypeScript or JavaScript. */
export const KOPRU_MODULE = `/**
 * Viewer tokens of Köprü: who is logged in to this site sees the matches of its own profile, and nothing else.
 * Made by \`kopru init worker\`; it is yours to change.
 */
export interface KopruEnv {
  /** Id of the hub. */
  readonly KOPRU_HUB: string;
  /** Name of the deployment of the API; that of a local server is "local". */
  readonly KOPRU_DEPLOYMENT: string;
  /** A secret: the private key as a JWK, with its name as \`kid\`. */
  readonly KOPRU_SIGNING_KEY: string;
}

/** The profile that a person owns. */
export interface Owner {
  readonly kind: 'startup' | 'investor';
  readonly id: string;
}

/** Seconds that a token is valid; the API takes at most 15 minutes. */
const LIFE = 600;

/**
 * Answers \`POST /kopru/token\`, which the page with the widget asks; undefined for any other request.
 *
 * @param ownerOf reads from your own session whose profile it is; undefined where nobody is logged in.
 */
export async function kopruToken(
  request: Request,
  env: KopruEnv,
  ownerOf: (request: Request) => Owner | undefined | Promise<Owner | undefined>,
): Promise<Response | undefined> {
  if (request.method !== 'POST' || new URL(request.url).pathname !== '/kopru/token') return undefined;
  const owner = await ownerOf(request);
  if (!owner) return new Response('Log in first.', { status: 401 });
  return new Response(await signToken(env, owner), { headers: { 'cache-control': 'no-store' } });
}

/** A token with which a browser reads the matches of one profile. */
export async function signToken(env: KopruEnv, { kind, id }: Owner): Promise<string> {
  const { kid, ...jwk } = JSON.parse(env.KOPRU_SIGNING_KEY);
  const key = await crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['sign']);
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: env.KOPRU_HUB, aud: env.KOPRU_DEPLOYMENT, sub: \`\${kind}:\${id}\`, iat: now, exp: now + LIFE };
  const content = \`\${encode({ alg: 'EdDSA', kid })}.\${encode(claims)}\`;
  const signature = await crypto.subtle.sign('Ed25519', key, new TextEncoder().encode(content));
  return \`\${content}.\${base64url(new Uint8Array(signature))}\`;
}

const encode = (value: object): string => base64url(new TextEncoder().encode(JSON.stringify(value)));

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
`;

/** The entry of a Worker that has nothing else yet. */
export const ENTRY = `import { type KopruEnv, kopruToken, type Owner } from './kopru.ts';

export default {
  async fetch(request: Request, env: KopruEnv): Promise<Response> {
    const token = await kopruToken(request, env, ownerOf);
    return token ?? new Response('There is nothing here.', { status: 404 });
  },
};

/** Read your session here, and answer whose profile it is. Until then nobody is logged in. */
function ownerOf(_request: Request): Owner | undefined {
  return undefined;
}
`;

/** What an existing Worker needs to answer the route, to be pasted into its entry. */
export const linesToAdd = (hub: string, deployment: string, config: string): string =>
  [
    'In the entry of the Worker:',
    "  import { kopruToken } from './kopru.ts';",
    '  // First in fetch(request, env); ownerOf reads from your session whose profile it is.',
    '  const token = await kopruToken(request, env, ownerOf);',
    '  if (token) return token;',
    '',
    `In ${config}:`,
    ...(config.endsWith('.toml')
      ? ['  [vars]', `  KOPRU_HUB = "${hub}"`, `  KOPRU_DEPLOYMENT = "${deployment}"`]
      : [`  "vars": { "KOPRU_HUB": "${hub}", "KOPRU_DEPLOYMENT": "${deployment}" }`]),
    '',
  ].join('\n');

export const configOf = (hub: string, deployment: string, date: string): string => `name = "kopru-tokens"
main = "src/index.ts"
compatibility_date = "${date}"

[vars]
KOPRU_HUB = "${hub}"
KOPRU_DEPLOYMENT = "${deployment}"
`;
