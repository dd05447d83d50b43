import type { SearchWords } from './words.ts';

export const tr: SearchWords = {
  seek: 'Kimi arıyorsunuz?',
  kinds: { startup: 'Girişimler', investor: 'Yatırımcılar' },
  text: { startup: 'Neye yatırım yapıyorsunuz', investor: 'Girişiminiz ne yapıyor' },
  hint: {
    startup:
      'Yatırım kriterlerinizi yapıştırın veya hangi sorunlara ve ekiplere yatırım yaptığınızı kendi dilinizde yazın.',
    investor: 'Tanıtım metninizi yapıştırın veya hangi sorunu, kimin için ve nasıl çözdüğünüzü kendi dilinizde yazın.',
  },
  length: (figures) => `${figures} karakter`,
  narrow: 'Aramayı daralt',
  any: 'Fark etmez',
  search: 'Ara',
  notKept: 'Metniniz yalnızca bu arama için kullanılır, saklanmaz.',
  needed: 'En az bir cümle yazın.',
  tooLong: (over) => `Metin çok uzun. Fazla karakter sayısı: ${over}.`,
  loading: 'Aranıyor…',
  found: (count) => `${count} sonuç`,
  fit: 'Metinler ne kadar uyuşuyor',
  none: { title: 'Sonuç bulunamadı', hint: 'Başka sözcüklerle anlatın veya aramayı daha az daraltın.' },
  closed: {
    title: 'Arama ziyaretçilere açık değil',
    hint: 'Bu merkez eşleşmeleri üyelerine gösteriyor. Nasıl üye olunacağını merkeze sorun.',
  },
  spent: { title: 'Bugünkü arama hakkı doldu', hint: 'Yarın yeniden gelin. Yazdığınız metin bu sayfada kalır.' },
  error: { title: 'Arama yapılamadı', hint: 'Biraz sonra yeniden deneyin.' },
};
