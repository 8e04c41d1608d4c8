/**
 * A text of the console in both languages. English can have a singular and a plural form: i18next's `_one` and
 * `_other`.
 */
export interface Text {
  readonly ja: string;
  readonly en: string | { readonly one: string; readonly other: string };
}

/** Texts and groups of texts, by name. */
export interface Texts {
  readonly [name: string]: Text | Texts;
}

/** The names of the `{{…}}` in words. */
type NamesIn<Words> = Words extends `${string}{{${infer Name}}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/**
 * The values with which a text is filled in. A text with a plural needs the number `count`, even if its words do not
 * contain `{{count}}`.
 */
export type ValuesOf<Some> = Some extends Text
  ? Some['en'] extends string
    ? { readonly [Name in NamesIn<Some['ja'] | Some['en']>]: string | number }
    : { readonly count: number } & {
        readonly [Name in Exclude<NamesIn<Some['ja'] | Some['en'][keyof Some['en']]>, 'count'>]: string | number;
      }
  : never;

/** The text with a key, in a group of texts. */
export type TextAt<Some, Key> = Key extends keyof Some
  ? Some[Key]
  : Key extends `${infer Group}.${infer Rest}`
    ? Group extends keyof Some
      ? TextAt<Some[Group], Rest>
      : never
    : never;

/** Every key of a group of texts: `name`, or `group.name`. */
export type KeyOf<Some> = {
  [Name in keyof Some & string]: Some[Name] extends Text ? Name : `${Name}.${KeyOf<Some[Name]>}`;
}[keyof Some & string];

/** Whether a group of texts has a text of this name. */
export const isIn = <const Some extends Texts>(some: Some, name: string): name is keyof Some & string =>
  Object.hasOwn(some, name);
