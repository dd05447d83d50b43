import type { ApplicationWords } from './words.ts';

export const uz: ApplicationWords = {
  mine: 'Arizalaringiz',
  none: 'Siz hozircha hech bir dasturga ariza bermagansiz.',
  open: 'Ochiq qabullar',
  noOpen: 'Hozir ariza qabul qilayotgan va profilingizga mos dastur yo‘q.',
  loading: 'Arizalar va qabullar yuklanmoqda…',
  error: { title: 'Arizalarni yuklab bo‘lmadi', hint: 'Birozdan so‘ng qayta urinib ko‘ring.' },
  idle: { title: 'Hozircha ariza yo‘q', hint: 'Profilingiz kiritilganda shu yerda ko‘rinadi.' },
  hidden: 'Endi ko‘rsatilmaydigan dastur',
  states: {
    applied: 'Ariza berildi',
    admitted: 'Qabul qilindi',
    declined: 'Qabul qilinmadi',
    withdrawn: 'Qaytarib olindi',
    alumni: 'Bitiruvchi',
  },
  facts: { call: 'Qabul', stage: 'Bosqich', applied: 'Ariza berilgan sana', changed: 'So‘nggi o‘zgarish' },
  history: 'Tarixi',
  actions: { apply: 'Ariza berish', withdraw: 'Qaytarib olish' },
  again: 'Qayta ariza berish',
  done: { apply: 'Siz ariza berdingiz', withdraw: 'Siz qaytarib oldingiz' },
  withdrawHint: {
    applied: 'Arizangiz yopiladi. Qabul ochiq ekan, qayta ariza bera olasiz.',
    admitted: 'Siz dasturdagi o‘rningizdan voz kechasiz.',
  },
  calls: 'Qabullar',
  lastDay: 'Oxirgi kun',
  noLastDay: 'Keyingi e’longacha ochiq',
  firstDay: 'Birinchi kun',
  noCall: 'Bu dasturning ochiq qabuli haqida ma’lumot yo‘q.',
  elsewhere: 'Bu dastur boshqa xabga tegishli. Buning o‘rniga tanishuv so‘rang.',
  refused: {
    closed: 'Bu qabulga hozir ariza berib bo‘lmaydi.',
    already: 'Siz bu qabulga allaqachon ariza bergansiz.',
    moved: 'Bu ariza shu orada o‘zgardi, endi uni qaytarib olib bo‘lmaydi.',
  },
};
