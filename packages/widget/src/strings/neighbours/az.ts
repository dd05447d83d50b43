import type { NeighbourWords } from './words.ts';

export const az: NeighbourWords = {
  found: (count) => `${count} oxşar patent`,
  likeness: 'Mətnlərin oxşarlığı',
  classes: 'Ortaq siniflər',
  sides: { subject: 'Sizin patentiniz', neighbour: 'Oxşar patent' },
  loading: 'Oxşar patentlər axtarılır…',
  idle: { title: 'Hələ patent seçilməyib', hint: 'Patent seçiləndə oxşar patentlər burada görünəcək.' },
  empty: {
    title: 'Burada oxşar patent məlum deyil',
    hint: 'Bu mərkəzin patentləri və başqalarının ona açdığı patentlər müqayisə olunur; bunların arasında olmayan məlum deyil.',
  },
  error: { title: 'Oxşar patentləri yükləmək mümkün olmadı', hint: 'Bir azdan yenidən cəhd edin.' },
};
