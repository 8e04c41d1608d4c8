import { topicPrompt } from '../../call/say.ts';
import type { OpenReview, ReviewGroup, ReviewText } from '../../office/editions/native-review/reviewed-texts.ts';
import { partsWithExamples, plainText, type SentencePart } from '../text/sentence.ts';

type Sentences = readonly (readonly SentencePart[])[];

/** A text as the native reader sees it. */
export interface DescribedText extends ReviewText {
  /** The number of the text in the whole review; the first has 1. */
  readonly number: number;
  readonly sentences: Sentences;
  /** The same text in the source language and in English, if it is written. The reader's own language is left out. */
  readonly beside: readonly { readonly tag: string; readonly sentences: Sentences }[];
}

/** The sentences of a text in one language, with readings and values. */
function sentencesIn({ draft }: Pick<OpenReview, 'draft'>, language: string, prompt: string): Sentences {
  return (draft.words.get(language)?.prompts[prompt] ?? []).map(partsWithExamples(draft, { language, prompt }));
}

/** The texts of one group. */
export function describeTexts(open: OpenReview, group: ReviewGroup): DescribedText[] {
  const { language } = open.review;
  const before = open.groups.slice(0, open.groups.indexOf(group)).reduce((sum, { texts }) => sum + texts.length, 0);
  const others = [...new Set([open.draft.line.sourceLanguage, 'en'])].filter((tag) => tag !== language);
  return group.texts.map((text, index) => ({
    ...text,
    number: before + index + 1,
    sentences: sentencesIn(open, language, text.prompt),
    beside: others
      .map((tag) => ({ tag, sentences: sentencesIn(open, tag, text.prompt) }))
      .filter(({ sentences }) => sentences.length > 0),
  }));
}

/**
 * The first sentence that callers hear for a topic in the menu, in one language; the topic's id if there is no text.
 */
export function topicName(open: OpenReview, topic: string, language: string): string {
  const [first] = sentencesIn(open, language, topicPrompt(topic));
  return first ? plainText(first) : topic;
}
