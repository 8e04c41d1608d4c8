import { ExplainedError } from '../../../common/explained-error.ts';
import { narrationOfTexts, type SpokenNarration } from '../../../speech/narration.ts';
import { speakText } from '../speak-text.ts';
import type { NativeReviewTools } from './native-review-tools.ts';
import { type OpenReview, type ReviewGroup, type ReviewText, textsOf } from './reviewed-texts.ts';
import { type ClosedReview, openReview } from './use-review.ts';

/** The key of a narration that can be played, or why there is none. `failure` is null if there is nothing to play. */
export type ReviewSound =
  | { readonly kind: 'sound'; readonly key: string }
  | { readonly kind: 'no-sound'; readonly failure: unknown }
  | ClosedReview;

/**
 * Makes the sound of one text of a review, at normal speed, as callers would hear it. Only the saved words of the
 * link's own language are synthesized, and each sentence once, so that a link cannot cause unlimited synthesis.
 */
export const soundOfReview = (tools: NativeReviewTools, token: string, prompt: string): Promise<ReviewSound> =>
  makeSound(tools, token, (open) => textsOf(open).filter((text) => text.prompt === prompt));

/**
 * Maximum number of texts in one sound; the sound of more texts could be too long for the audio cache. The largest
 * group of the bundled line has 42 texts, which take about four minutes.
 */
const mostInARow = 60;

/** Whether the texts of a group are offered as one sound. */
export const isHeardInARow = ({ texts }: Pick<ReviewGroup, 'texts'>): boolean =>
  texts.length > 1 && texts.length <= mostInARow;

/** Makes one sound of all texts of a group, one after the other. */
export const soundOfGroup = (tools: NativeReviewTools, token: string, id: string): Promise<ReviewSound> =>
  makeSound(tools, token, ({ groups }) => {
    const group = groups.find((each) => each.id === id);
    return group && isHeardInARow(group) ? group.texts : [];
  });

async function makeSound(
  tools: NativeReviewTools,
  token: string,
  choose: (open: OpenReview) => readonly ReviewText[],
): Promise<ReviewSound> {
  const open = await openReview(tools, token);
  if (open.kind !== 'open') return open;
  const scripts = choose(open).flatMap((text) => speakText(open.draft, tools.engine, text) ?? []);
  const [first] = scripts;
  if (!first) return { kind: 'no-sound', failure: null };
  // For a single text, this is the narration that the text's page in the console plays too.
  const narration: SpokenNarration =
    scripts.length === 1 ? first.narration : narrationOfTexts(scripts.map((script) => script.narration));
  try {
    await tools.narrator.ensure(narration);
  } catch (error) {
    if (!(error instanceof ExplainedError)) throw error;
    return { kind: 'no-sound', failure: error };
  }
  return { kind: 'sound', key: narration.key };
}
