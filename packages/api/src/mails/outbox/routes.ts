import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import {
  mailPageSchema,
  mailQuerySchema,
  mailSchema,
  mailSettingsInputSchema,
  mailSettingsViewSchema,
  mailWithContentSchema,
  testMailSchema,
} from '@kopru/sdk/schema';
import type { AppEnv } from '../../env.ts';
import { idParam, jsonBody, jsonContent } from '../../lib/openapi.ts';
import { access } from '../../middleware/access.ts';
import { setSettings, settingsOf } from '../settings/service.ts';
import { findMail, sendAgain, sendTest } from './service.ts';
import { listMails } from './store.ts';

/** How a hub's mail goes out, and its outbox. */
export function mountMails(app: OpenAPIHono<AppEnv>): void {
  const tags = ['mails'];
  const READ = access({ secret: 'hub:read' });
  const WRITE = access({ secret: 'hub:write' });

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/mails/settings',
      operationId: 'get_mail_settings',
      tags,
      ...READ,
      summary: 'Read how the hub’s mail goes out',
      responses: { 200: jsonContent(mailSettingsViewSchema, 'The settings, with what has its default') },
    }),
    async (c) => c.json(await settingsOf(c), 200),
  );

  app.openapi(
    createRoute({
      method: 'put',
      path: '/v1/mails/settings',
      operationId: 'set_mail_settings',
      tags,
      ...WRITE,
      summary: 'Set how the hub’s mail goes out',
      description:
        'As a whole: what is left out has its default. Only the password of the SMTP server stays where it is left out. With `enabled` false nothing goes out from now on, and what is due waits.',
      request: { body: jsonBody(mailSettingsInputSchema) },
      responses: { 200: jsonContent(mailSettingsViewSchema, 'The settings as they are now') },
    }),
    async (c) => c.json(await setSettings(c, c.req.valid('json')), 200),
  );

  app.openapi(
    createRoute({
      method: 'post',
      path: '/v1/mails/test',
      operationId: 'send_test_mail',
      tags,
      ...WRITE,
      summary: 'Send a test',
      description: 'To an address of the staff, at most 20 in a day.',
      request: { body: jsonBody(testMailSchema) },
      responses: { 202: jsonContent(mailSchema, 'The mail, which is on its way') },
    }),
    async (c) => c.json(await sendTest(c, c.req.valid('json')), 202),
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/mails',
      operationId: 'list_mails',
      tags,
      ...READ,
      summary: 'List the outbox',
      description: 'Newest first, for 90 days, without what the mails say.',
      request: { query: mailQuerySchema },
      responses: { 200: jsonContent(mailPageSchema, 'A page of mails') },
    }),
    async (c) => c.json(await listMails(c.get('db'), c.get('hub').id, c.req.valid('query')), 200),
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/mails/{id}',
      operationId: 'get_mail',
      tags,
      ...READ,
      summary: 'Read a mail',
      request: { params: idParam },
      responses: { 200: jsonContent(mailWithContentSchema, 'The mail, with what it says while that is kept') },
    }),
    async (c) => c.json(await findMail(c, c.req.valid('param').id), 200),
  );

  app.openapi(
    createRoute({
      method: 'post',
      path: '/v1/mails/{id}/send',
      operationId: 'send_mail_again',
      tags,
      ...WRITE,
      summary: 'Send a mail again',
      description: 'One that is dead or uncertain. Of an uncertain one the reader may then have two.',
      request: { params: idParam },
      responses: { 202: jsonContent(mailSchema, 'The mail, which is due now') },
    }),
    async (c) => c.json(await sendAgain(c, c.req.valid('param').id), 202),
  );
}
