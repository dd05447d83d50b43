/**
 * `@kopru/sdk/assign`: the meeting plan of a demo day.
 *
 * @module
 */
export { type Assignment, type AssignOptions, assign, type Meeting } from './assign.ts';
export { AssignError, type AssignInput, checkInput, type Participant } from './market.ts';
export { loadSolver, type Solver, SolverError, type SolverSource } from './solver.ts';
