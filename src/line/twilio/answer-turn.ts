import type { DisasterNotice } from '../../call/disaster.ts';
import type { Input } from '../../call/input.ts';
import type { LanguageTag } from '../../call/line.ts';
import type { TextRef } from '../../call/step.ts';
import { connectionOverrides, ownCallNumber } from '../../common/twilio-addresses.ts';
import type { Edition, EditionShelf, Script } from '../../edition/edition.ts';
import { type TurnAnswer, takeTurn } from '../../edition/take-turn.ts';
import type { TurnSounds, Utterance } from '../../edition/turn-sounds.ts';
import type { TransferBudget } from '../transfer-budget.ts';
import { type Parameters, readOwnNumber } from './read-webhook.ts';
import { toSay } from './to-say.ts';
import { type Twiml, type TwimlSound, writeTwiml } from './write-twiml.ts';

const millisecondsPerMinute = 60_000;

/** What `createAnswers` needs. */
export interface AnswerParts {
  /** The line's public address, without a path; empty while no account is configured. */
  readonly publicUrl: string;
  readonly shelf: Pick<EditionShelf, 'current' | 'find'>;
  readonly sounds: TurnSounds;
  readonly budget: TransferBudget;
  /**
   * Called when Twilio's voice speaks because the narration does not exist. `language` is that of the first sentence.
   * `missing` returns the sentences that have no sound at the time when `missing` is called. Turns of calls that the
   * service makes to its own line are not reported.
   */
  readonly said: (language: LanguageTag, missing: () => readonly TextRef[]) => void;
  /** See `Conditions` in `call/input.ts`. */
  readonly dialsUntried: boolean;
  /** The disaster notice that is active now; null if there is none. */
  readonly disaster: () => DisasterNotice | null;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** A webhook of a call: the state of the call, what happened, and all of Twilio's parameters. */
interface Webhook {
  /** The path, starting with `/twilio`, with its query. */
  readonly path: string;
  /** The coded state; null when the call begins. */
  readonly code: string | null;
  /** Number of turns that the call has had. */
  readonly turns: number;
  readonly input: Input;
  readonly parameters: Parameters;
}

/** The line's answers to Twilio: the next turn of a call, and the whisper before a transfer. */
export function createAnswers(parts: AnswerParts) {
  const { publicUrl, shelf, sounds, budget, clock } = parts;
  let within = { minute: Number.NaN, instant: '' };
  const instantOf = (minute: number): string => {
    if (within.minute !== minute) within = { minute, instant: new Date(minute * millisecondsPerMinute).toISOString() };
    return within.instant;
  };

  const sound = (
    edition: Edition,
    what: Utterance['what'],
    { narration, sentences }: Script,
    { slow, isCounted }: { readonly slow: boolean; readonly isCounted: boolean },
  ): TwimlSound => {
    // Registers the narration. If its file turns out to be unreadable when Twilio requests it, the line can then create
    // the file again.
    sounds.expect({ edition: edition.id, what }, narration);
    if (!sounds.isReady(narration.key)) {
      if (isCounted) {
        parts.said(sentences[0]?.language ?? '', () =>
          sentences.filter((each) => !sounds.isReady(each.sounds[slow ? 'slow' : 'normal'])),
        );
      }
      return toSay(edition, sentences, slow);
    }
    return { kind: 'play', url: `${publicUrl}/audio/${narration.key}.wav` };
  };

  const toTwiml = ({ ending, code, turns }: TurnAnswer<Edition>, heard: TwimlSound, callerId: string): Twiml => {
    const action = `${publicUrl}/twilio/turn/${code}?n=${turns}${connectionOverrides}`;
    switch (ending.do) {
      case 'wait-for-key':
        return { kind: 'gather', sound: heard, timeout: ending.seconds, action };
      case 'dial': {
        const whisper = `${publicUrl}/twilio/whisper/${ending.language ?? 'any'}${connectionOverrides}`;
        return { kind: 'dial', sound: heard, number: ending.number, callerId, action, whisper };
      }
      case 'hang-up':
        return { kind: 'hang-up', sound: heard };
    }
  };

  return {
    turn({ path, code, turns, input, parameters }: Webhook): string {
      const ownNumber = readOwnNumber(parameters);
      // Opening hours and dates change only at full minutes, so the time is rounded down to the minute.
      const minute = Math.floor(clock() / millisecondsPerMinute);
      // A webhook that Twilio repeats has the same id as before. No two other webhooks have the same id.
      const turnId = `${parameters.CallSid} ${path}`;
      const mayTransfer = ownNumber !== null && budget.isLeft(turnId);
      const disaster = parts.disaster();
      const conditions = { now: instantOf(minute), dialsUntried: parts.dialsUntried, mayTransfer, disaster };
      const turn = takeTurn(shelf, { code, turns, input, conditions });
      if (turn.ending.do === 'dial') budget.spend(turnId);
      const heard = sound(turn.edition, turn.said, turn.script, {
        slow: turn.said.slow,
        isCounted: ownNumber !== ownCallNumber,
      });
      return writeTwiml(toTwiml(turn, heard, ownNumber ?? ''));
    },
    /**
     * What the agent hears before being connected to a caller of this language. An unknown language gets the general
     * whisper.
     */
    whisper(language: string): string {
      const { current } = shelf;
      const known = current.line.languages.find(({ tag }) => tag === language)?.tag ?? null;
      const what = { do: 'whisper', language: known } as const;
      return writeTwiml({
        kind: 'whisper',
        sound: sound(current, what, current.whisper(known), { slow: false, isCounted: true }),
      });
    },
  };
}
