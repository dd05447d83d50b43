/**
 * Registers every element under its own name.
 *
 * @module
 */
import './matches/matches-element-define.ts';
