/**
 * `@kopru/sdk/assign`: the meeting plan of a demo day, and the investors who fill a round together.
 *
 * @module
 */
export { type Assignment, type AssignOptions, assign, type Meeting } from './assign.ts';
export { AssignError, type AssignInput, checkInput, type Participant } from './market.ts';
export { fillRound, type Investment, type RoundInput, type RoundPlan } from './round.ts';
export type { RoundConditions, RoundInvestor, RoundRule } from './round-model.ts';
export { loadSolver, type Solver, SolverError, type SolverSource } from './solver.ts';
