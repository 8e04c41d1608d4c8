import type { LanguageTag } from '../../call/line.ts';
import type { Saying } from '../../call/step.ts';
import { type Html, html } from '../../frame/html.ts';
import type { Translate } from '../../frame/translate.ts';
import type { Visit, Visitor } from '../../frame/visit.ts';
import type { Names } from '../../naming/names.ts';
import { nodeOf } from '../../office/rehearsal/call-map.ts';
import type { NarrationSound } from '../../office/rehearsal/narration-sound.ts';
import type { RehearsedTurn } from '../../office/rehearsal/rehearse.ts';
import { MissingPromptError } from '../../words/words.ts';
import { pathOfText } from '../text/open-text.ts';
import { type SentencePart, sentenceView, spokenParts } from '../text/sentence.ts';
import { inputLabel, placeLabel } from './labels.ts';

/** A prompt that was said in a turn, with its wording in the source language. */
interface DescribedSaying {
  readonly prompt: string;
  /** What staff call the prompt, with its language. */
  readonly name: string;
  readonly language: LanguageTag;
  readonly href: string;
  /** Each sentence, with its index among the sentences of the turn. */
  readonly sentences: readonly {
    readonly index: number;
    /** When the sentence begins, in seconds since the beginning of the turn's sound. */
    readonly from: number;
    readonly parts: readonly SentencePart[];
  }[];
  /** The sentences in the source language. Null if the prompt was said in that language, or if there are none. */
  readonly source: readonly (readonly SentencePart[])[] | null;
}

/** One turn of the transcript. */
interface DescribedTurn {
  readonly index: number;
  /** The input that led to the turn, in words; null for the beginning of the call. */
  readonly event: string | null;
  readonly place: string;
  readonly isSlow: boolean;
  readonly misses: number;
  /** When the turn began, in seconds since the beginning of the call. */
  readonly at: string;
  readonly audio: string;
  /** The length of the turn's sound in seconds. */
  readonly seconds: string;
  readonly isMeasured: boolean;
  readonly sayings: readonly DescribedSaying[];
  readonly sourceLanguage: LanguageTag;
  /** How the turn ends, in words. */
  readonly ending: string;
  readonly does: RehearsedTurn['ending']['do'];
  /** Seconds that the turn waits for a key; 0 if it does not wait. */
  readonly wait: number;
}

/** Describes what was said in a turn, and how it ended. */
export function describeTurn(
  { t }: Pick<Visitor, 't'>,
  names: Names,
  turn: RehearsedTurn,
  { index, sound, at }: { readonly index: number; readonly sound: NarrationSound; readonly at: number },
): DescribedTurn {
  const { edition, state, script, ending, input } = turn;
  const { sourceLanguage } = edition.file;
  let nextSentence = 0;
  const sayings = turn.said.sayings.map((saying): DescribedSaying => {
    const { prompt, language } = saying;
    const sentences = edition.script([saying], state.call.slow).sentences.map((sentence) => {
      const place = nextSentence;
      nextSentence += 1;
      return { index: place, from: sound.sentences[place]?.from ?? 0, parts: spokenParts(sentence) };
    });
    const source = language === sourceLanguage ? null : sourceOf(turn, saying);
    return {
      prompt,
      name: names.text(saying),
      language,
      href: `/console${pathOfText(language, prompt)}`,
      sentences,
      source,
    };
  });
  return {
    index,
    event: input.kind === 'call-started' ? null : inputLabel(t, input),
    place: placeLabel(t, names, nodeOf(state)),
    isSlow: state.call.slow,
    misses: 'misses' in state ? state.misses : 0,
    at: at.toFixed(1),
    audio: `/audio/${script.narration.key}.wav`,
    seconds: sound.seconds.toFixed(1),
    isMeasured: sound.isMeasured,
    sayings,
    sourceLanguage,
    ending: endingLabel(t, names, ending),
    does: ending.do,
    wait: ending.do === 'wait-for-key' ? ending.seconds : 0,
  };
}

/** The words of a saying in the source language; null if there are none. */
function sourceOf({ edition }: RehearsedTurn, saying: Saying): SentencePart[][] | null {
  // This prompt says the name and the key of its own language. In the source language, it says another name and key, so
  // it is not the source of the saying.
  if (saying.prompt === 'language-item') return null;
  try {
    return edition.script([{ ...saying, language: edition.file.sourceLanguage }]).sentences.map(spokenParts);
  } catch (error) {
    if (error instanceof MissingPromptError) return null;
    throw error;
  }
}

function endingLabel(t: Translate, names: Names, ending: RehearsedTurn['ending']): string {
  if (ending.do === 'hang-up') return t('rehearsal.ending.hang-up');
  if (ending.do === 'wait-for-key') return t('rehearsal.ending.wait', { seconds: ending.seconds });
  return t('rehearsal.ending.dial', { name: names.destination(ending.destination) });
}

const paragraph = (parts: readonly SentencePart[]): Html => html`<p>${sentenceView(parts)}</p>`;

function sayingView(
  { prompt, name, language, href, sentences, source }: DescribedSaying,
  { sourceLanguage }: DescribedTurn,
  reportAddress: string,
  { t }: Visit,
): Html {
  const second = sentences[0]?.from.toFixed(1) ?? '';
  return html`<div class="rehearsal-saying">
<div lang="${language}">
${sentences.map(({ index, parts }) => html`<p class="rehearsal-sentence" data-sentence="${index}">${sentenceView(parts)}</p>`)}
</div>
<div class="rehearsal-source">
${source ? html`<div lang="${sourceLanguage}">${source.map(paragraph)}</div>` : html`<p class="quiet">${t(language === sourceLanguage ? 'rehearsal.transcript.same-language' : 'rehearsal.transcript.no-source')}</p>`}
</div>
<p class="rehearsal-links"><a class="link-target" href="${href}">${name}</a> <a class="link-target" href="${reportAddress}&amp;language=${language}&amp;prompt=${encodeURIComponent(prompt)}&amp;second=${second}" data-report aria-label="${t('rehearsal.transcript.report-about', { prompt: name })}">${t('rehearsal.transcript.report')}</a></p>
</div>`;
}

/**
 * One turn of the transcript.
 * @param reportAddress the address of the form that reports a problem, with the query of the call
 */
export function turnView(
  turn: DescribedTurn,
  { isLast, reportAddress }: { readonly isLast: boolean; readonly reportAddress: string },
  visit: Visit,
): Html {
  const { t } = visit;
  const { index, event, place, isSlow, misses, at, audio, seconds, isMeasured, sayings, ending, wait } = turn;
  const about = [
    t('rehearsal.transcript.at', { seconds: at }),
    t(isMeasured ? 'rehearsal.transcript.length' : 'rehearsal.transcript.predicted', { seconds }),
    ...(isSlow ? [t('rehearsal.transcript.slow')] : []),
    ...(misses > 0 ? [t('rehearsal.transcript.misses', { count: misses })] : []),
  ];
  return html`<li class="rehearsal-turn" data-turn="${index}" data-wait="${wait}"${isLast ? html` id="latest" tabindex="-1"` : ''}>
${event === null ? '' : html`<p class="rehearsal-event">${event}</p>`}
<h3>${t('rehearsal.transcript.turn', { index: index + 1, place })}</h3>
<p class="quiet">${about.join(' · ')}</p>
<audio class="sound" controls preload="none" src="${audio}" aria-label="${t('rehearsal.transcript.sound', { place })}"></audio>
${sayings.map((saying) => sayingView(saying, turn, reportAddress, visit))}
<p class="rehearsal-ending">${ending}</p>
</li>`;
}
