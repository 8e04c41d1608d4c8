import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import { disasterPrompts } from '../call/disaster.ts';
import type { LanguageTag } from '../call/line.ts';
import { emergency, outOfOrder } from '../call/say.ts';
import type { Saying } from '../call/step.ts';
import { type Edition, MissingWordsError, type Script } from '../edition/edition.ts';
import type { HostedFile } from './asset-host.ts';

/** Documents for callers when no server of ours answers, and the sounds that the documents play. */
interface Fallback {
  /** By name: `fallback.xml` in all languages, `fallback-ko.xml` in one, `fallback-say.xml` in Twilio’s voices. */
  readonly documents: ReadonlyMap<string, string>;
  /** The keys of the sounds; each lies beside the documents as `<key>.wav`. */
  readonly sounds: readonly string[];
}

/**
 * The files of a fallback, the sounds first, because a document must never be on the host before the sounds that it plays.
 * @param sound the bytes of a sound; null if it does not exist
 * @returns null while a sound does not exist
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

/** The address of the folder in which a document lies. */
export const folderOf = (address: string): string => address.slice(0, address.lastIndexOf('/') + 1);

/**
 * The document for a number.
 * @param address the address in the settings
 * @param language the language to which the number belongs; undefined for a number of all languages
 * @returns for a number of one language, the address of the document of that language, which lies beside `fallback.xml`.
 * For all other numbers, or if `address` does not end in `/fallback.xml`, `address` itself
 */
export const fallbackFor = (address: string, language: LanguageTag | undefined): string =>
  language !== undefined && address.endsWith('/fallback.xml')
    ? `${folderOf(address)}fallback-${language}.xml`
    : address;

/** How often a document says its repeated part. */
const times = 2;

/**
 * Writes the fallback of an edition. A document says that the line is out of order, and which number to call: in all
 * languages, one after the other, or in the one language of the document. It says all of this twice. Then it says what
 * to do in an emergency, in the announcers' languages or in the one language of the document, and ends the call. In a
 * disaster, it does not end with what to do in an emergency. Instead, each of the two times begins with the safety
 * sentences, which name the emergency numbers. These are said in the announcers' languages.
 * @param base the address of the folder with documents and sounds, with a slash at its end
 * @param isDisaster whether a disaster notice is on
 * @returns null for an edition without texts for a fallback
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

/** What a document says: `repeated` as often as `times`, then `last` once. */
interface Parts {
  readonly repeated: readonly Script[];
  readonly last: readonly Script[];
}

/** The script of a saying; empty if the edition was published by an earlier version and lacks the words. */
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
    // Twilio knows more voices than the types of its package.
    response.say(voice as Parameters<VoiceResponse['say']>[0] & object, words);
  }
}
