import { uz as bar } from '../filters/uz.ts';
import { uz as market } from '../market-entry/uz.ts';
import type { MoreWords } from './words.ts';

export const uz: MoreWords = {
  bar,
  market,
  nearMisses: 'Sal mos kelmaganlar',
  nearMissesHint: 'Matni yaqin, ammo ko‘rsatilgan cheklovlardan biriga to‘g‘ri kelmaydi.',
  keptOut: 'To‘siq',
  changes: 'To‘siqni bartaraf etadigan o‘zgarish',
  otherLimits: { pass: 'Mos', unknown: 'Ko‘rsatilmagan' },
  gates: { status: 'Faol profil', consent: 'Rozilik' },
  makingHint:
    'Har bir tomonning jami – ko‘rsatkichlarning vaznli o‘rtachasi; ball – ikki jamining geometrik o‘rtachasi. Ko‘rsatilmagan ma’lumot yarim hisoblanadi.',
  signal: 'Ko‘rsatkich',
  fit: 'Moslik',
  weight: {
    startup: 'Startap uchun vazni',
    investor: 'Investor uchun vazni',
    expert: 'Ekspert uchun vazni',
    need: 'Ehtiyoj uchun vazni',
    lab: 'Laboratoriya uchun vazni',
    programme: 'Dastur uchun vazni',
    patent: 'Patent uchun vazni',
    offer: 'Taklif uchun vazni',
  },
  total: 'Jami',
  message: 'Xabaringiz',
  messageHint: 'Boshqa tomon qabul qilgach, aloqa ma’lumotlari ikkalasiga ham ko‘rsatiladi.',
  send: 'So‘rovni yuborish',
  passHint: 'Bu haqda boshqa tomonga aytilmaydi.',
};
