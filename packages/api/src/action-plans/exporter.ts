import { tableExporter } from '../lib/exporter.ts';
import { VERSIONS_AT_ONCE } from './store.ts';

export const actionPlanExporter = tableExporter({
  type: 'action-plan',
  from: 'action_plans',
  key: ['id'],
  atOnce: VERSIONS_AT_ONCE,
  data: "json_object('id', id, 'version', version, 'plan', json(body), 'updatedAt', updated_at)",
});

export const actionPlanVersionExporter = tableExporter({
  type: 'action-plan-version',
  from: 'action_plan_versions',
  key: ['plan_id', 'version'],
  atOnce: VERSIONS_AT_ONCE,
  data: `json_object('plan', plan_id, 'version', version, 'body', json(body), 'by', json(actor), 'at', written_at)`,
});
