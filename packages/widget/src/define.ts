/**
 * Registers every element under its own name.
 *
 * @module
 */
import './applications/applications-element-define.ts';
import './co-investment/co-investment-element-define.ts';
import './corridors/corridors-element-define.ts';
import './introductions/introductions-element-define.ts';
import './market-entry/market-entry-element-define.ts';
import './matches/matches-element-define.ts';
import './neighbours/neighbours-element-define.ts';
import './profile/profile-element-define.ts';
import './search/search-element-define.ts';
