import { tr as bar } from '../filters/tr.ts';
import { tr as market } from '../market-entry/tr.ts';
import type { MoreWords } from './words.ts';

export const tr: MoreWords = {
  bar,
  market,
  nearMisses: 'Kıl payı kaçanlar',
  nearMissesHint: 'Söyledikleri birbirine yakın, ancak belirtilen bir sınır eşleşmeyi engelliyor.',
  keptOut: 'Engelleyen',
  changes: 'Engeli kaldıracak değişiklik',
  otherLimits: { pass: 'Uygun', unknown: 'Belirtilmemiş' },
  gates: { status: 'Etkin profil', consent: 'Onay' },
  makingHint:
    'Her tarafın toplamı, göstergelerin ağırlıklı ortalamasıdır; puan, iki toplamın geometrik ortalamasıdır. Belirtilmeyen bilgi yarım sayılır.',
  signal: 'Gösterge',
  fit: 'Uyum',
  weight: {
    startup: 'Girişim için ağırlık',
    investor: 'Yatırımcı için ağırlık',
    expert: 'Uzman için ağırlık',
    need: 'İhtiyaç için ağırlık',
    lab: 'Laboratuvar için ağırlık',
    programme: 'Program için ağırlık',
    patent: 'Patent için ağırlık',
    offer: 'Teklif için ağırlık',
  },
  total: 'Toplam',
  message: 'Mesajınız',
  messageHint: 'Karşı taraf kabul edince iletişim bilgileri iki tarafa da gösterilir.',
  send: 'İsteği gönder',
  passHint: 'Karşı tarafa bildirilmez.',
};
