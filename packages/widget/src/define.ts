/**
 * Registers every element under its own name.
 *
 * @module
 */
import './introductions/introductions-element-define.ts';
import './matches/matches-element-define.ts';
