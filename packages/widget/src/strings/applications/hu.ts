import type { ApplicationWords } from './words.ts';

export const hu: ApplicationWords = {
  mine: 'Az Ön jelentkezései',
  none: 'Ön még egyetlen programra sem jelentkezett.',
  open: 'Nyitott felhívások',
  noOpen: 'Jelenleg nincs olyan jelentkezéseket fogadó program, amely illik a profiljához.',
  loading: 'Jelentkezések és felhívások betöltése…',
  error: { title: 'A jelentkezéseket nem sikerült betölteni', hint: 'Próbálja újra kicsit később.' },
  idle: { title: 'Még nincs jelentkezés', hint: 'Itt jelennek meg, amint a profilja elkészült.' },
  hidden: 'Egy már nem látható program',
  states: {
    applied: 'Jelentkezett',
    admitted: 'Felvételt nyert',
    declined: 'Nem nyert felvételt',
    withdrawn: 'Visszavonva',
    alumni: 'Alumnus',
  },
  facts: { call: 'Felhívás', stage: 'Szakasz', applied: 'Jelentkezés napja', changed: 'Utolsó változás' },
  history: 'Előzmények',
  actions: { apply: 'Jelentkezés', withdraw: 'Jelentkezés visszavonása' },
  again: 'Jelentkezés újra',
  done: { apply: 'Ön jelentkezett', withdraw: 'Ön visszavonta' },
  withdrawHint: {
    applied: 'A jelentkezése lezárul. Amíg a felhívás nyitva van, újra jelentkezhet.',
    admitted: 'Lemond a programban elnyert helyéről.',
  },
  calls: 'Felhívások',
  lastDay: 'Utolsó nap',
  noLastDay: 'Visszavonásig nyitva',
  firstDay: 'Első nap',
  noCall: 'Ez a program nem közöl nyitott felhívást.',
  elsewhere: 'Ez a program egy másik hubé. Jelentkezés helyett kérjen bemutatást.',
  refused: {
    closed: 'Erre a felhívásra most nem lehet jelentkezni.',
    already: 'Ön már jelentkezett erre a felhívásra.',
    moved: 'Ez a jelentkezés időközben megváltozott, már nem vonható vissza.',
  },
};
