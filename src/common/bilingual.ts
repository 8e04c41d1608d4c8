/** A text in the two languages of those who work with a line. */
export interface Bilingual {
  readonly ja: string;
  readonly en: string;
}
