import type { ApplicationWords } from './words.ts';

export const tk: ApplicationWords = {
  mine: 'Ýüztutmalaryňyz',
  none: 'Heniz hiç bir maksatnama ýüz tutmadyňyz.',
  open: 'Açyk kabul edişler',
  noOpen: 'Häzir arza kabul edýän we profiliňize gabat gelýän maksatnama ýok.',
  loading: 'Ýüztutmalar we kabul edişler ýüklenýär…',
  error: { title: 'Ýüztutmalary ýükläp bolmady', hint: 'Biraz soňra gaýtadan synanyşyň.' },
  idle: { title: 'Heniz ýüztutma ýok', hint: 'Profiliňiz girizilende şu ýerde görüner.' },
  hidden: 'Mundan beýläk görkezilmeýän maksatnama',
  states: {
    applied: 'Ýüz tutuldy',
    admitted: 'Kabul edildi',
    declined: 'Kabul edilmedi',
    withdrawn: 'Yzyna alyndy',
    alumni: 'Uçurym',
  },
  facts: { call: 'Kabul ediş', stage: 'Tapgyr', applied: 'Ýüz tutulan güni', changed: 'Soňky üýtgeşme' },
  history: 'Taryhy',
  actions: { apply: 'Ýüz tut', withdraw: 'Yzyna al' },
  again: 'Gaýtadan ýüz tut',
  done: { apply: 'Ýüz tutduňyz', withdraw: 'Yzyna aldyňyz' },
  withdrawHint: {
    applied: 'Ýüztutmaňyz ýapylýar. Kabul ediş açyk wagty gaýtadan ýüz tutup bilersiňiz.',
    admitted: 'Maksatnamadaky ornuňyzdan el çekýärsiňiz.',
  },
  calls: 'Kabul edişler',
  lastDay: 'Soňky güni',
  noLastDay: 'Indiki habara çenli açyk',
  firstDay: 'Ilkinji güni',
  noCall: 'Bu maksatnamanyň açyk kabul edişi barada maglumat ýok.',
  elsewhere: 'Bu maksatnama başga merkeze degişli. Onuň ýerine tanyşlyk soraň.',
  refused: {
    closed: 'Bu kabul edişe häzir ýüz tutup bolmaýar.',
    already: 'Siz bu kabul edişe eýýäm ýüz tutduňyz.',
    moved: 'Bu ýüztutma şu aralykda üýtgedi, indi ony yzyna alyp bolmaýar.',
  },
};
