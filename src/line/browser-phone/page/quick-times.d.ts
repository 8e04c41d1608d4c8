/** The types of quick-times.js, for the tests, which are TypeScript without the browser's own types. */
export type QuickTime = 'weekday' | 'night' | 'sunday' | 'new-years-eve';
export function quickTimes(today: string): Record<QuickTime, string>;
