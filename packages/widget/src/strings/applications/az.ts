import type { ApplicationWords } from './words.ts';

export const az: ApplicationWords = {
  mine: 'Müraciətləriniz',
  none: 'Hələ heç bir proqrama müraciət etməmisiniz.',
  open: 'Açıq qəbullar',
  noOpen: 'Hazırda müraciət qəbul edən və profilinizə uyğun proqram yoxdur.',
  loading: 'Müraciətlər və qəbullar yüklənir…',
  error: { title: 'Müraciətləri yükləmək mümkün olmadı', hint: 'Bir azdan yenidən cəhd edin.' },
  idle: { title: 'Hələ müraciət yoxdur', hint: 'Profiliniz əlavə olunanda burada görünəcək.' },
  hidden: 'Daha göstərilməyən proqram',
  states: {
    applied: 'Müraciət edilib',
    admitted: 'Qəbul edilib',
    declined: 'Qəbul edilməyib',
    withdrawn: 'Geri götürülüb',
    alumni: 'Məzun',
  },
  facts: { call: 'Qəbul', stage: 'Mərhələ', applied: 'Müraciət tarixi', changed: 'Son dəyişiklik' },
  history: 'Tarixçə',
  actions: { apply: 'Müraciət et', withdraw: 'Geri götür' },
  again: 'Yenidən müraciət et',
  done: { apply: 'Müraciət etdiniz', withdraw: 'Geri götürdünüz' },
  withdrawHint: {
    applied: 'Müraciətiniz bağlanır. Qəbul açıq olduqca yenidən müraciət edə bilərsiniz.',
    admitted: 'Proqramdakı yerinizdən imtina edirsiniz.',
  },
  calls: 'Qəbullar',
  lastDay: 'Son gün',
  noLastDay: 'Növbəti bildirişədək açıqdır',
  firstDay: 'İlk gün',
  noCall: 'Bu proqramın açıq qəbulu barədə məlumat yoxdur.',
  elsewhere: 'Bu proqram başqa mərkəzə məxsusdur. Əvəzində onunla tanışlıq istəyin.',
  refused: {
    closed: 'Bu qəbula hazırda müraciət etmək olmur.',
    already: 'Bu qəbula artıq müraciət etmisiniz.',
    moved: 'Bu müraciət bu arada dəyişib və daha geri götürülə bilməz.',
  },
};
