import { defineConfig } from 'tsup';
import { minifyTemplates } from './bundle/minify-templates.ts';

export default defineConfig({
  // An element is a file of its own, so that a page that uses one bundles no other.
  entry: ['src/index.ts', 'src/define.ts', 'src/*/*-element.ts', '!src/lib/**'],
  format: 'esm',
  target: 'es2022',
  // What the elements share among themselves is no part of their interface.
  dts: { entry: ['src/index.ts', 'src/define.ts'], compilerOptions: { stripInternal: true } },
  clean: true,
  // A language is a file of its own here, which a bundler can load by itself.
  noExternal: [/^@kopru\/sdk\/strings\//],
  esbuildPlugins: [minifyTemplates],
  esbuildOptions(options) {
    options.conditions = ['@kopru/source'];
    options.charset = 'utf8';
  },
});
