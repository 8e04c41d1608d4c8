import { setTimeout } from 'node:timers/promises';
import type { Translate } from '../../frame/translate.ts';
import { type SpeechEngine, SpeechError, type VoicesLike } from '../../speech/engine.ts';
import type { FieldErrors } from '../line/entry-kind.ts';
import type { TypedLanguage } from './language-form.ts';

/** Maximum milliseconds that a form waits for the engine's list of voices. */
const patience = 5000;
/** Maximum number of voices that an error sentence names. */
const mostNamed = 12;

export type VoiceAsker = Pick<SpeechEngine, 'id' | 'voicesLike'>;

/** The voice in a form that the engine of this service would use. */
export const voiceOf = ({ id }: Pick<SpeechEngine, 'id'>, typed: Pick<TypedLanguage, SpeechEngine['id']>): string =>
  typed[id];

/**
 * Asks the engine whether it has the voice of a form. An engine knows only its own voices. The voices for other engines
 * are not checked.
 * @returns errors by field; null if the engine failed or did not answer in time
 */
export async function voiceErrors(engine: VoiceAsker, typed: TypedLanguage, t: Translate): Promise<FieldErrors | null> {
  const voice = voiceOf(engine, typed);
  const found = await ask(engine, voice);
  if (found === null) return null;
  if (found.isKnown) return {};
  const names = found.names.slice(0, mostNamed).join(', ');
  const key = names === '' ? 'languages.wrong.no-voices' : 'languages.wrong.no-voice';
  return { [engine.id]: t(key, { voice, names }) };
}

async function ask(engine: VoiceAsker, voice: string): Promise<VoicesLike | null> {
  const late = new AbortController();
  try {
    return await Promise.race([
      engine.voicesLike(voice),
      setTimeout(patience, null, { ref: false, signal: late.signal }),
    ]);
  } catch (error) {
    if (!(error instanceof SpeechError)) throw error;
    return null;
  } finally {
    late.abort();
  }
}
