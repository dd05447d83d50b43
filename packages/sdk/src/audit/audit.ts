import type { z } from 'zod';
import type { Pages } from '../pages.ts';
import type { RequestOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { Query } from '../wire-types.ts';
import type { AuditEntry, auditPageSchema, auditQuerySchema } from './schema.ts';

/** Who did what, when, from where: `kopru.audit`. */
export class Audit extends Resource {
  /** The newest first. */
  list(
    query?: Query<typeof auditQuerySchema>,
    options?: RequestOptions,
  ): Pages<z.output<typeof auditPageSchema>, AuditEntry> {
    return this.transport.list('/v1/audit', query, options);
  }
}
