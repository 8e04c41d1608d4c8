import type { LanguageTag } from '../../call/line.ts';
import { fingerprint } from '../../words/fingerprint.ts';
import { whoIs } from '../staff/desk/actor.ts';
import { may } from '../staff/role.ts';
import type { DraftText } from './draft-text.ts';
import type { Saving } from './save-text.ts';

/** A text that was worked on outside the console, and the moment of the draft at which it was compared. */
export interface ImportedText {
  readonly language: LanguageTag;
  readonly prompt: string;
  /** The revision it takes the place of; 0 when there was none. */
  readonly basedOn: number;
  /** The words of that revision. */
  readonly before: readonly string[];
  /** The fingerprint of the source text it was made from; anything in the source language. */
  readonly sourceSeen: string;
  readonly sentences: readonly string[];
  /** What its author says about it; null for nothing. */
  readonly comment: string | null;
}

/** What can become of it. */
export type ImportTextsResult =
  | { readonly kind: 'saved'; readonly texts: readonly DraftText[] }
  /** Nothing differs: nothing was written. */
  | { readonly kind: 'unchanged' }
  /** The draft has moved since they were compared; nothing was written. */
  | { readonly kind: 'moved'; readonly places: readonly Pick<DraftText, 'language' | 'prompt'>[] }
  | { readonly kind: 'not-allowed' };

/**
 * Keeps texts that somebody has translated elsewhere: all of them or, when the draft has moved since they were compared,
 * none. They are ready, and no native reader has gone through them yet.
 */
export async function importTexts(
  { stores, actor, now }: Saving,
  imported: readonly ImportedText[],
): Promise<ImportTextsResult> {
  if (!may(actor.role, 'edit')) return { kind: 'not-allowed' };
  const line = (await stores.lines.newest())?.file;
  const tags = new Set(line?.languages.map(({ tag }) => tag));
  const changed = imported.filter((text) => fingerprint(text.before) !== fingerprint(text.sentences));
  const known = new Map((await stores.texts.newest()).map((text) => [`${text.language} ${text.prompt}`, text]));
  const find = (language: LanguageTag, prompt: string) => known.get(`${language} ${prompt}`);
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
  if (places.length > 0) return { kind: 'moved', places };
  if (changed.length === 0) return { kind: 'unchanged' };
  const by = whoIs(actor);
  const texts: DraftText[] = [];
  for (const each of changed) {
    const { language, prompt, sentences, comment } = each;
    const made = { sourceFingerprint: sourceOf(each), isReady: true, isReviewed: false, act: 'imported' } as const;
    const text = { language, prompt, revision: each.basedOn + 1, sentences, ...made, reason: comment, by, at: now };
    // Inside one transaction nobody is faster; a store that says so all the same must not lose anybody's words.
    if (!(await stores.texts.add(text))) throw new Error(`"${language} ${prompt}" changed inside a transaction.`);
    texts.push(text);
  }
  for (const [language, { length: count }] of Map.groupBy(texts, (text) => text.language)) {
    await stores.audit.add({ at: now, who: by, act: 'sheet-imported', about: { language, texts: count } });
  }
  return { kind: 'saved', texts };
}
