import type { ApplicationWords } from './words.ts';

export const en: ApplicationWords = {
  mine: 'Your applications',
  none: 'You have not applied to a programme yet.',
  open: 'Open calls',
  noOpen: 'No programme that takes applications matches your profile now.',
  loading: 'Loading applications and calls…',
  error: { title: 'The applications could not be loaded', hint: 'Try again in a moment.' },
  idle: { title: 'No applications yet', hint: 'They appear here once your profile is in.' },
  hidden: 'A programme that is no longer shown',
  states: {
    applied: 'Applied',
    admitted: 'Admitted',
    declined: 'Not admitted',
    withdrawn: 'Withdrawn',
    alumni: 'Alumni',
  },
  facts: { call: 'Call', stage: 'Stage', applied: 'Applied on', changed: 'Last change' },
  history: 'History',
  actions: { apply: 'Apply', withdraw: 'Withdraw' },
  again: 'Apply again',
  done: { apply: 'You applied', withdraw: 'You withdrew it' },
  withdrawHint: {
    applied: 'Your application ends. While the call is open you can apply again.',
    admitted: 'You give up your place in the programme.',
  },
  calls: 'Calls',
  lastDay: 'Last day',
  noLastDay: 'Open until further notice',
  firstDay: 'First day',
  noCall: 'This programme tells of no open call.',
  elsewhere: 'This programme belongs to another hub. Ask for an introduction to it instead.',
  refused: {
    closed: 'This call takes no applications now.',
    already: 'You have already applied to this call.',
    moved: 'This application has changed meanwhile and cannot be withdrawn any more.',
  },
};
