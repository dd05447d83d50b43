/**
 * Conditional requests (RFC 9110, section 13) on things with a strong entity tag.
 *
 * @module
 */
import { z } from '@hono/zod-openapi';
import { ApiError } from '../errors.ts';

/** `If-Match` as the OpenAPI document shows it. */
export const ifMatchHeader = z.object({
  'if-match': z
    .string()
    .optional()
    .meta({ description: 'ETag of the state that the write is meant for; another state answers 412', example: '"17"' }),
});

/** `If-None-Match` as the OpenAPI document shows it. */
export const ifNoneMatchHeader = z.object({
  'if-none-match': z
    .string()
    .optional()
    .meta({ description: 'ETag of the state at hand; the same answers 304', example: '"17"' }),
});

/**
 * Refuses a write whose `If-Match` names another state than the current one.
 *
 * @param header of the request; undefined: no condition.
 * @param etag of the current state; undefined when there is none.
 * @throws {ApiError} `precondition_failed`
 */
export function assertMatch(header: string | undefined, etag: string | undefined): void {
  if (header === undefined) return;
  // Strong comparison: a weak tag equals nothing.
  if (etag !== undefined && (header.trim() === '*' || tags(header).includes(etag))) return;
  throw new ApiError('precondition_failed', 'If-Match names another state than the current one; read it again.');
}

/** Whether `If-None-Match` names the current state, weakly compared. */
export const isUnmodified = (header: string | undefined, etag: string): boolean =>
  header !== undefined && (header.trim() === '*' || tags(header).some((tag) => tag.replace(/^W\//, '') === etag));

/** The tags of a list; what is no tag is passed over, and so equals nothing. */
const tags = (header: string): string[] => header.match(/(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g) ?? [];
