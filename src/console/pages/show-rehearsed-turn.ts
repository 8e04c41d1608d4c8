import type { LanguageTag } from '../../call/line.ts';
import type { Saying } from '../../call/step.ts';
import { nodeOf } from '../../office/rehearsal/call-map.ts';
import type { NarrationSound } from '../../office/rehearsal/narration-sound.ts';
import type { RehearsedTurn } from '../../office/rehearsal/rehearse.ts';
import { MissingPromptError } from '../../words/words.ts';
import type { Visitor } from '../visitor.ts';
import { pathOfText } from './open-text.ts';
import { showInput, showPlace } from './rehearsal-words.ts';
import { showSaid } from './show-said.ts';
import type { ShownPart } from './show-sentence.ts';

/** A prompt as it was said, and the same in the source language. */
interface ShownSaying {
  readonly prompt: string;
  readonly language: LanguageTag;
  readonly href: string;
  /** Each sentence with its place in the sound of the turn. */
  readonly sentences: readonly {
    readonly index: number;
    readonly from: number;
    readonly parts: readonly ShownPart[];
  }[];
  /** Null where it was said in the source language, or there are no such words. */
  readonly source: readonly (readonly ShownPart[])[] | null;
}

/** One turn of the transcript. */
export function showTurn(
  visitor: Pick<Visitor, 't' | 'language'>,
  turn: RehearsedTurn,
  { index, sound, at }: { readonly index: number; readonly sound: NarrationSound; readonly at: number },
) {
  const { t } = visitor;
  const { edition, state, script, ending, input } = turn;
  const { sourceLanguage } = edition.file;
  const next = { sentence: 0 };
  const sayings = turn.said.sayings.map((saying): ShownSaying => {
    const { prompt, language } = saying;
    const said = edition.script([saying], state.call.slow).sentences.map((sentence) => {
      const place = next.sentence;
      next.sentence += 1;
      return { index: place, from: sound.sentences[place]?.from ?? 0, parts: showSaid(sentence) };
    });
    const source = language === sourceLanguage ? null : sourceOf(turn, saying);
    return { prompt, language, href: `/console${pathOfText(language, prompt)}`, sentences: said, source };
  });
  return {
    index,
    event: input.kind === 'call-started' ? null : showInput(t, input),
    place: showPlace(t, nodeOf(state)),
    isSlow: state.call.slow,
    misses: 'misses' in state ? state.misses : 0,
    at: at.toFixed(1),
    audio: `/audio/${script.narration.key}.wav`,
    seconds: sound.seconds.toFixed(1),
    isMeasured: sound.isMeasured,
    sayings,
    sourceLanguage,
    ending: showEnding(visitor, ending, edition.file.destinations),
    wait: ending.do === 'wait-for-key' ? ending.seconds : 0,
  };
}

/** The words of a saying in the source language. */
function sourceOf({ edition }: RehearsedTurn, saying: Saying): ShownPart[][] | null {
  try {
    return edition.script([{ ...saying, language: edition.file.sourceLanguage }]).sentences.map(showSaid);
  } catch (error) {
    if (error instanceof MissingPromptError) return null;
    throw error;
  }
}

function showEnding(
  { t, language }: Pick<Visitor, 't' | 'language'>,
  ending: RehearsedTurn['ending'],
  destinations: readonly { readonly id: string; readonly name: { readonly ja: string; readonly en: string } }[],
): string {
  if (ending.do === 'hang-up') return t('rehearsal.ending.hang-up');
  if (ending.do === 'wait-for-key') return t('rehearsal.ending.wait', { seconds: ending.seconds });
  const name = destinations.find(({ id }) => id === ending.destination)?.name;
  return t('rehearsal.ending.dial', { name: name?.[language] ?? ending.destination });
}
