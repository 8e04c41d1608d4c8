/** A text of the console in both languages. English can have a singular and a plural form: i18next's `_one` and `_other`. */
export interface Text {
  readonly ja: string;
  readonly en: string | { readonly one: string; readonly other: string };
}

/** Texts by name; a group of texts has a name, too. */
export interface Texts {
  readonly [name: string]: Text | Texts;
}

/** Every key of a group of texts: `name`, or `group.name`. */
export type KeyOf<Some> = {
  [Name in keyof Some & string]: Some[Name] extends Text ? Name : `${Name}.${KeyOf<Some[Name]>}`;
}[keyof Some & string];
