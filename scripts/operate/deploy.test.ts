import { existsSync, readFileSync, rmSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { METADATA_INDEXES } from '../../packages/api/src/vectorize/layout.ts';
import { DEPLOYED_CONFIG, deploy } from './deploy.ts';
import { type Wrangler, wrangler } from './wrangler.ts';

afterEach(() => rmSync(DEPLOYED_CONFIG, { force: true }));

/**
 * An account in memory behind the commands that a deployment runs. The real one cannot be reached
 * here: that wrangler has these commands with these flags is tested below against wrangler itself.
 */
function account() {
  const have = {
    d1: false,
    kv: false,
    queue: false,
    vectors: false,
    properties: [] as string[],
    keyring: false,
    keys: [] as string[],
  };
  const calls: string[] = [];
  const answers: Record<string, (args: readonly string[], input?: string) => unknown> = {
    whoami: () => '',
    'd1 list': () => JSON.stringify(have.d1 ? [{ name: 'kopru', uuid: 'd1-id' }] : []),
    'd1 create': () => {
      have.d1 = true;
    },
    'kv namespace': (args) => {
      if (args[2] === 'list') return JSON.stringify(have.kv ? [{ id: 'kv-id', title: 'kopru-cache' }] : []);
      have.kv = true;
    },
    'queues list': () => (have.queue ? '│ kopru-jobs │' : ''),
    'queues create': () => {
      have.queue = true;
    },
    'vectorize list': () => (have.vectors ? JSON.stringify([{ name: 'kopru' }]) : 'none yet\n[]'),
    'vectorize create': (args) => {
      expect(args.slice(2)).toEqual(['kopru', '--dimensions', '384', '--metric', 'cosine']);
      have.vectors = true;
    },
    'vectorize list-metadata-index': () => JSON.stringify(have.properties.map((propertyName) => ({ propertyName }))),
    'vectorize create-metadata-index': (args) => {
      expect(have.vectors).toBe(true);
      have.properties.push(args[args.indexOf('--propertyName') + 1] ?? '');
    },
    'd1 migrations': () => '',
    deploy: () => 'Deployed kopru triggers\n  https://kopru.team.workers.dev\n',
    'secret list': () => `note\n${JSON.stringify(have.keyring ? [{ name: 'KOPRU_KEYRING' }] : [])}`,
    'secret put': (_, input) => {
      expect(Object.keys(JSON.parse(input ?? '{}').keys)).toEqual(['1']);
      have.keyring = true;
    },
    'd1 execute': (args) => {
      const sql = args[args.indexOf('--command') + 1] ?? '';
      if (sql.startsWith('INSERT')) have.keys.push(sql);
      return JSON.stringify([{ results: [{ n: have.keys.length }] }]);
    },
  };
  const run: Wrangler = (args, input) => {
    const name = args[0] === 'whoami' || args[0] === 'deploy' ? args[0] : args.slice(0, 2).join(' ');
    calls.push(args.slice(0, 3).join(' '));
    return String(answers[name]?.(args, input) ?? '');
  };
  return { have, calls, run };
}

describe('a deployment', () => {
  test('makes what is missing, in an order that works, and prints a bootstrap token once', async () => {
    const { have, calls, run } = account();
    const said: string[] = [];
    const go = () => deploy({ wrangler: run, dryRun: false, say: (line) => said.push(line) });
    await go();
    expect(have).toMatchObject({ d1: true, kv: true, queue: true, vectors: true, keyring: true });
    expect(have.properties).toEqual(METADATA_INDEXES.map(({ name }) => name));
    const order = [
      'd1 create kopru',
      'vectorize create kopru',
      'vectorize create-metadata-index kopru',
      'd1 migrations apply',
      'deploy --config wrangler.embedder.toml',
      'deploy --env production',
      'secret put KOPRU_KEYRING',
    ];
    const places = order.map((call) => calls.indexOf(call));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const tokens = () => said.join('\n').match(/kopru_bt_\w{38}/g) ?? [];
    expect(tokens()).toHaveLength(1);
    expect(have.keys[0]).not.toContain(tokens()[0]);

    calls.length = 0;
    await go();
    expect(tokens()).toHaveLength(1);
    expect(calls.filter((call) => /create|put/.test(call))).toEqual([]);
  });
});

describe('where the API is reached', () => {
  const origin = () => /KOPRU_ORIGIN = "(https[^"]+)"/.exec(readFileSync(DEPLOYED_CONFIG, 'utf8'))?.[1];
  const deploys = (calls: readonly string[]) => calls.filter((call) => call.startsWith('deploy --env')).length;

  test('is what the platform gives, which is known after the first deployment, and stays', async () => {
    const { calls, run } = account();
    await deploy({ wrangler: run, dryRun: false, say: () => undefined });
    expect([origin(), deploys(calls)]).toEqual(['https://kopru.team.workers.dev', 2]);
    await deploy({ wrangler: run, dryRun: false, say: () => undefined });
    expect([origin(), deploys(calls)]).toEqual(['https://kopru.team.workers.dev', 3]);
  });

  test('is what the operator says', async () => {
    const { calls, run } = account();
    await deploy({ wrangler: run, origin: 'https://api.hub.example', dryRun: false, say: () => undefined });
    expect([origin(), deploys(calls)]).toEqual(['https://api.hub.example', 1]);
  });
});

describe('wrangler', () => {
  test('bundles both Workers with no account, as the dry run says', async () => {
    const said: string[] = [];
    await deploy({ wrangler, dryRun: true, say: (line) => said.push(line) });
    const [embedder = '', api = ''] = said;
    expect(embedder).toContain('packages/model/weights');
    expect(embedder).not.toContain('env.DB');
    for (const binding of ['env.DB', 'env.KOPRU_ENV', 'env.EMBEDDER (kopru-embedder)']) expect(api).toContain(binding);
    expect(existsSync(DEPLOYED_CONFIG)).toBe(true);
  });

  test.each([
    [['d1', 'list'], ['--json']],
    [
      ['d1', 'execute'],
      ['--remote', '--json', '--command', '--file', '--yes'],
    ],
    [['d1', 'migrations', 'apply'], ['--remote']],
    [['kv', 'namespace', 'list'], []],
    [['kv', 'namespace', 'create'], []],
    [['queues', 'list'], []],
    [['queues', 'create'], []],
    [['vectorize', 'list'], ['--json']],
    [
      ['vectorize', 'create'],
      ['--dimensions', '--metric'],
    ],
    [['vectorize', 'list-metadata-index'], ['--json']],
    [
      ['vectorize', 'create-metadata-index'],
      ['--propertyName', '--type'],
    ],
    [['secret', 'list'], []],
    [['secret', 'put'], []],
  ])('has the command %j with the flags that are used', (command, flags) => {
    const help = wrangler([...command, '--help']);
    expect(help).toContain(`wrangler ${command.join(' ')}`);
    for (const flag of [...flags, '--env', '--config']) expect(help).toContain(flag);
  });
});
