import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What axe objects to in what a page shows: rule, place and what is wrong with it. It goes in by the debugger, which no
 * policy of the page keeps out.
 *
 * @param rules those that are tried. @default all that axe tries by itself
 */
export async function objections(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (values) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      // To describe all that is right takes as long again.
      resultTypes: ['violations'],
      ...(values && { runOnly: { type: 'rule', values } }),
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`),
    );
  }, rules);
}
