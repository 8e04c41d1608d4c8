import { expect, test } from '#jest';
import type { DisasterNotice } from '../../../src/call/disaster.ts';
import type { Conditions } from '../../../src/call/input.ts';
import { representativeConditions } from '../../../src/call/representative-conditions.ts';
import { withoutCallMisses } from '../../../src/call/state.ts';
import { walk } from '../../../src/call/walk.ts';
import { predictSeconds } from '../../../src/speech/measure/predict-seconds.ts';
import type { SpokenNarration, SpokenSentence } from '../../../src/speech/narration.ts';
import { bundledEdition } from '../../support/bundled.ts';

/** Maximum seconds that a caller listens until a key is asked for, or until the end of a turn in which no key works. */
const most = 60;

const edition = bundledEdition();
const ordinary = representativeConditions(edition.line);
const [anyDay] = ordinary;
if (!anyDay) throw new RangeError('A line can always be called.');

/** A long notice for a tsunami: three places, four things to do. */
const tsunami = (languages: readonly string[]): DisasterNotice => ({
  id: 'w',
  kind: 'tsunami',
  places: ['kumamoto-city', 'uki', 'tamana'],
  actions: ['high-place', 'do-not-return', 'away-from-water', 'ask-municipality'],
  at: '2026-11-24T09:00',
  languages,
});
const during = (languages: readonly string[]): Conditions[] => [anyDay, { ...anyDay, disaster: tsunami(languages) }];

const lasting = (part: SpokenSentence | number): number =>
  typeof part === 'number' ? part / 1000 : (predictSeconds(part.request) ?? Number.NaN);
const offersKey = (part: SpokenSentence | number): boolean =>
  typeof part !== 'number' &&
  part.sentence.segments.some((segment) => segment.kind === 'fact' && segment.value.type === 'key');

/** Seconds until the first offer of a key has been heard; the whole length for a turn that waits for none. */
function secondsUntilAsked({ lead, parts }: SpokenNarration, waits: boolean): number {
  const first = waits ? parts.findIndex(offersKey) : parts.length - 1;
  return parts.slice(0, first + 1).reduce<number>((sum, part) => sum + lasting(part), lead / 1000);
}

test.each<[string, Conditions[]]>([
  ['on ordinary days, open or closed, before and after the review date', ordinary],
  ['in a disaster', during(edition.line.languages.map(({ tag }) => tag))],
  ['in a disaster whose words are approved in the announcers’ languages only', during(edition.line.announcers)],
  ['in a disaster whose words nobody approved', during([])],
])(
  '%s no turn speaks longer than a minute before it asks for a key, at either speed',
  (_, conditions) => {
    const tooLong = new Map<string, string>();
    for (const { turn } of walk(edition, conditions, { identify: withoutCallMisses })) {
      const [said, ending] = turn.steps;
      if (said?.do !== 'say') throw new Error('a turn that says nothing');
      const { narration } = edition.script(said.sayings, said.slow, said.afterConnecting);
      const seconds = secondsUntilAsked(narration, ending?.do === 'wait-for-key');
      if (!(seconds <= most)) {
        const what = said.sayings.map(({ language, prompt }) => `${language} ${prompt}`).join(', ');
        tooLong.set(narration.key, `${seconds.toFixed(1)} s: ${what}`);
      }
    }
    expect([...tooLong.values()]).toEqual([]);
  },
  60_000,
);
