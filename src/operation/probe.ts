import { setTimeout } from 'node:timers/promises';
import { advance } from '../call/advance.ts';
import type { DisasterNotice } from '../call/disaster.ts';
import type { Conditions, Input } from '../call/input.ts';
import type { LanguageTag } from '../call/line.ts';
import type { State } from '../call/state.ts';
import type { Bilingual } from '../common/bilingual.ts';
import { fetchAnswer, NoAnswerError } from '../common/fetch-answer.ts';
import { voicePath } from '../common/twilio-addresses.ts';
import type { Edition } from '../edition/edition.ts';
import { type Caller, readTwiml, sendWebhook } from './call-line.ts';
import type { Check } from './check.ts';

/** What a probe knows about the line that it calls. */
export interface ProbedLine {
  readonly edition: Edition;
  readonly isProduction: boolean;
  readonly disaster: DisasterNotice | null;
  /** The bytes of a sound in the audio cache of this machine; null if the sound is not there. */
  readonly sound: (key: string) => Promise<Uint8Array | null>;
}

interface ProbeParts {
  /** Reads the line's current edition, disaster notice and sounds; null before the first edition. */
  readonly readLine: () => Promise<ProbedLine | null>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** The length of a pause before a call is repeated, in milliseconds; 1000 by default. */
  readonly pause?: number;
}

/**
 * The maximum number of repetitions after a pause, in a whole probe. A call is repeated after a pause if it heard
 * something other than the live edition. The reason: after a notice is switched, what callers hear changes several
 * times within seconds. It changes immediately, again when the approvals have been looked up, and again when the time
 * has been put into words.
 */
const pausesInProbe = 3;

/**
 * Calls the line as Twilio would, and compares what is played with the live edition. Makes one call for each language,
 * to the first topic or, in a disaster, to the notice. Nobody is dialled. The line does not count such a call, only the
 * turns that end in an internal error.
 *
 * A call that fails is repeated once immediately. During the call, an edition may have been published, the notice may
 * have been switched, or the opening hours of a destination may have begun or ended. If the call again hears something
 * other than the live edition, it is repeated after a pause, at most `pausesInProbe` times in all languages together.
 * @param first the line at the start of the probe; after a failure, `readLine` reads it again
 */
export async function probe(
  caller: Caller,
  first: ProbedLine,
  { readLine, clock, pause = 1000 }: ProbeParts,
): Promise<Check[]> {
  let line = first;
  let pausesLeft = pausesInProbe;
  const call = (tag: LanguageTag): Promise<Check> | null => {
    const key = line.edition.line.languages.find((each) => each.tag === tag)?.key;
    return key === undefined ? null : probeLanguage(caller, line, new Date(clock()).toISOString(), tag, key);
  };
  const checks: Check[] = [];
  for (const { tag } of first.edition.line.languages) {
    let check = await call(tag);
    if (check?.state === 'fail') {
      line = (await readLine()) ?? line;
      check = await call(tag);
    }
    for (; check?.state === 'fail' && check.mend === oldEdition && pausesLeft > 0; pausesLeft -= 1) {
      await setTimeout(pause);
      line = (await readLine()) ?? line;
      check = await call(tag);
    }
    // The check is null for a language that has just been removed from the line.
    if (check) checks.push(check);
  }
  return checks;
}

/** The address of the next turn, or what is wrong with this turn. */
type ProbedTurn =
  | { readonly action: string }
  | { readonly wrong: string; readonly state?: 'warn'; readonly mend: Bilingual };

async function probeLanguage(
  caller: Caller,
  line: ProbedLine,
  now: string,
  tag: LanguageTag,
  key: string,
): Promise<Check> {
  const [topic] = line.edition.line.topics;
  const name = line.edition.language(tag)?.name ?? tag;
  const about = { ja: `${name}の電話`, en: `A call in ${name}` };
  // In a disaster, callers hear the notice first and must press another key for the topics.
  const pressed = line.disaster ? [key] : [key, topic?.key ?? '1'];
  let states: readonly State[] = [];
  let address = caller.publicUrl + voicePath;
  for (const digits of [null, ...pressed]) {
    const input: Input = digits === null ? { kind: 'call-started' } : ({ kind: 'key', key: digits } as Input);
    const turns = turnsAfter(line, now, states, input);
    states = turns.map(({ state }) => state);
    const expected = new Set(turns.map(({ sound }) => sound));
    const turn = await probeTurn(caller, line, address, digits, expected);
    if ('wrong' in turn) {
      return { id: 'probe', state: turn.state ?? 'fail', about, found: turn.wrong, mend: turn.mend };
    }
    address = turn.action;
  }
  return { id: 'probe', state: 'ok', about };
}

/**
 * All turns that may come next. If the line has reached its limit of transfers, some menus are different. Only the line
 * knows whether it has reached the limit, so both cases are computed.
 */
function turnsAfter(
  { edition, isProduction, disaster }: ProbedLine,
  now: string,
  states: readonly State[],
  input: Input,
) {
  const everyCondition = [true, false].map(
    (mayTransfer): Conditions => ({ now, dialsUntried: !isProduction, mayTransfer, disaster }),
  );
  const before: readonly (State | null)[] = states.length === 0 ? [null] : states;
  return before.flatMap((state) =>
    everyCondition.map((conditions) => {
      const turn = advance(edition, conditions, state, input);
      const said = turn.steps.find((step) => step.do === 'say');
      const sound = said ? edition.script(said.sayings, said.slow, said.afterConnecting).narration.key : '';
      return { state: turn.state, sound };
    }),
  );
}

const oldEdition: Bilingual = {
  ja: '公開中の版と違うものが流れています。別のサーバーや古いサービスが答えていないかを確かめてください。',
  en: 'Something other than the live edition is played: check whether another server or an old service answers.',
};

async function probeTurn(
  caller: Caller,
  line: ProbedLine,
  address: string,
  digits: string | null,
  expected: ReadonlySet<string>,
): Promise<ProbedTurn> {
  try {
    const answer = await sendWebhook(caller, address, digits === null ? {} : { Digits: digits });
    const { sound, action } = readTwiml(answer.text);
    if (answer.status !== 200 || action === null) {
      return {
        wrong: `${answer.status}`,
        mend: {
          ja: 'npm run twilio -- check で、アドレスと設定を確かめてください。',
          en: 'Check the address and the settings with npm run twilio -- check.',
        },
      };
    }
    if (sound === null) {
      return {
        wrong: '<Say>',
        // Only a warning: callers are answered, but in another voice.
        state: 'warn',
        mend: {
          ja: '録音がまだないので、Twilioの声が読んでいます。サービスのログを見てください。',
          en: 'The recording does not exist yet, so Twilio’s voice reads the text: look at the log of the service.',
        },
      };
    }
    const key = /([0-9a-f]{64})\.wav$/.exec(sound)?.[1] ?? '';
    if (!expected.has(key)) return { wrong: sound, mend: oldEdition };
    const played = await fetchAnswer(sound);
    const stored = await line.sound(key);
    if (played.status !== 200 || !played.type.startsWith('audio/')) {
      return {
        wrong: `${played.status} ${played.type}`,
        mend: {
          ja: 'プロキシが /audio/ を通しているかを確かめてください。',
          en: 'See that the proxy lets /audio/ through.',
        },
      };
    }
    if (stored !== null && Buffer.compare(played.bytes, stored) !== 0) {
      return {
        wrong: `${played.bytes.length} ≠ ${stored.length}`,
        mend: {
          ja: 'プロキシが音声を書き換えていないかを確かめてください。',
          en: 'Look for a proxy that changes the sounds.',
        },
      };
    }
    return { action };
  } catch (error) {
    if (!(error instanceof NoAnswerError)) throw error;
    return {
      wrong: error.code,
      mend: {
        ja: 'このサーバーから公開アドレスにつながりませんでした。npm run twilio -- check で確かめてください。',
        en: 'The public address was not reached from this machine: look with npm run twilio -- check.',
      },
    };
  }
}
