/** What an engine is asked to speak: words at a rate, and silences of an exact length between them. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string; readonly rate: 'normal' | 'number' }
  /** Written one way and spoken another: `<sub>` for engines that know it, the reading for those that do not. */
  | { readonly kind: 'reading'; readonly text: string; readonly reading: string }
  | { readonly kind: 'pause'; readonly milliseconds: number };
