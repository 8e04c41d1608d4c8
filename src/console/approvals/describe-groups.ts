import type { LanguageTag } from '../../call/line.ts';
import type { TextRef } from '../../call/step.ts';
import { contentKey } from '../../common/content-key.ts';
import { inSlices } from '../../common/slices.ts';
import { formatMoment } from '../../frame/format-moment.ts';
import { formatPerson } from '../../frame/format-person.ts';
import type { Status } from '../../frame/parts.ts';
import type { Visitor } from '../../frame/visit.ts';
import type { Names } from '../../naming/names.ts';
import { compareTexts } from '../../office/drafts/compare-texts.ts';
import {
  type ApprovalSnapshot,
  type Candidate,
  type SpokenDraft,
  sentBackIn,
} from '../../office/editions/approval/candidates.ts';
import { fingerprint } from '../../words/fingerprint.ts';
import { type ChangedStretch, stretchesOf } from '../text/change.ts';
import { pathOfText } from '../text/open-text.ts';
import { type PartsOf, partsOfText, type SentencePart } from '../text/sentence.ts';
import { stateStatus } from '../text/state-status.ts';
import type { CandidateGroup } from './groups.ts';

/** Sentences, each divided into its parts. */
export type Sentences = readonly (readonly SentencePart[])[];

/** A text that waits for approval. */
export interface DescribedCandidate {
  readonly language: LanguageTag;
  /** What staff call the language. What staff call the prompt is in `name`. */
  readonly languageName: string;
  readonly prompt: string;
  readonly name: string;
  /** Identifies the text in forms, with exactly these words and sounds. */
  readonly value: string;
  /** Unique on the page. It changes only if the words or sounds of the text change. */
  readonly id: string;
  readonly href: string;
  readonly status: Status;
  /** Whether this is a text that callers still hear, but that is missing or sounds different in the draft. */
  readonly isOld: boolean;
  /** Whether a native reader has checked the text of the draft; true if the draft lacks the text. */
  readonly isReviewed: boolean;
  /** Who sent the text back, when and why; null if it is not sent back, and always null if `isOld`. */
  readonly sentBack: { readonly who: string; readonly when: string; readonly comment: string } | null;
  readonly sentences: Sentences;
  /** The differences from what callers hear; null if the words are the same. */
  readonly change: readonly (readonly ChangedStretch[])[] | null;
  /** What callers hear now, if the words are the same but sound different; otherwise null. */
  readonly soundedBefore: Sentences | null;
}

/** Waiting texts of one prompt. Either all of them are new, or callers already hear all of them. */
export interface DescribedGroup {
  readonly prompt: string;
  readonly name: string;
  readonly id: string;
  readonly isLive: boolean;
  readonly sourceTag: LanguageTag;
  /** The source text; empty if it is itself one of `texts`, or if it has no words. */
  readonly source: Sentences;
  readonly texts: readonly DescribedCandidate[];
}

/** How a field of a form names a text: its language, its prompt, and the hash of its words and sounds. */
export const fieldOfText = ({ language, prompt, hash }: Pick<Candidate, 'language' | 'prompt' | 'hash'>): string =>
  `${language} ${prompt} ${hash}`;

/**
 * Describes groups of texts for a visitor, with their source texts and what callers hear now. If this takes long, it
 * yields to the event loop between groups.
 */
export async function describeGroups(
  visitor: Visitor,
  names: Names,
  situation: ApprovalSnapshot,
  groups: readonly CandidateGroup[],
): Promise<DescribedGroup[]> {
  const readers = { draft: createReader(situation.draft, names), live: createReader(situation.live, names) };
  const endOfStep = inSlices();
  const described: DescribedGroup[] = [];
  for (const { prompt, origin, isLive, candidates } of groups) {
    const { sourceLanguage } = situation[origin].draft.line;
    const hasSource = candidates.some(({ language }) => language === sourceLanguage);
    described.push({
      prompt,
      name: names.prompt(prompt),
      id: `texts-${idOf([prompt, origin, isLive])}`,
      isLive,
      sourceTag: sourceLanguage,
      source: hasSource ? [] : readers[origin].sentences({ language: sourceLanguage, prompt }),
      texts: candidates.map((candidate) => describeCandidate(visitor, names, situation, candidate, readers)),
    });
    await endOfStep();
  }
  return described;
}

/** Reads the texts of a draft or an edition. */
interface Reader {
  words(ref: TextRef): readonly string[];
  parts(ref: TextRef): PartsOf;
  sentences(ref: TextRef): Sentences;
}

function createReader({ draft }: SpokenDraft, names: Names): Reader {
  const words = ({ language, prompt }: TextRef) => draft.words.get(language)?.prompts[prompt] ?? [];
  const parts = (ref: TextRef): PartsOf => partsOfText(draft, ref, names);
  return { words, parts, sentences: (ref) => words(ref).map(parts(ref)) };
}

function describeCandidate(
  visitor: Visitor,
  names: Names,
  situation: ApprovalSnapshot,
  candidate: Candidate,
  readers: { readonly draft: Reader; readonly live: Reader },
): DescribedCandidate {
  const { t, language: visitorsLanguage } = visitor;
  const { now } = situation;
  const { language, prompt, hash, origin, state, isLive } = candidate;
  const ref = { language, prompt };
  const read = readers[origin];
  const [before, after] = [readers.live.words(ref), read.words(ref)];
  const isSameWords = fingerprint(before) === fingerprint(after);
  const sentBack = origin === 'draft' ? sentBackIn(situation, ref) : null;
  return {
    language,
    languageName: names.language(language),
    prompt,
    name: names.prompt(prompt),
    value: fieldOfText(candidate),
    id: `text-${idOf([language, prompt, hash])}`,
    href: `/console${pathOfText(language, prompt)}`,
    status: state === null || isLive ? stateStatus(t, 'published', true) : stateStatus(t, state),
    isOld: origin === 'live',
    isReviewed: now.find(language, prompt)?.isReviewed ?? true,
    sentBack: sentBack && {
      who: formatPerson(visitor, sentBack.by),
      when: formatMoment(visitorsLanguage, sentBack.at),
      comment: sentBack.comment,
    },
    sentences: read.sentences(ref),
    change: isSameWords ? null : stretchesOf(compareTexts(language, before, after), read.parts(ref)),
    soundedBefore: isSameWords && !isLive ? readers.live.sentences(ref) : null,
  };
}

/** A short id for an element. Elements with different parts get different ids. */
const idOf = (parts: readonly (string | boolean)[]): string => contentKey(parts).slice(0, 12);
