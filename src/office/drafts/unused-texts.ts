import { topicPrompt } from '../../call/say.ts';
import type { Draft } from '../../words/draft.ts';
import type { LineFile } from '../../words/line-file.ts';
import { withOwnLeafletNames } from '../../words/own-leaflet-names.ts';
import { requiredPromptsIn } from '../../words/prompt-ids.ts';
import { whoIs } from '../staff/desk/actor.ts';
import { may } from '../staff/role.ts';
import type { DraftLine, DraftReason, DraftText } from './draft-text.ts';
import type { Saving } from './save-text.ts';
import { toDraft } from './to-draft.ts';

/**
 * Returns a function that tells whether the line uses a prompt in any language. Only the prompts of the source language
 * are looked up, because they include those of all other languages.
 */
export function usesPrompt(line: LineFile): (prompt: string) => boolean {
  const used = new Set(requiredPromptsIn(line, line.sourceLanguage));
  return (prompt) => used.has(prompt);
}

/**
 * The draft that checks and editions work on: the line and the texts that the line uses. Unused texts, such as those of
 * removed topics, are left out. So are the reasons that concern only unused texts. Unused texts are neither checked nor
 * published, so they cannot block a publication. Names on leaflets in other languages than those of the line are left out
 * too.
 */
export function toHeardDraft(line: LineFile, texts: readonly DraftText[], reasons: readonly DraftReason[]): Draft {
  const isUsed = usesPrompt(line);
  const isAside = ({ places }: DraftReason) =>
    places.every((place) => !('path' in place) && place.prompt !== undefined && !isUsed(place.prompt));
  return toDraft(
    withOwnLeafletNames(line),
    texts.filter(({ prompt }) => isUsed(prompt)),
    reasons.filter((reason) => !isAside(reason)),
  );
}

/** A prompt that no part of the line uses, with its words in the line's languages. */
interface UnusedText {
  readonly prompt: string;
  readonly texts: readonly DraftText[];
}

/**
 * All texts with words that no part of the line uses, by prompt. Texts of languages that are switched off are left out.
 */
export function unusedTexts({ line, texts }: { readonly line: DraftLine; readonly texts: readonly DraftText[] }) {
  const isUsed = usesPrompt(line.file);
  const tags = new Set(line.file.languages.map(({ tag }) => tag));
  const aside = texts.filter(
    ({ language, prompt, sentences }) => tags.has(language) && sentences.length > 0 && !isUsed(prompt),
  );
  return [...Map.groupBy(aside, ({ prompt }) => prompt)]
    .map(([prompt, own]): UnusedText => ({ prompt, texts: own }))
    .toSorted((one, other) => (one.prompt < other.prompt ? -1 : 1));
}

type Topic = LineFile['topics'][number];

/**
 * Topics that are no longer in the menu but whose menu item still has words, each as it was just before it was removed.
 * @param history revisions of the line, newest first
 */
export function topicsRemoved(line: LineFile, history: readonly DraftLine[], aside: readonly UnusedText[]): Topic[] {
  const kept = new Set(aside.map(({ prompt }) => prompt));
  const known = new Set(line.topics.map(({ id }) => id));
  const removed: Topic[] = [];
  for (const topic of history.flatMap(({ file }) => file.topics)) {
    if (known.has(topic.id)) continue;
    known.add(topic.id);
    if (kept.has(topicPrompt(topic.id))) removed.push(topic);
  }
  return removed;
}

/**
 * The outcome of emptying a prompt's texts. `in-use`: a part of the line uses the prompt again, or no line is stored.
 * `unknown`: the prompt has no words.
 */
export type DeleteTextsResult = {
  readonly kind: 'saved' | 'not-allowed' | 'unknown' | 'in-use';
};

/** Empties a prompt's texts in every language, if no part of the line uses the prompt. Earlier revisions are kept. */
export async function deleteUnused({ stores, actor, now }: Saving, prompt: string): Promise<DeleteTextsResult> {
  if (!may(actor.role, 'edit')) return { kind: 'not-allowed' };
  const line = await stores.lines.newest();
  if (!line || usesPrompt(line.file)(prompt)) return { kind: 'in-use' };
  const own = (await stores.texts.newest()).filter((text) => text.prompt === prompt && text.sentences.length > 0);
  if (own.length === 0) return { kind: 'unknown' };
  const by = whoIs(actor);
  for (const text of own) {
    const change = { sentences: [], isReady: false, isReviewed: false, act: 'edited', reason: null } as const;
    await stores.texts.add({ ...text, ...change, revision: text.revision + 1, by, at: now });
  }
  await stores.audit.add({ at: now, who: by, act: 'unused-text-deleted', about: { prompt, languages: own.length } });
  return { kind: 'saved' };
}
