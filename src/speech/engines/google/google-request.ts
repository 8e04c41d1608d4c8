import type { protos } from '@google-cloud/text-to-speech';
import { normalise } from '../../../common/normalise.ts';
import { type Piece, SpeechError, type SpeechRequest, type Speed } from '../../engine.ts';
import { rateFactor } from '../../rates.ts';

type GoogleRequest = protos.google.cloud.texttospeech.v1.ISynthesizeSpeechRequest;

/** Samples per second. This is the native rate of Google's voices, so Google need not convert the sound. */
export const googleRate = 24_000;

/**
 * The request to Google for one sentence. It sets no pitch, because some voices refuse requests with a pitch. It sets
 * no effects profile, because the sounds of all engines are adapted to the telephone later, in the same way.
 * @throws SpeechError when Google would not accept the sentence, or the name of the voice is not one of Google's
 */
export function toGoogleRequest(request: SpeechRequest): GoogleRequest {
  return {
    input: { ssml: toSsml(request) },
    voice: { name: request.voice, languageCode: languageCodeOf(request.voice) },
    audioConfig: { audioEncoding: 'LINEAR16', sampleRateHertz: googleRate, speakingRate: speakingRate(request) },
  };
}

/**
 * The language code of a voice: `cmn-CN-Wavenet-A` → `cmn-CN`. A request needs both the code and the name of the voice.
 * With the code alone, Google would choose a voice itself.
 * @throws SpeechError for a name that cannot be the name of a Google voice
 */
export function languageCodeOf(voice: string): string {
  const code = localeOf(voice);
  if (code === null || !/^[^-]+-[^-]+-./.test(voice)) {
    throw new SpeechError({
      ja: `「${voice}」は、Googleの声ではありません。line.yaml の google に、en-US-Neural2-F のような声を書いてください。`,
      en: `"${voice}" is not a Google voice: in line.yaml set "google" to a voice such as "en-US-Neural2-F".`,
    });
  }
  return code;
}

/** The language code at the beginning of a name, even if the name is not complete; null if there is no code. */
export function localeOf(voice: string): string | null {
  const [, language, region] = /^([a-z]{2,3})-([a-z]{2})(?:-[A-Za-z0-9-]*)?$/i.exec(voice) ?? [];
  return language && region ? `${language.toLowerCase()}-${region.toUpperCase()}` : null;
}

/**
 * The usual speaking rate. It is a little slower than the voices' default, because callers hear everything only once,
 * on a telephone, and some of them in a second language.
 */
const normalRate = 0.95;

/** The speaking rate of Easy Japanese, which is spoken slowly: 320 to 360 morae per minute. */
const easyJapaneseRate = 0.85;

/** The speaking rate for a whole sentence; 1 is the voice's default. */
function speakingRate({ language, speed }: SpeechRequest): number {
  const rate = new Intl.Locale(language).language === 'ja' ? easyJapaneseRate : normalRate;
  return Number((rate * rateFactor('normal', speed)).toFixed(2));
}

/** The rate of a number inside a sentence, as a percentage of the rate of the sentence. */
function numberPercent(speed: Speed): number {
  return Math.ceil((100 * rateFactor('number', speed)) / rateFactor('normal', speed));
}

/** Google's limit for one request, markup included: https://docs.cloud.google.com/text-to-speech/quotas */
const maxBytes = 5000;

/** Number of characters that identify a sentence in a message. */
const excerptLength = 20;

/**
 * The pieces of a sentence as one SSML document, with elements that Standard, Wavenet and Neural2 voices support:
 * https://docs.cloud.google.com/text-to-speech/docs/ssml
 * @throws SpeechError when the sentence has no words, or is too long for one request
 */
function toSsml({ pieces, speed }: Pick<SpeechRequest, 'pieces' | 'speed'>): string {
  const text = pieces.map((piece) => (piece.kind === 'pause' ? '' : piece.text)).join('');
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new SpeechError({
      ja: 'この文には、読み上げる言葉がありません。',
      en: 'There are no words in this sentence, so nothing to say.',
    });
  }
  const ssml = `<speak>${pieces.map((piece) => toElement(piece, speed)).join('')}</speak>`;
  const bytes = Buffer.byteLength(ssml);
  if (bytes > maxBytes) {
    const start = Array.from(text).slice(0, excerptLength).join('');
    throw new SpeechError({
      ja: `「${start}」で始まる文は、Googleには長すぎます(${maxBytes}バイトまでのところ、${bytes}バイト)。二つの文に分けてください。`,
      en: `The sentence that begins "${start}" is too long for Google (${bytes} bytes, at most ${maxBytes}); split it into two sentences.`,
    });
  }
  return ssml;
}

function toElement(piece: Piece, speed: Speed): string {
  switch (piece.kind) {
    case 'pause':
      return `<break time="${piece.milliseconds}ms"/>`;
    case 'reading':
      return `<sub alias="${escaped(piece.reading)}">${escaped(piece.text)}</sub>`;
    case 'words':
      return piece.rate === 'number'
        ? `<prosody rate="${numberPercent(speed)}%">${escaped(piece.text)}</prosody>`
        : escaped(piece.text);
  }
}

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
]);

/**
 * Escapes XML text or the value of an attribute. Control characters, U+FFFE and U+FFFF become spaces, because XML
 * forbids many of these characters.
 */
function escaped(text: string): string {
  return normalise(text.toWellFormed(), 'NFC')
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replaceAll(/[&<>"']/g, (character) => entities.get(character) ?? character);
}
