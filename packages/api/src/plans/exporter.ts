import { tableExporter } from '../lib/exporter.ts';

export const planExporter = tableExporter({
  type: 'plan',
  from: 'plans',
  key: ['id'],
  data: `json_object('id', id, 'name', name, 'state', state, 'slots', slots, 'tables', json(tables),
    'minScore', min_score, 'value', value, 'bound', bound, 'gap', gap, 'removed', removed,
    'createdAt', created_at, 'startedAt', started_at, 'finishedAt', finished_at)`,
});

export const planParticipantExporter = tableExporter({
  type: 'plan-participant',
  from: '(SELECT p.hub_id, t.* FROM plan_participants t JOIN plans p ON p.id = t.plan_id)',
  key: ['plan_id', 'number'],
  data: `json_object('plan', plan_id, 'kind', kind, 'id', profile_id, 'meetings', meetings, 'absent', json(absent))`,
  about: 'kind = ?2 AND profile_id = ?3',
});

const pairsOf = (table: string) =>
  `(SELECT p.hub_id, s.kind AS startup_kind, s.profile_id AS startup_id, i.kind AS investor_kind,
      i.profile_id AS investor_id, m.* FROM ${table} m
    JOIN plans p ON p.id = m.plan_id
    JOIN plan_participants s ON s.plan_id = m.plan_id AND s.number = m.startup
    JOIN plan_participants i ON i.plan_id = m.plan_id AND i.number = m.investor)`;

const pairs = {
  key: ['plan_id', 'startup', 'investor'],
  about: '((startup_kind = ?2 AND startup_id = ?3) OR (investor_kind = ?2 AND investor_id = ?3))',
};

/** Pairs that must not meet. */
export const planBlockedExporter = tableExporter({
  ...pairs,
  type: 'plan-blocked',
  from: pairsOf('plan_blocked'),
  data: "json_object('plan', plan_id, 'startup', startup_id, 'investor', investor_id)",
});

/** Meetings, and without a slot the pairs that found no place. */
export const planMeetingExporter = tableExporter({
  ...pairs,
  type: 'plan-meeting',
  from: pairsOf('plan_meetings'),
  data: `json_object('plan', plan_id, 'startup', startup_id, 'investor', investor_id, 'slot', slot, 'table', seat,
    'score', score)`,
});
