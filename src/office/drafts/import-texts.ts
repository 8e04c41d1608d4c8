import type { LanguageTag } from '../../call/line.ts';
import { fingerprint } from '../../words/fingerprint.ts';
import { whoIs } from '../staff/desk/actor.ts';
import { may } from '../staff/role.ts';
import { type DraftText, textRefKey } from './draft-text.ts';
import { type ImportedName, namesStillFit, withLeafletNames } from './leaflet-names.ts';
import type { Saving } from './save-text.ts';

/** A text that was translated outside the console, and what the draft had in its place when the two were compared. */
export interface ImportedText {
  readonly language: LanguageTag;
  readonly prompt: string;
  /** The number of the revision that this text replaces; 0 if there was none. */
  readonly basedOn: number;
  /** The words of the revision that this text replaces. */
  readonly before: readonly string[];
  /** Fingerprint of the source text from which this text was translated; ignored in the source language. */
  readonly sourceSeen: string;
  readonly sentences: readonly string[];
  /** The translator's comment; null for none. */
  readonly comment: string | null;
}

/** The outcome of an import. */
export type ImportTextsResult =
  | {
      readonly kind: 'saved';
      readonly texts: readonly DraftText[];
      /** How many names were saved. */
      readonly names: number;
    }
  /** No text or name differs from the draft, so nothing was written. */
  | { readonly kind: 'unchanged' }
  /**
   * The draft has changed since the comparison, so nothing was written. `places`: the texts that have changed, whose
   * source text has changed, or whose language is no longer on the line; empty if only names changed.
   */
  | { readonly kind: 'moved'; readonly places: readonly Pick<DraftText, 'language' | 'prompt'>[] }
  | { readonly kind: 'not-allowed' };

/**
 * Saves texts and names on leaflets that were translated outside the console. Saves all of them or, if the draft has
 * changed since the comparison, none. The texts are marked as ready and as not yet reviewed by a native reader.
 */
export async function importTexts(
  { stores, actor, now }: Saving,
  imported: readonly ImportedText[],
  names: readonly ImportedName[] = [],
): Promise<ImportTextsResult> {
  if (!may(actor.role, 'edit')) return { kind: 'not-allowed' };
  const lineNow = await stores.lines.newest();
  const line = lineNow?.file;
  const tags = new Set(line?.languages.map(({ tag }) => tag));
  const changed = imported.filter((text) => fingerprint(text.before) !== fingerprint(text.sentences));
  const known = new Map((await stores.texts.newest()).map((text) => [textRefKey(text), text]));
  const find = (language: LanguageTag, prompt: string) => known.get(textRefKey({ language, prompt }));
  const sourceOf = ({ language, prompt }: ImportedText): string | null =>
    language === line?.sourceLanguage ? null : fingerprint(find(line?.sourceLanguage ?? '', prompt)?.sentences ?? []);
  const places = changed
    .filter((text) => {
      const there = find(text.language, text.prompt);
      const source = sourceOf(text);
      const isSame =
        (there?.revision ?? 0) === text.basedOn && fingerprint(there?.sentences ?? []) === fingerprint(text.before);
      return !tags.has(text.language) || !isSame || (source !== null && source !== text.sourceSeen);
    })
    .map(({ language, prompt }) => ({ language, prompt }));
  const doNamesFit = names.length === 0 || (line !== undefined && namesStillFit(line, names));
  if (places.length > 0 || !doNamesFit) return { kind: 'moved', places };
  if (changed.length === 0 && names.length === 0) return { kind: 'unchanged' };
  const by = whoIs(actor);
  if (lineNow && names.length > 0) {
    const file = withLeafletNames(lineNow.file, names);
    await stores.lines.add({ revision: lineNow.revision + 1, file, by, at: now });
    const about = {
      name: '',
      before: null,
      after: names
        .map(({ after }) => after)
        .join(' / ')
        .slice(0, 2000),
    };
    await stores.audit.add({ at: now, who: by, act: 'leaflet-changed', about });
  }
  const texts: DraftText[] = [];
  for (const each of changed) {
    const { language, prompt, sentences, comment } = each;
    const made = { sourceFingerprint: sourceOf(each), isReady: true, isReviewed: false, act: 'imported' } as const;
    const text = { language, prompt, revision: each.basedOn + 1, sentences, ...made, reason: comment, by, at: now };
    // No one else can write during the transaction. If a store still refuses a text, an error is thrown, so that no
    // words are lost silently.
    if (!(await stores.texts.add(text))) throw new Error(`"${language} ${prompt}" changed inside a transaction.`);
    texts.push(text);
  }
  for (const [language, { length: count }] of Map.groupBy(texts, (text) => text.language)) {
    await stores.audit.add({ at: now, who: by, act: 'sheet-imported', about: { language, texts: count } });
  }
  return { kind: 'saved', texts, names: names.length };
}
