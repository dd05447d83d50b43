import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashEmbedder } from '@kopru/sdk/engine/conformance';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runMatch } from '../src/match.ts';
import type { RunTools } from '../src/matching/ready-pair.ts';
import { EXIT } from '../src/terminal/exit.ts';
import { type SecretaryFile, secretaryFiles, type Variant } from './fixtures/secretary.ts';
import { testIo } from './test-io.ts';

const STARTUPS = 200;
const INVESTORS = 60;

describe('two files as the secretary of a hub has them', () => {
  let cwd: string;

  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'kopru-secretary-'));
  });
  afterEach(() => rm(cwd, { recursive: true, force: true }));

  const match = async (startups: SecretaryFile, investors: SecretaryFile, tools?: RunTools) => {
    await writeFile(join(cwd, 's.csv'), startups.bytes);
    await writeFile(join(cwd, 'i.csv'), investors.bytes);
    const { io, out } = testIo({ cwd });
    const options = { startups: 's.csv', investors: 'i.csv', output: 'm.csv', report: 'r.html', json: true };
    const exit = await (tools ? runMatch(options, io, tools) : runMatch(options, io));
    const csv = await readFile(join(cwd, 'm.csv'), 'utf8');
    return { exit, rows: parse(csv, { columns: true }) as Record<string, string>[], summary: JSON.parse(out()) };
  };

  /** Rows that may be matched: whose owner did not say no. */
  const willing = ({ rows }: SecretaryFile) =>
    rows.filter(({ profile }) => (profile.consent as { matching: boolean } | undefined)?.matching !== false);
  const leftOut = ({ issues }: SecretaryFile) =>
    new Set(issues.flatMap(({ severity, line }) => (severity === 'error' ? [line] : []))).size;

  const assertList = (rows: readonly Record<string, string>[], startups: SecretaryFile, investors: SecretaryFile) => {
    const [left, right] = [startups, investors].map((file) => new Set(willing(file).map(({ id }) => id)));
    for (const [i, row] of rows.entries()) {
      expect(left).toContain(row.startup);
      expect(right).toContain(row.investor);
      const before = rows[i - 1];
      if (before && before.startup === row.startup) {
        expect(Number(row.rank)).toBe(Number(before.rank) + 1);
        expect(Number(row.score)).toBeLessThanOrEqual(Number(before.score));
      } else {
        expect(row.rank).toBe('1');
        if (before) expect(Buffer.compare(Buffer.from(before.startup ?? ''), Buffer.from(row.startup ?? ''))).toBe(-1);
      }
    }
    expect(Math.max(...rows.map(({ rank }) => Number(rank)))).toBe(10);
  };

  test.each(['utf-8', 'windows-1254', 'windows-1251'] as const)(
    'in %s are all read and matched',
    async (variant: Variant) => {
      const { startups, investors } = secretaryFiles({ variant, startups: STARTUPS, investors: INVESTORS });
      const tools = { model: { embedder: hashEmbedder() }, now: () => new Date(2026, 10, 27) };
      const { exit, rows, summary } = await match(startups, investors, tools);
      expect(exit).toBe(EXIT.findings);
      expect(summary).toMatchObject({
        startups: willing(startups).length,
        investors: willing(investors).length,
        leftOut: leftOut(startups) + leftOut(investors),
      });
      assertList(rows, startups, investors);
    },
  );

  test('with the model: every startup with somebody who may fund it has a list, and the report is small', async () => {
    const { startups, investors } = secretaryFiles({ startups: STARTUPS, investors: INVESTORS });
    const { rows, summary } = await match(startups, investors);
    assertList(rows, startups, investors);
    expect(new Set(rows.map(({ startup }) => startup)).size).toBe(willing(startups).length - summary.unmatched);
    expect(summary.textsPerSecond).toBeGreaterThan(0);
    expect((await stat(join(cwd, 'r.html'))).size).toBeLessThan(2_000_000);
  });
});
