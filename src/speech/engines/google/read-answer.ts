import { messageOf } from '../../../common/errors.ts';
import { type Pcm, readPcmWav } from '../../../sound/wav.ts';
import { amplitudeOf } from '../../active-level.ts';
import { SpeechError } from '../../engine.ts';
import { finishing } from '../../finish-sentence.ts';
import { googleRate } from './google-request.ts';

/**
 * Maximum size of an answer in bytes. This is more than three minutes of sound, and no sentence takes even one minute.
 */
export const maxAnswerBytes = 10_000_000;

/**
 * Reads the samples of Google's answer.
 * @param content what the client calls `audioContent`; a string is base64
 * @throws SpeechError unless the answer is a complete WAV file at the requested sample rate, has at most
 * `maxAnswerBytes` bytes, and is not silent
 */
export function readAnswer(content: Uint8Array | string | null | undefined): Pcm {
  if (content && content.length > maxAnswerBytes * (typeof content === 'string' ? 4 / 3 : 1)) {
    throw new SpeechError({
      ja: 'Googleが返した音声が、一つの文にしては長すぎます。文を短くしてください。',
      en: 'Google answered with far too much sound for one sentence; shorten the sentence.',
    });
  }
  const bytes = typeof content === 'string' ? Buffer.from(content, 'base64') : content;
  if (!bytes?.length) {
    throw new SpeechError({ ja: 'Googleの答えに音声がありません。', en: 'Google answered without any sound.' });
  }
  const pcm = readWav(bytes);
  if (pcm.sampleRate !== googleRate) {
    throw new SpeechError({
      ja: `Googleに${googleRate} Hzの音声を頼みましたが、${pcm.sampleRate} Hzで返ってきました。この声は使えません。`,
      en: `Google answered with ${pcm.sampleRate} samples a second, but was asked for ${googleRate}: this voice cannot be used.`,
    });
  }
  const threshold = amplitudeOf(finishing.trim);
  if (pcm.samples.every((sample) => Math.abs(sample) < threshold)) {
    throw new SpeechError({ ja: 'Googleの音声に音がありません。', en: 'Google answered with silence.' });
  }
  return pcm;
}

function readWav(bytes: Uint8Array): Pcm {
  try {
    return readPcmWav(bytes);
  } catch (error) {
    const why = messageOf(error);
    throw new SpeechError(
      {
        ja: `Googleの答えは、使える音声ファイルではありません(${why})。`,
        en: `Google's answer is not a usable sound file. ${why}`,
      },
      { cause: error },
    );
  }
}
