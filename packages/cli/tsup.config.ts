import { defineConfig } from 'tsup';

export default defineConfig([
  {
    entry: ['src/index.ts'],
    format: 'esm',
    target: 'es2023',
    platform: 'node',
    splitting: true,
    // What else is in dist is made by the other build and by build.ts.
    clean: ['!page/**', '!server/**'],
    // The server that `kopru dev` runs is no package of its own; what it needs of others is installed beside it.
    noExternal: ['@kopru/api'],
    esbuildOptions(options) {
      options.conditions = ['@kopru/source'];
      options.charset = 'utf8';
    },
  },
  {
    // What `kopru init page` puts beside a page, which loads it without a bundler.
    entry: { 'kopru-matches': 'src/init/page-script.ts' },
    outDir: 'dist/page',
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    minify: true,
    splitting: false,
    clean: true,
    noExternal: [/.*/],
    esbuildOptions(options) {
      options.conditions = ['@kopru/source'];
      options.charset = 'utf8';
    },
  },
]);
