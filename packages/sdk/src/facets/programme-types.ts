/** What a programme of an innovation hub is. */
export const PROGRAMME_TYPES = ['incubation', 'acceleration', 'grant', 'course'] as const;
export type ProgrammeTypeCode = (typeof PROGRAMME_TYPES)[number];
