import { SHELLS } from '../completion/shells.ts';
import { file, lang, needed, text, toggle, whole } from '../options.ts';
import { type Command, command } from './spec.ts';

/** What is done on this machine, for those who build on Köprü. */
export const LOCAL_COMMANDS: readonly Command[] = [
  command({
    name: 'dev',
    args: [],
    options: {
      port: whole(0, 65_535, { shown: '8787' }),
      storage: file('folder', { shown: '.kopru' }),
      demo: toggle({ off: true }),
    },
    examples: ['kopru dev', 'kopru dev --port 8790 --no-demo'],
    run: async (_, options, io) => (await import('../dev.ts')).runDev(options, io),
  }),
  command({
    name: 'init page',
    args: [{ name: 'page', optional: true, file: true }],
    options: {
      url: text('address', { env: 'KOPRU_URL' }),
      key: text('key', { env: 'KOPRU_PUBLISHABLE_KEY' }),
      token: text('path', { shown: '/kopru/token' }),
      lang: { ...lang, help: 'widgetLang' },
      dryRun: toggle({ help: 'pageDryRun' }),
      force: toggle(),
    },
    examples: ['kopru init page index.html --url https://kopru.example --key kopru_pk_… --dry-run'],
    run: async ([path], options, io) => (await import('../init.ts')).runInitPage({ file: path, ...options }, io),
  }),
  command({
    name: 'init worker',
    args: [{ name: 'folder', optional: true, file: true }],
    options: { hub: needed(text('id')), deployment: text('name', { shown: 'local' }), force: toggle() },
    examples: ['kopru init worker my-worker --hub baku'],
    run: async ([folder], options, io) => (await import('../init.ts')).runInitWorker({ folder, ...options }, io),
  }),
  command({
    name: 'completion',
    args: [{ name: 'shell', choices: SHELLS }],
    options: {},
    examples: [
      'source <(kopru completion bash)',
      'source <(kopru completion zsh)',
      'kopru completion fish > ~/.config/fish/completions/kopru.fish',
    ],
    run: async ([shell = ''], _, io) => (await import('../completion.ts')).runCompletion({ shell }, io),
  }),
];
