import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import { disasterPrompts } from '../call/disaster.ts';
import type { LanguageTag } from '../call/line.ts';
import { emergency, outOfOrder } from '../call/say.ts';
import type { Saying } from '../call/step.ts';
import { type Edition, MissingWordsError, type Script } from '../edition/edition.ts';
import type { HostedFile } from './asset-host.ts';

/** Documents for callers while none of our own servers answers, and the sounds that the documents play. */
interface Fallback {
  /** By name: `fallback.xml` in all languages, `fallback-ko.xml` in one, `fallback-say.xml` in Twilio’s voices. */
  readonly documents: ReadonlyMap<string, string>;
  /** The keys of the sounds. Each sound is stored beside the documents as `<key>.wav`. */
  readonly sounds: readonly string[];
}

/**
 * The files of a fallback. The sounds come first, because a document must never be on the host before the sounds that
 * it plays.
 * @param sound reads the bytes of a sound; null if the sound does not exist
 * @returns null if any of the sounds does not exist yet
 */
export async function filesOf(
  { documents, sounds }: Fallback,
  sound: (key: string) => Promise<Uint8Array | null>,
): Promise<readonly HostedFile[] | null> {
  const files: HostedFile[] = [];
  for (const key of sounds) {
    const bytes = await sound(key);
    if (!bytes) return null;
    files.push({ name: `${key}.wav`, type: 'audio/wav', bytes });
  }
  for (const [name, text] of documents) files.push({ name, type: 'text/xml', bytes: Buffer.from(text) });
  return files;
}

/** The address of the folder that contains a document, with a slash at its end. */
export const folderOf = (address: string): string => address.slice(0, address.lastIndexOf('/') + 1);

/**
 * The address of the document for a number.
 * @param address the address of the document in all languages
 * @param language the language to which the number belongs; undefined for a number of all languages
 * @returns for a number of one language, the address of the document in that language, in the same folder as
 * `fallback.xml`. For all other numbers, or if `address` does not end in `/fallback.xml`, `address` itself
 */
export const fallbackFor = (address: string, language: LanguageTag | undefined): string =>
  language !== undefined && address.endsWith('/fallback.xml')
    ? `${folderOf(address)}fallback-${language}.xml`
    : address;

/** How many times a document says its repeated part. */
const times = 2;

/**
 * Writes the fallback of an edition. One document is in all languages, one is the same in Twilio's voices, and each
 * language has a document of its own. A document has two parts, and then ends the call:
 * 1. It says twice that the line is out of order, and which number to call.
 * 2. It says what to do in an emergency: in the announcers' languages, or in the one language of the document.
 *
 * In a disaster, the second part is left out. Instead, each repetition of the first part begins with the safety
 * sentences, which name the emergency numbers. The safety sentences are in the announcers' languages in all documents.
 * @param base the address of the folder with documents and sounds, with a slash at its end
 * @param isDisaster whether a disaster notice is on
 * @returns null if the edition has no texts for a fallback
 */
export function writeFallback(edition: Edition, base: string, isDisaster: boolean): Fallback | null {
  const { line, file } = edition;
  if (file.fallback === undefined) return null;
  const tags = line.languages.map(({ tag }) => tag);
  const scriptsOf = (prompt: string, languages: readonly LanguageTag[]): readonly Script[] =>
    languages.flatMap((tag) => scriptOf(edition, { prompt, language: tag }));
  const partsIn = (languages: readonly LanguageTag[], emergencyIn: readonly LanguageTag[]): Parts => ({
    repeated: [
      ...(isDisaster ? scriptsOf(disasterPrompts.safety, line.announcers) : []),
      ...scriptsOf(outOfOrder, languages),
    ],
    last: isDisaster ? [] : scriptsOf(emergency, emergencyIn),
  });
  const all = partsIn(tags, line.announcers);
  if (all.repeated.length === 0) return null;
  const ofOne = new Map(tags.map((tag) => [tag, partsIn([tag], [tag])]));
  const play = (response: VoiceResponse, { narration }: Script) => response.play(`${base}${narration.key}.wav`);
  const say = (response: VoiceResponse, script: Script) => sayScript(response, edition, script);
  const scripts = [all, ...ofOne.values()].flatMap(({ repeated, last }) => [...repeated, ...last]);
  return {
    documents: new Map([
      ['fallback.xml', document(all, play)],
      ...[...ofOne].map(([tag, parts]) => [`fallback-${tag}.xml`, document(parts, play)] as const),
      ['fallback-say.xml', document(all, say)],
    ]),
    sounds: [...new Set(scripts.map(({ narration }) => narration.key))],
  };
}

/** What a document says: `repeated` is said `times` times, and then `last` once. */
interface Parts {
  readonly repeated: readonly Script[];
  readonly last: readonly Script[];
}

/** A list with the script of a saying. It is empty if an earlier version published the edition without these words. */
export function scriptOf(edition: Edition, saying: Saying): readonly Script[] {
  try {
    return [edition.script([saying])];
  } catch (error) {
    if (error instanceof MissingWordsError) return [];
    throw error;
  }
}

/** A document that says all parts and then ends the call. */
function document({ repeated, last }: Parts, write: (response: VoiceResponse, script: Script) => void): string {
  const response = new VoiceResponse();
  for (let time = 0; time < times; time += 1) for (const script of repeated) write(response, script);
  for (const script of last) write(response, script);
  response.hangup();
  return response.toString();
}

function sayScript(response: VoiceResponse, edition: Edition, { sentences }: Script): void {
  for (const { language, said } of sentences) {
    const voice = edition.language(language)?.say;
    const words = said.map((part) => ('pause' in part ? ' ' : 'reading' in part ? part.reading : part.text)).join('');
    // Twilio has more voices than the types of its package list.
    response.say(voice as Parameters<VoiceResponse['say']>[0] & object, words);
  }
}
