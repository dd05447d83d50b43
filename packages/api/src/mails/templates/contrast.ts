/**
 * The colour of a text on a ground: white where that has the contrast of 4.5 that WCAG asks for at AA, else
 * black, which then has more than that.
 *
 * @param ground `#rrggbb`
 */
export const textOn = (ground: string): string => (contrast(ground, '#ffffff') >= 4.5 ? '#ffffff' : '#000000');

/** The contrast of two colours, 1 to 21 (WCAG 2). @param a `#rrggbb` @param b `#rrggbb` */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
