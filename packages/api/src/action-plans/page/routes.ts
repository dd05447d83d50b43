/**
 * The public pages of action plans, without a key and outside `/v1`.
 *
 * @module
 */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { isLocale, type Locale } from '@kopru/sdk/strings';
import type { Context } from 'hono';
import type { AppEnv } from '../../env.ts';
import { ApiError } from '../../errors.ts';
import { findOpenHub } from '../../hubs/store.ts';
import { brandOf } from '../../mails/context.ts';
import { answerPage } from '../../mails/pages/layout.ts';
import { localeFrom } from '../../mails/pages/locale.ts';
import { readMailSettings } from '../../mails/settings/store.ts';
import { limitNetwork } from '../../middleware/rate-limit.ts';
import { session } from '../../middleware/session.ts';
import { withStates } from '../states.ts';
import { getActionPlan } from '../store.ts';
import { planCalendar, planCsv } from './files.ts';
import { planView } from './view.ts';

export function mountActionPlanPages(app: OpenAPIHono<AppEnv>): void {
  app.use('/action-plans/*', limitNetwork, session);
  app.get('/action-plans/:hub/:file', async (c) => {
    const [, id = '', ending = ''] = /^([a-z0-9-]+)(?:\.(csv|json|ics))?$/.exec(c.req.param('file')) ?? [];
    const db = c.get('db');
    const hub = await findOpenHub(db, c.req.param('hub'));
    const stored = hub && (await getActionPlan(db, hub.id, id));
    // One answer for what is not there and what is not public.
    if (!hub || !stored?.plan.isPublic)
      throw new ApiError('not_found', 'There is no public action plan at this address.');
    const plan = await withStates(db, hub.id, stored, 'public', new Date());
    const lang = localeOf(c);
    c.header('cache-control', 'public, max-age=300');
    c.header('vary', 'accept-language');
    switch (ending) {
      case 'csv':
        return c.body(planCsv(plan, lang), 200, { 'content-type': 'text/csv; charset=utf-8' });
      case 'json':
        return c.json(plan, 200);
      case 'ics':
        return c.body(planCalendar(plan, hub.id, lang, c.env.KOPRU_DEPLOYMENT), 200, {
          'content-type': 'text/calendar; charset=utf-8',
        });
      default:
        return answerPage(
          c,
          { lang, brand: brandOf(hub, await readMailSettings(db, hub.id)) },
          planView(plan, lang, `/action-plans/${hub.id}/${id}`),
        );
    }
  });
}

function localeOf(c: Context<AppEnv>): Locale {
  const asked = c.req.query('lang') ?? '';
  return isLocale(asked) ? asked : localeFrom(c.req.header('accept-language'));
}
