import { type Exporter, tableExporter } from '../lib/exporter.ts';

/** @param move SQL of the JSON object of a move */
const exporterWith = (move: string): Exporter =>
  tableExporter({
    type: 'application',
    from: 'applications',
    key: ['id'],
    data: `json_object('id', id, 'startup', startup_id, 'programme', programme_id, 'call', call, 'state', state,
      'stage', stage, 'raised', CASE WHEN raised_amount IS NULL THEN NULL ELSE
        json_object('amount', raised_amount, 'currency', raised_currency) END,
      'createdAt', created_at, 'updatedAt', updated_at,
      'moves', (SELECT json_group_array(${move})
        FROM (SELECT * FROM application_moves WHERE application_id = applications.id ORDER BY number)))`,
    about: "?2 = 'startup' AND startup_id = ?3",
  });

const ofHub = exporterWith("json_object('at', at, 'by', by_key, 'state', state, 'stage', stage)");

/**
 * An owner of a startup reads what became of its application, and not which key of the hub decided: as in the audit log.
 * That of a programme reads of no startup here that it may not be shown.
 */
export const applicationExporter: Exporter = {
  ...exporterWith("json_object('at', at, 'state', state, 'stage', stage)"),
  page: ofHub.page,
};
