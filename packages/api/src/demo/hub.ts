/** The hub whose profiles the demo page shows without a key. */
export const DEMO_HUB = 'demo';
