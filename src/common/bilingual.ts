/** A text in the two languages of staff and operators. */
export interface Bilingual {
  readonly ja: string;
  readonly en: string;
}
