/**
 * The tables that are exported as they are, without hashes and secrets.
 *
 * @module
 */
import { tableExporter } from '../lib/exporter.ts';

export const keyExporter = tableExporter({
  type: 'key',
  from: 'keys',
  key: ['id'],
  data: `json_object('id', id, 'kind', kind, 'name', name, 'hint', hint, 'scopes', json(scopes), 'origins', json(origins),
    'createdAt', created_at, 'lastUsedAt', last_used_at, 'expiresAt', expires_at, 'revokedAt', revoked_at)`,
});

export const tokenKeyExporter = tableExporter({
  type: 'token-key',
  from: 'token_keys',
  key: ['kid'],
  data: "json_object('kid', kid, 'alg', alg, 'createdAt', created_at)",
});

export const webhookExporter = tableExporter({
  type: 'webhook',
  from: 'endpoints',
  key: ['id'],
  data: `json_object('id', id, 'url', url, 'description', description, 'events', json(events), 'status', status,
    'createdAt', created_at, 'updatedAt', updated_at)`,
});

export const consentExporter = tableExporter({
  type: 'consent',
  from: 'consents',
  key: ['id'],
  data: `json_object('id', id, 'profile', json_object('kind', kind, 'id', profile_id), 'purpose', purpose,
    'hubs', json(hubs), 'releaseText', json(iif(release_text, 'true', 'false')),
    'text', json_object('version', text_version, 'language', text_language), 'givenBy', given_by, 'method', method,
    'givenAt', given_at, 'recordedAt', recorded_at, 'withdrawnAt', withdrawn_at)`,
  about: 'kind = ?2 AND profile_id = ?3',
});

export const agreementExporter = tableExporter({
  type: 'agreement',
  from: `(SELECT *, proposer AS hub_id FROM agreements UNION ALL SELECT *, partner AS hub_id FROM agreements)`,
  key: ['id'],
  data: `json_object('id', id, 'proposer', proposer, 'partner', partner, 'countries', json(countries),
    'kinds', json(kinds), 'proposedAt', proposed_at, 'acceptedAt', accepted_at, 'endedAt', ended_at)`,
});

export const corridorExporter = tableExporter({
  type: 'corridor-subscription',
  from: 'corridor_subscriptions',
  key: ['country'],
  data: "json_object('country', country, 'createdAt', created_at)",
});
