import type { SearchWords } from './words.ts';

export const az: SearchWords = {
  seek: 'Kimi axtarırsınız?',
  kinds: { startup: 'Startaplar', investor: 'İnvestorlar' },
  text: { startup: 'Nəyə sərmayə qoyursunuz', investor: 'Startapınız nə edir' },
  hint: {
    startup: 'Mandatınızı yapışdırın və ya hansı məsələləri və komandaları maliyyələşdirdiyinizi öz dilinizdə yazın.',
    investor: 'Təqdimatınızı yapışdırın və ya hansı məsələni, kim üçün və necə həll etdiyinizi öz dilinizdə yazın.',
  },
  length: (figures) => `${figures} işarə`,
  narrow: 'Axtarışı dəqiqləşdir',
  any: 'Fərqi yoxdur',
  search: 'Axtar',
  notKept: 'Mətniniz yalnız bu axtarış üçün istifadə olunur və saxlanılmır.',
  needed: 'Ən azı bir cümlə yazın.',
  tooLong: (over) => `Mətn çox uzundur. Artıq işarələrin sayı: ${over}.`,
  loading: 'Axtarılır…',
  found: (count) => `${count} nəticə`,
  fit: 'Mətnlər nə qədər uyğundur',
  none: { title: 'Heç nə tapılmadı', hint: 'Başqa sözlərlə yazın və ya şərtləri azaldın.' },
  closed: {
    title: 'Axtarış ziyarətçilər üçün açıq deyil',
    hint: 'Bu mərkəz uyğunluqları öz üzvlərinə göstərir. Necə üzv olmağı mərkəzdən soruşun.',
  },
  spent: { title: 'Bugünkü axtarışların sayı bitib', hint: 'Sabah yenidən gəlin. Yazdığınız mətn bu səhifədə qalır.' },
  error: { title: 'Axtarış alınmadı', hint: 'Bir azdan yenidən cəhd edin.' },
};
