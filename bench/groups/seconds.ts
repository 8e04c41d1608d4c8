import { advance } from '../../src/call/advance.ts';
import type { Conditions, Key } from '../../src/call/input.ts';
import type { LanguageTag } from '../../src/call/line.ts';
import { topicPrompt } from '../../src/call/say.ts';
import type { Turn } from '../../src/call/step.ts';
import type { OfficeEdition } from '../../src/office/editions/edition.ts';
import type { SecondsOf } from '../../src/office/editions/flow.ts';
import { timeToPress } from '../../src/office/rehearsal/call-clock.ts';
import { narrationShape } from '../../src/sound/join-narration.ts';
import { telephoneRate } from '../../src/sound/mu-law.ts';
import type { SpokenNarration, SpokenSentence } from '../../src/speech/narration.ts';
import type { Group } from '../group.ts';
import { mean } from '../statistics.ts';
import { decimal, verdict } from '../table.ts';

/** Measures how long callers listen before they hear their own language, and before the information begins. */
export const measureSeconds: Group = async ({ sounds }) => {
  const { edition, studio } = await sounds();
  const lengths = new Map<string, number>();
  const load = async (sentences: readonly SpokenSentence[]) => {
    for (const each of sentences) lengths.set(each.key, (await studio.codes(each)).length / telephoneRate);
  };
  const secondsOf = ({ key }: SpokenSentence) => lengths.get(key) ?? Number.NaN;
  const rows = [];
  for (const path of pathsToFirstTopic(edition)) {
    await load([...path.greeting.parts, ...path.topics.parts].filter((part) => typeof part !== 'number'));
    rows.push({ language: path.language, seconds: secondsTo(path, secondsOf) });
  }
  const toLanguage = rows.map(({ seconds }) => seconds.language);
  const toInformation = rows.map(({ seconds }) => seconds.information);
  return {
    title: 'Seconds a caller listens, in the embedded voice',
    head: ['language', 'own language heard', 'information begins'],
    rows: rows.map(({ language, seconds }) => [language, decimal(seconds.language), decimal(seconds.information)]),
    notes: [
      verdict('Own language, the longest time', Math.max(...toLanguage), 'at most', 22, 's'),
      verdict('Own language, on average', mean(toLanguage), 'at most', 15, 's'),
      verdict('Information, the longest time', Math.max(...toInformation), 'at most', 45, 's'),
      'Callers are assumed to press a key half a second after its offer. Network delays are not counted.',
    ],
  };
};

/** For each language, the path of a caller who chooses it in the menu, at the current time. */
export function pathsToFirstTopic(edition: OfficeEdition): FirstTopicPath[] {
  const conditions: Conditions = {
    now: new Date().toISOString(),
    dialsUntried: false,
    mayTransfer: true,
    disaster: null,
  };
  const started = advance(edition, conditions, null, { kind: 'call-started' });
  const offer = topicPrompt(edition.line.topics[0]?.id ?? '');
  return edition.line.languages.map(({ tag: language, key }) => {
    const chosen = advance(edition, conditions, started.state, { kind: 'key', key: key as Key });
    return { language, greeting: narrationOf(edition, started), topics: narrationOf(edition, chosen), offer };
  });
}

function narrationOf(edition: OfficeEdition, { steps: [first] }: Turn): SpokenNarration {
  if (first?.do !== 'say') throw new RangeError('The line first says something.');
  return edition.script(first.sayings, first.slow, first.afterConnecting).narration;
}

/**
 * Seconds from the start of a narration to the end of the first matching sentence.
 * @throws RangeError when there is no such sentence
 */
function secondsUntilHeard(
  { lead, parts }: SpokenNarration,
  matches: (sentence: SpokenSentence) => boolean,
  secondsOf: SecondsOf,
): number {
  let seconds = lead / 1000;
  for (const part of parts) {
    seconds += typeof part === 'number' ? part / 1000 : secondsOf(part);
    if (typeof part !== 'number' && matches(part)) return seconds;
  }
  throw new RangeError('The narration has no such sentence.');
}

/** The path of a caller to the first topic. */
interface FirstTopicPath {
  readonly language: LanguageTag;
  /** The narration of the first turn. */
  readonly greeting: SpokenNarration;
  /** The narration of the turn after the language was chosen. */
  readonly topics: SpokenNarration;
  /** The id of the prompt that offers the first topic. */
  readonly offer: string;
}

/**
 * Seconds from when a call is answered until the caller has heard the offer of their own language, and until the
 * information itself begins. Callers are assumed to press a key half a second after an offer. Real callers may press
 * later, or earlier, because keys always work. Network delays are not included.
 * @throws RangeError when a narration has no such offer
 */
export function secondsTo(
  path: FirstTopicPath,
  secondsOf: SecondsOf,
): { readonly language: number; readonly information: number } {
  const { language, greeting, topics, offer } = path;
  const isItem = ({ sentence }: SpokenSentence) =>
    sentence.prompt === 'language-item' && sentence.language === language;
  const untilItem = secondsUntilHeard(greeting, isItem, secondsOf);
  const untilOffer = secondsUntilHeard(topics, ({ sentence }) => sentence.prompt === offer, secondsOf);
  return {
    language: untilItem,
    information: untilItem + timeToPress + untilOffer + timeToPress + narrationShape.lead.following / 1000,
  };
}
