import type { Bilingual } from '../common/bilingual.ts';
import { fetchAnswer, NoAnswerError } from '../common/fetch-answer.ts';
import type { Check } from './check.ts';

const about: Bilingual = { ja: '公開アドレスから届く音声', en: 'A sound through the public address' };

const proxy: Bilingual = {
  ja: 'プロキシが /audio/ をそのまま通しているか(書き換え、圧縮、変換をしていないか)を確かめてください。',
  en: 'See that the proxy lets /audio/ through as it is: not rewritten, compressed or converted.',
};

/**
 * Fetches a sound through the public address, as Twilio does, and compares it byte for byte with the sound on this
 * machine.
 * @param key the key of a sound that callers hear
 * @param sound the bytes of this sound on this machine; null if it does not exist
 * @returns an empty list if the sound does not exist, because there is nothing to compare
 */
export async function checkSound(publicUrl: string, key: string, sound: Uint8Array | null): Promise<Check[]> {
  if (sound === null) return [];
  const fail = (expected: string, found: string, mend: Bilingual): Check[] => [
    { id: 'sound', state: 'fail', about, expected, found, mend },
  ];
  try {
    const answer = await fetchAnswer(`${publicUrl}/audio/${key}.wav`);
    if (answer.status !== 200) return fail('200', String(answer.status), proxy);
    if (!answer.type.startsWith('audio/')) return fail('audio/wav', answer.type || '–', proxy);
    if (Buffer.compare(answer.bytes, sound) !== 0) return fail(`${sound.length}`, `≠ (${answer.bytes.length})`, proxy);
    // Without `max-age`, Twilio fetches the sound again for every call.
    if (!/\bmax-age=[1-9]/.test(answer.caching)) {
      const mend = {
        ja: 'プロキシが Cache-Control を消さないようにしてください。消すと、Twilioが電話のたびに音声を取りに来て、声が遅れます。',
        en: 'Let the proxy keep Cache-Control: without it Twilio fetches the sound for every call, and callers wait.',
      };
      return [{ id: 'sound', state: 'warn', about, expected: 'max-age=31536000', found: answer.caching || '–', mend }];
    }
    return [{ id: 'sound', state: 'ok', about, found: `${sound.length} B` }];
  } catch (error) {
    if (!(error instanceof NoAnswerError)) throw error;
    return fail('200', error.code, proxy);
  }
}
