import { ky as bar } from '../filters/ky.ts';
import { ky as market } from '../market-entry/ky.ts';
import type { MoreWords } from './words.ts';

export const ky: MoreWords = {
  bar,
  market,
  nearMisses: 'Аз жерден дал келбегендер',
  nearMissesHint: 'Тексти жакын, бирок көрсөтүлгөн чектөөлөрдүн бирине туура келбейт.',
  keptOut: 'Тоскоол',
  changes: 'Тоскоолду жоё турган өзгөртүү',
  otherLimits: { pass: 'Туура келет', unknown: 'Көрсөтүлгөн эмес' },
  gates: { status: 'Активдүү профиль', consent: 'Макулдук' },
  makingHint:
    'Ар бир тараптын жыйынтыгы – көрсөткүчтөрдүн салмактанган орточосу; упай – эки жыйынтыктын геометриялык орточосу. Көрсөтүлбөгөн маалымат жарым эсептелет.',
  signal: 'Көрсөткүч',
  fit: 'Шайкештик',
  weight: {
    startup: 'Стартап үчүн салмагы',
    investor: 'Инвестор үчүн салмагы',
    expert: 'Эксперт үчүн салмагы',
    need: 'Муктаждык үчүн салмагы',
    lab: 'Лаборатория үчүн салмагы',
  },
  total: 'Жыйынтык',
  message: 'Билдирүүңүз',
  messageHint: 'Экинчи тарап кабыл алганда, байланыш маалыматтары экөөнө тең көрсөтүлөт.',
  send: 'Суроону жөнөтүү',
  passHint: 'Бул тууралуу экинчи тарапка айтылбайт.',
};
