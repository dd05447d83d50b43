import type { CorridorWords } from './words.ts';

export const az: CorridorWords = {
  title: 'Ölkələr arasında tanışlıqlar',
  corridor: 'Haradan – hara',
  map: 'Dəhlizlərin xəritəsi: öz dəhlizlərini görmək üçün ölkə seçin',
  all: 'Bütün ölkələr',
  counts: { offers: 'Təklif olunan profillər', introductions: 'Tanışlıq sorğuları', acceptances: 'Qəbul edilib' },
  few: 'sayı çox azdır',
  countsHint:
    'Üzvləri qorumaq üçün saylar beş-beş göstərilir; beşdən az olan saylar və onları üzə çıxaran saylar göstərilmir.',
  total: 'Göstərilənlərin cəmi',
  asOf: (date) => `${date} tarixinə olan vəziyyət`,
  loading: 'Rəqəmlər yüklənir…',
  corridors: (count) => `${count} ölkə cütü`,
  idle: { title: 'Hələ rəqəm yoxdur', hint: 'Səhifə qoşulanda burada görünəcək.' },
  empty: {
    title: 'Hələ göstəriləcək rəqəm yoxdur',
    hint: 'Bir ölkədən digərinə ən azı beş profil təklif olunanda burada görünəcək.',
  },
  error: { title: 'Rəqəmləri yükləmək mümkün olmadı', hint: 'Bir azdan yenidən cəhd edin.' },
};
