import { tableExporter } from '../lib/exporter.ts';

export const importExporter = tableExporter({
  type: 'import',
  from: 'imports',
  key: ['id'],
  data: `json_object('id', id, 'kind', kind, 'state', state, 'received', received, 'imported', imported,
    'unchanged', unchanged, 'superseded', superseded, 'failed', failed, 'createdAt', created_at,
    'startedAt', started_at, 'finishedAt', finished_at)`,
});

/** Rows that wait to become profiles. */
export const importRowExporter = tableExporter({
  type: 'import-row',
  from: '(SELECT i.hub_id, i.kind, r.* FROM import_rows r JOIN imports i ON i.id = r.import_id)',
  key: ['import_id', 'line'],
  data: `json_object('import', import_id, 'line', line, 'kind', kind, 'id', profile_id, 'profile', json(body))`,
  about: 'kind = ?2 AND profile_id = ?3',
});
