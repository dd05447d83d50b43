/** One round of applications. Days are ISO dates in UTC; one that is not given is not known. */
export interface Call {
  /** Unlike that of the other calls of its programme; without semicolon and line break. */
  readonly name: string;
  /** The first day on which applications are taken; not given: it is open already. */
  readonly opensOn?: string | undefined;
  /** The last day on which they are; not given: until further notice. */
  readonly closesOn?: string | undefined;
  /** The day on which its cohort begins. */
  readonly startsOn?: string | undefined;
  /** How many can be admitted; not given: no limit. */
  readonly capacity?: number | undefined;
}

type Dates = Pick<Call, 'opensOn' | 'closesOn'>;

/** Whether applications are taken on a day (ISO date): from the first day to the last, both included. */
export const isOpen = ({ opensOn, closesOn }: Dates, day: string): boolean =>
  (opensOn === undefined || opensOn <= day) && (closesOn === undefined || day <= closesOn);
