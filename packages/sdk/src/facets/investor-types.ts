/** Who invests: a person, a fund, a company, or a public body. */
export const INVESTOR_TYPES = ['angel', 'fund', 'corporate', 'public'] as const;
export type InvestorTypeCode = (typeof INVESTOR_TYPES)[number];
