import { tk as bar } from '../filters/tk.ts';
import { tk as market } from '../market-entry/tk.ts';
import type { MoreWords } from './words.ts';

export const tk: MoreWords = {
  bar,
  market,
  nearMisses: 'Az salym gabat gelmedikler',
  nearMissesHint: 'Teksti ýakyn, ýöne görkezilen çäklendirmeleriň birine laýyk gelmeýär.',
  keptOut: 'Päsgelçilik',
  changes: 'Päsgelçiligi aýyrjak üýtgeşme',
  otherLimits: { pass: 'Laýyk', unknown: 'Görkezilmedik' },
  gates: { status: 'Işjeň profil', consent: 'Razylyk' },
  makingHint:
    'Her tarapyň jemi – görkezijileriň agramly ortaçasy; bal – iki jemiň geometrik ortaçasy. Görkezilmedik maglumat ýarym hasaplanýar.',
  signal: 'Görkeziji',
  fit: 'Laýyklyk',
  weight: {
    startup: 'Startap üçin agramy',
    investor: 'Maýadar üçin agramy',
    expert: 'Bilermen üçin agramy',
    need: 'Zerurlyk üçin agramy',
    lab: 'Barlaghana üçin agramy',
    programme: 'Maksatnama üçin agramy',
    patent: 'Patent üçin agramy',
    offer: 'Teklip üçin agramy',
  },
  total: 'Jemi',
  message: 'Habaryňyz',
  messageHint: 'Beýleki tarap kabul edende, aragatnaşyk maglumatlary iki tarapa-da görkezilýär.',
  send: 'Haýyşy iber',
  passHint: 'Bu barada beýleki tarapa habar berilmeýär.',
};
