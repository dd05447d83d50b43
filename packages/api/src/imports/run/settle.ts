import { type EmbeddedProfile, type Embedder, EmbedderError, embedProfiles, validateProfile } from '@kopru/sdk/engine';
import { type ImportIssue, KINDS, type Profile } from '@kopru/sdk/schema';
import type { Actor } from '../../audit/record.ts';
import type { Queryable } from '../../lib/queryable.ts';
import { type Model, prepareProfile, sameTexts } from '../../profiles/service.ts';
import { type PreparedProfile, writeStatements } from '../../profiles/write-store.ts';
import type { Outcome, StoredImport } from '../store.ts';
import { failedRow } from '../upload/row.ts';
import { currentProfiles, settleRows, stillCurrent, type WaitingRow } from './store.ts';

interface ValidRow {
  readonly line: number;
  readonly prepared: PreparedProfile;
}

/**
 * Writes rows as profiles, as `PUT` would, each id once. It is done or not done as a whole.
 *
 * @throws when what was read has changed meanwhile, see `isGuardFailure`.
 */
export async function settle(
  db: Queryable,
  stored: StoredImport,
  model: Model,
  actor: Actor,
  rows: readonly WaitingRow[],
  clock: () => Date,
): Promise<void> {
  const { hub_id: hubId, kind } = stored;
  const outcomes: Record<Outcome, number> = { imported: 0, unchanged: 0, superseded: 0, failed: 0 };
  const issues: ImportIssue[] = [];
  const valid: ValidRow[] = [];
  for (const { line, last, profile_id, body } of rows) {
    if (last > line) {
      outcomes.superseded++;
      const message = `left out, since line ${last} has the same id`;
      issues.push({ line, level: 'warning', path: '/id', rule: 'superseded', message });
      continue;
    }
    const result = validateProfile(kind, JSON.parse(body));
    if (result.ok) valid.push({ line, prepared: prepareProfile(kind, profile_id, result.value as Profile) });
    else issues.push(...failedRow(line, result.issues).issues);
  }
  const ids = valid.map(({ prepared }) => prepared.normal.id);
  const current = await currentProfiles(db, hubId, kind, ids, model.id);
  const changed = valid.filter(({ prepared }) => {
    const old = current.get(prepared.normal.id);
    return !old || JSON.stringify(old.profile) !== prepared.body;
  });
  outcomes.unchanged = valid.length - changed.length;

  const stale = changed.filter(({ prepared }) => {
    const old = current.get(prepared.normal.id);
    return !old || !sameTexts(old, prepared);
  });
  const vectors = stale.length > 0 ? await embedRows(stale, await model.load()) : new Map();
  const ready: PreparedProfile[] = [];
  for (const row of changed) {
    const embedded = vectors.get(row);
    if (embedded === null) {
      const message = 'holds no word that can be matched';
      issues.push(...failedRow(row.line, [{ path: `/${KINDS[kind].text}`, rule: 'has_word', message }]).issues);
    } else ready.push({ ...row.prepared, ...(embedded && { embedded }) });
  }
  outcomes.imported = ready.length;
  outcomes.failed = rows.length - outcomes.imported - outcomes.unchanged - outcomes.superseded;
  const lines = rows.map(({ line }) => line);
  const now = clock();
  await db.batch([
    stillCurrent(db, hubId, [...current.values()]),
    ...settleRows(db, stored, lines, outcomes, issues, now),
    ...writeStatements(db, hubId, actor, ready, now),
  ]);
}

/** The vectors of each row; null for a text that the schema lets through and the model cannot read. */
async function embedRows(
  rows: readonly ValidRow[],
  embedder: Embedder,
): Promise<Map<ValidRow, EmbeddedProfile | null>> {
  const embed = (some: readonly ValidRow[]) =>
    embedProfiles(
      some.map(({ prepared }) => prepared.normal),
      embedder,
    );
  const vectors = new Map<ValidRow, EmbeddedProfile | null>();
  const together = await embed(rows).catch(emptyText);
  for (const [i, row] of rows.entries()) {
    // One that cannot be read fails the batch; then each is embedded for itself.
    const alone = together ?? (await embed([row]).catch(emptyText));
    vectors.set(row, alone?.[together ? i : 0] ?? null);
  }
  return vectors;
}

function emptyText(error: unknown): undefined {
  if (!(error instanceof EmbedderError && error.code === 'text_empty')) throw error;
}
