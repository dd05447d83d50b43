import type { IntroductionWords } from './words.ts';

export const tk: IntroductionWords = {
  boxes: { received: 'Gelenler', sent: 'Iberilenler' },
  none: {
    received: 'Heniz hiç kim siziň bilen tanyşlyk soramady.',
    sent: 'Siz heniz hiç kimden tanyşlyk soramadyňyz.',
  },
  loading: 'Tanyşlyk haýyşlary ýüklenýär…',
  error: { title: 'Tanyşlyk haýyşlaryny ýükläp bolmady', hint: 'Biraz soňra gaýtadan synanyşyň.' },
  idle: { title: 'Heniz tanyşlyk haýyşy ýok', hint: 'Profiliňiz girizilende şu ýerde görüner.' },
  waiting: { received: 'Jogabyňyza garaşýar', sent: 'Jogaba garaşylýar' },
  states: { accepted: 'Kabul edildi', declined: 'Ret edildi', expired: 'Möhleti geçdi', withdrawn: 'Yzyna alyndy' },
  dates: { created: 'Soralan güni', expires: 'Jogabyň soňky güni', decided: 'Ýapylan güni' },
  actions: { accept: 'Kabul et', decline: 'Ret et', withdraw: 'Yzyna al', block: 'Petikle' },
  done: {
    accept: 'Kabul etdiňiz',
    decline: 'Ret etdiňiz',
    withdraw: 'Yzyna aldyňyz',
    block: 'Bu profili petiklediňiz',
  },
  message: 'Habar',
  declineHint: 'Sebäbi diňe sizde we merkeziňizde galýar. Beýleki tarap ony bilmeýär.',
  declineReasons: {
    not_a_fit: 'Laýyk däl',
    too_early: 'Gaty ir',
    too_late: 'Gaty giç',
    no_capacity: 'Häzir wagt ýok',
    already_in_touch: 'Eýýäm aragatnaşykda',
    other: 'Başga sebäp',
  },
  blockHint: 'Bu profiliň haýyşlary mundan beýläk size gelmez. Oňa habar berilmeýär.',
  contacts: 'Aragatnaşyk maglumatlary',
  showContacts: 'Aragatnaşyk maglumatlaryny görkez',
  noContacts: 'Aragatnaşyk maglumatlary berilmedik ýa-da mundan beýläk görkezip bolmaýar.',
  contact: { name: 'Ady', email: 'E-poçta', phone: 'Telefon' },
  hidden: 'Mundan beýläk görkezilmeýän profil',
};
