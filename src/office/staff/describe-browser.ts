/**
 * The browsers that are recognised. The first match counts. Derived browsers come first, because their User-Agent
 * headers also name the browsers from which they are derived.
 */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

const nameIn = (text: string, names: readonly (readonly [RegExp, string])[]): string =>
  names.find(([pattern]) => pattern.test(text))?.[1] ?? '?';

/**
 * Describes a browser in two words, such as `Firefox Windows`. These words are enough for people to recognise their own
 * browser, and too little for tracking.
 * @param userAgent the User-Agent header; a part that cannot be recognised becomes `?`
 */
export const describeBrowser = (userAgent: string): string =>
  `${nameIn(userAgent, browsers)} ${nameIn(userAgent, systems)}`;
