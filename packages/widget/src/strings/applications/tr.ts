import type { ApplicationWords } from './words.ts';

export const tr: ApplicationWords = {
  mine: 'Başvurularınız',
  none: 'Henüz bir programa başvurmadınız.',
  open: 'Açık çağrılar',
  noOpen: 'Şu anda başvuru alan ve profilinizle eşleşen bir program yok.',
  loading: 'Başvurular ve çağrılar yükleniyor…',
  error: { title: 'Başvurular yüklenemedi', hint: 'Biraz sonra yeniden deneyin.' },
  idle: { title: 'Henüz başvuru yok', hint: 'Profiliniz eklendiğinde burada görünür.' },
  hidden: 'Artık gösterilmeyen bir program',
  states: {
    applied: 'Başvuruldu',
    admitted: 'Kabul edildi',
    declined: 'Kabul edilmedi',
    withdrawn: 'Geri çekildi',
    alumni: 'Mezun',
  },
  facts: { call: 'Çağrı', stage: 'Aşama', applied: 'Başvuru tarihi', changed: 'Son değişiklik' },
  history: 'Geçmiş',
  actions: { apply: 'Başvur', withdraw: 'Geri çek' },
  again: 'Yeniden başvur',
  done: { apply: 'Başvurdunuz', withdraw: 'Geri çektiniz' },
  withdrawHint: {
    applied: 'Başvurunuz sona erer. Çağrı açık olduğu sürece yeniden başvurabilirsiniz.',
    admitted: 'Programdaki yerinizden vazgeçiyorsunuz.',
  },
  calls: 'Çağrılar',
  lastDay: 'Son gün',
  noLastDay: 'İkinci bir duyuruya kadar açık',
  firstDay: 'İlk gün',
  noCall: 'Bu program açık bir çağrı bildirmiyor.',
  elsewhere: 'Bu program başka bir merkeze ait. Bunun yerine tanışma isteyin.',
  refused: {
    closed: 'Bu çağrı şu anda başvuru almıyor.',
    already: 'Bu çağrıya zaten başvurdunuz.',
    moved: 'Bu başvuru bu arada değişti; artık geri çekilemez.',
  },
};
