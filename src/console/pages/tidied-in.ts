import type { Tidied } from '../../office/drafts/tidy-sentences.ts';

const kinds = [
  'full-width-digits',
  'full-width-letters',
  'half-width-kana',
  'spaces',
  'composed',
] as const satisfies readonly Tidied[];

/** What the address of a page says was put right by the form that led to it. */
export function tidiedIn(address: string): Tidied[] {
  const said = URL.parse(address, 'http://console.invalid')?.searchParams.get('tidied') ?? '';
  return kinds.filter((kind) => said.split(',').includes(kind));
}
