import { readdirSync, readFileSync } from 'node:fs';
import { scoreOf } from '@kopru/sdk/engine';
import ts from 'typescript';
import { describe, expect, it, vi } from 'vitest';
import { compareMethods } from './market.ts';
import { gini, measure } from './measure.ts';
import { engineScores, fairLists, pureLists, rankPairs } from './methods.ts';
import { MARKET, TOP } from './parameters.ts';
import { simulate } from './simulate.ts';

/** The engine's rerank, which a test may put another in place of. */
const { rerank } = vi.hoisted(() => ({
  rerank: { replacement: undefined as undefined | ((list: unknown[]) => unknown[]) },
}));
vi.mock('@kopru/sdk/engine', async (original) => {
  const engine = await original<typeof import('@kopru/sdk/engine')>();
  return {
    ...engine,
    rerank: (...args: Parameters<typeof engine.rerank>) =>
      rerank.replacement ? rerank.replacement([...args[0]]) : engine.rerank(...args),
  };
});

const small = { ...MARKET, startups: 120, investors: 30 };

describe('the lists of the market evaluation', () => {
  it('are what the rerank of the engine returns, and nothing else orders them', () => {
    const ranking = rankPairs(simulate(small, 1), engineScores(simulate(small, 1)));
    const positions = (list: readonly { position: number }[]) => list.map(({ position }) => position);
    // An order that no rerank of the evaluation's own would come to by itself.
    rerank.replacement = (list) => list.toReversed();
    const lists = fairLists(ranking);
    rerank.replacement = undefined;
    expect(lists.startups).toEqual(ranking.startups.map((list) => positions(list.toReversed()).slice(0, TOP)));
    expect(lists.investors).toEqual(ranking.investors.map((list) => positions(list.toReversed()).slice(0, TOP)));
  });

  it.each(['market', 'reciprocal'])(
    'come from the one rerank: eval/%s defines none, and imports it from the engine alone',
    (folder) => {
      const directory = new URL(`../${folder}/`, import.meta.url);
      const files = readdirSync(directory).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
      const sources = files.map((name) =>
        ts.createSourceFile(name, readFileSync(new URL(name, directory), 'utf8'), ts.ScriptTarget.Latest, true),
      );
      const importedFrom: string[] = [];
      const defined: string[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isImportDeclaration(node) && /\brerank\b/.test(node.importClause?.getText() ?? ''))
          importedFrom.push((node.moduleSpecifier as ts.StringLiteral).text);
        if (
          (ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node)) &&
          /rerank|diversify/i.test(node.name?.getText() ?? '') &&
          !/^reranked$/.test(node.name?.getText() ?? '')
        )
          defined.push(node.name?.getText() ?? '');
        ts.forEachChild(node, visit);
      };
      for (const source of sources) visit(source);
      expect(importedFrom).toEqual(['@kopru/sdk/engine']);
      expect(defined).toEqual([]);
    },
  );

  it('at fairness 0 are the pure ranking', () => {
    const simulated = simulate(small, 2);
    const ranking = rankPairs(simulated, engineScores(simulated));
    expect(fairLists(ranking, 0)).toEqual(pureLists(ranking));
  });

  it('are ordered by the score of the engine', () => {
    const simulated = simulate(small, 3);
    const scores = engineScores(simulated);
    for (const k of [0, 7, 500]) {
      const side = (value: number | undefined, startup: number, investor: number) => ({
        value: value as number,
        weights: { startup, investor },
      });
      const { forStartup, forInvestor } = simulated.seen;
      expect(scores[k]).toBeCloseTo(scoreOf([side(forStartup[k], 1, 0), side(forInvestor[k], 0, 1)]), 4);
    }
  });
});

describe('the simulated market', () => {
  it('follows from its seed', () => {
    expect(simulate(small, 4)).toEqual(simulate(small, 4));
    expect(simulate(small, 4).truth.forStartup).not.toEqual(simulate(small, 5).truth.forStartup);
  });

  it('lets each accept its share of the other side', () => {
    const { truth } = simulate(small, 6);
    const accepted = (marks: Uint8Array) => marks.reduce((sum, mark) => sum + mark, 0);
    expect(accepted(truth.startupAccepts)).toBe(120 * 6);
    expect(accepted(truth.investorAccepts)).toBe(30 * 12);
  });

  it('spreads exposure, and finds more mutual matches than cosine and chance', () => {
    const { ours, off, cosine, random } = compareMethods(simulate({ ...MARKET, startups: 400, investors: 80 }, 1), 1);
    expect(ours.gini).toBeLessThan(off.gini);
    expect(ours.gini).toBeLessThan(cosine.gini);
    expect(ours.mutualTop10).toBeGreaterThan(cosine.mutualTop10);
    expect(cosine.mutualTop10).toBeGreaterThan(random.mutualTop10);
  });
});

describe('the measures', () => {
  it('count a match only where both list and both accept each other', () => {
    const truth = {
      forStartup: Float32Array.of(0.64, 0.5, 0.5, 0.5),
      forInvestor: Float32Array.of(0.36, 0.5, 0.5, 0.5),
      startupAccepts: Uint8Array.of(1, 1, 1, 1),
      investorAccepts: Uint8Array.of(1, 0, 1, 1),
    };
    const seen = { ...simulate(small, 1).seen };
    // Startup 0 lists both investors; startup 1 none. Investor 0 lists startup 0 second, investor 1 lists it first.
    const outcome = measure(
      { startups: 2, investors: 2, truth, seen },
      { startups: [[0, 1], []], investors: [[1, 0], [0]] },
    );
    // Pair (0, 0) only: investor 1 does not accept startup 0, and startup 1 does not list investor 0.
    expect(outcome.mutualTop10).toBe(2 / 4);
    expect(outcome.utility).toBeCloseTo(0.48 / 2, 6);
    expect(outcome.patientUtility).toBeCloseTo(0.48, 6);
    expect(outcome.listedUtility).toBeCloseTo(0.48 + 0.5 + 0.5 + 0.48 + 0.5, 6);
  });

  it('know even and uneven shares', () => {
    expect(gini([5, 5, 5, 5])).toBeCloseTo(0);
    expect(gini([0, 0, 0, 8])).toBeCloseTo(0.75);
    expect(gini([1, 3])).toBeCloseTo(0.25);
    expect(gini([0, 0])).toBe(0);
  });
});
