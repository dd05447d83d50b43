import { EmbedderError } from '@kopru/sdk/engine/embedder';
import { minisearch } from './baselines/minisearch.ts';
import { tfidf } from './baselines/tfidf.ts';
import { type EmbedTexts, embedOnce } from './embed.ts';
import { type EvaluationContext, InputError } from './evaluation.ts';
import {
  cosineScorer,
  type Figures,
  measure,
  type RetrievalSystem,
  type RetrievalTask,
  retrievalTask,
} from './retrieval.ts';
import { round } from './round.ts';
import type { LabelledText } from './texts.ts';

/** The peers that our embedder is compared with, by the name they have in the JSON. */
const BASELINES: Readonly<Record<string, RetrievalSystem>> = { minisearch, tfidf };

/** Our figure divided by that of a baseline; null where the baseline has 0. */
type Ratios = Readonly<Record<'map' | 'mrr' | 'p3' | 'ndcg10', number | null>>;

export interface Comparison extends Figures {
  /** Id of the embedder. */
  readonly model: string;
  readonly queries: number;
  readonly candidates: number;
  readonly topics: RetrievalTask['topics'];
  readonly baselines?: Readonly<Record<string, Figures>>;
  readonly ratios?: Readonly<Record<string, Ratios>>;
}

/**
 * Measures our embedder, and the baselines if asked, on the theses and startups of a file.
 *
 * @param file name shown in errors.
 * @throws {InputError} if no topic has both a thesis and a startup, or a text has nothing to embed.
 */
export async function compare(
  file: string,
  texts: readonly LabelledText[],
  options: { readonly baselines: boolean },
  { createEmbedder, progress }: EvaluationContext,
): Promise<Comparison> {
  const task = retrievalTask(texts);
  const { complete, withoutStartup, withoutThesis } = task.topics;
  if (complete === 0) throw new InputError(file, [{ line: 1, rule: 'no topic has both a thesis and a startup' }]);
  progress(`theses: ${task.queries.length}, startups: ${task.candidates.length}, topics with both: ${complete}`);
  if (withoutStartup > 0) progress(`topics without a startup, whose theses are left out: ${withoutStartup}`);
  if (withoutThesis > 0) progress(`topics without a thesis, whose startups no thesis seeks: ${withoutThesis}`);

  const embedder = await createEmbedder();
  const figures = await measureEmbedder(file, task, embedOnce(embedder, progress));
  const head = {
    ...round(figures),
    model: embedder.id,
    queries: task.queries.length,
    candidates: task.candidates.length,
    topics: task.topics,
  };
  if (!options.baselines) return head;

  const baselines: Record<string, Figures> = {};
  for (const [name, system] of Object.entries(BASELINES)) {
    progress(`measuring ${name}`);
    baselines[name] = measure(task, await system(textsOf(task.queries), textsOf(task.candidates)));
  }
  const ratios = Object.entries(baselines).map(([name, baseline]) => [name, ratiosOf(figures, baseline)]);
  return { ...head, baselines: round(baselines), ratios: round(Object.fromEntries(ratios)) };
}

async function measureEmbedder(file: string, task: RetrievalTask, embed: EmbedTexts): Promise<Figures> {
  const all = [...task.queries, ...task.candidates];
  const vectors = await embed(textsOf(all)).catch((error: unknown) => {
    const unreadable =
      error instanceof EmbedderError && error.code === 'text_empty' ? all[error.index ?? -1] : undefined;
    if (!unreadable) throw error;
    const issue = { line: unreadable.line, column: 'text', rule: 'has nothing that the model could read' };
    throw new InputError(file, [issue], { cause: error });
  });
  return measure(task, cosineScorer(vectors.slice(0, task.queries.length), vectors.slice(task.queries.length)));
}

function ratiosOf(ours: Figures, baseline: Figures): Ratios {
  const ratio = (metric: keyof Ratios) => (baseline[metric] === 0 ? null : ours[metric] / baseline[metric]);
  return { map: ratio('map'), mrr: ratio('mrr'), p3: ratio('p3'), ndcg10: ratio('ndcg10') };
}

const textsOf = (labelled: readonly LabelledText[]): string[] => labelled.map((t) => t.text);
