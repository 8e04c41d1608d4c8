import { normalise } from '../../../common/normalise.ts';
import { SpeechError, type SpeechRequest, type Speed } from '../../engine.ts';
import type { Piece } from '../../piece.ts';
import { numberPercent } from './speaking-rate.ts';

/** More is refused: https://docs.cloud.google.com/text-to-speech/quotas counts bytes, markup included. */
const mostBytes = 5000;

/** How much of a sentence names it in a message. */
const beginning = 20;

/**
 * The pieces of a sentence as one SSML document, of elements that Standard, Wavenet and Neural2 voices know:
 * https://docs.cloud.google.com/text-to-speech/docs/ssml
 * @throws SpeechError when there is nothing to say, or more than Google takes at once
 */
export function toSsml({ pieces, speed }: Pick<SpeechRequest, 'pieces' | 'speed'>): string {
  const text = pieces.map((piece) => (piece.kind === 'pause' ? '' : piece.text)).join('');
  if (!/[\p{L}\p{N}]/u.test(text)) throw new SpeechError('There are no words in this sentence, so nothing to say.');
  const ssml = `<speak>${pieces.map((piece) => toElement(piece, speed)).join('')}</speak>`;
  const bytes = Buffer.byteLength(ssml);
  if (bytes > mostBytes) {
    const start = Array.from(text).slice(0, beginning).join('');
    throw new SpeechError(
      `The sentence that begins "${start}" is too long for Google, ${bytes} of ${mostBytes} bytes; make two sentences of it.`,
    );
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

/** As XML text or as an attribute's value; control characters, which XML forbids, become spaces. */
function escaped(text: string): string {
  return normalise(text.toWellFormed(), 'NFC')
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replaceAll(/[&<>"']/g, (character) => entities.get(character) ?? character);
}
