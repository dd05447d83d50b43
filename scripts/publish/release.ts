/**
 * The two halves of a release, which the workflow runs: `version` takes the notes of `.changeset/` into versions
 * and changelogs, `publish` sends to npm what is not there yet.
 *
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../build.ts';
import { sh } from '../shell.ts';
import { publishedPackages } from './packages.ts';
import { withRepository } from './repository.ts';

const STEPS: Readonly<Record<string, () => unknown>> = {
  version() {
    sh('changeset', ['version']);
    sh('npm', ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund']);
  },
  async publish() {
    const repository = process.env.GITHUB_REPOSITORY;
    if (repository === undefined)
      throw new Error('GITHUB_REPOSITORY is not set: releases are published by the workflow.');
    for (const { folder } of publishedPackages()) {
      const file = join(folder, 'package.json');
      writeFileSync(file, withRepository(readFileSync(file, 'utf8'), repository, folder));
    }
    await build();
    sh('changeset', ['publish']);
  },
};

const [step = ''] = process.argv.slice(2);
const run = STEPS[step];
if (!run) throw new Error(`No step "${step}". Steps: ${Object.keys(STEPS).join(', ')}.`);
await run();
