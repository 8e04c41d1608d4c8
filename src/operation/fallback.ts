import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import { disasterPrompts } from '../call/disaster.ts';
import type { LanguageTag } from '../call/line.ts';
import { outOfOrder } from '../call/say.ts';
import type { Saying } from '../call/step.ts';
import { type Edition, MissingWordsError, type Script } from '../edition/edition.ts';
import type { HostedFile } from './asset-host.ts';

/** Documents for callers when no server of ours answers, and the sounds that the documents play. */
export interface Fallback {
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
 * @returns for a number of one language, its document beside `fallback.xml`; a document of any other name is for all numbers
 */
export const fallbackFor = (address: string, language: LanguageTag | undefined): string =>
  language !== undefined && address.endsWith('/fallback.xml')
    ? `${folderOf(address)}fallback-${language}.xml`
    : address;

/** How often the whole text is said. */
const times = 2;

/**
 * Writes the fallback of an edition. It says that the line is out of order, and the number to call, in one language after the
 * other. In a disaster, the safety sentences come first, in the announcers' languages. The whole text is said twice, then the
 * call ends.
 * @param base the address of the folder with documents and sounds, with a slash at its end
 * @param isDisaster whether a disaster notice is on
 * @returns null for an edition without texts for a fallback
 */
export function writeFallback(edition: Edition, base: string, isDisaster: boolean): Fallback | null {
  const { line, file } = edition;
  if (file.fallback === undefined) return null;
  const tags = line.languages.map(({ tag }) => tag);
  const scriptsIn = (languages: readonly LanguageTag[]): readonly Script[] =>
    [
      ...(isDisaster ? line.announcers.map((tag) => ({ prompt: disasterPrompts.safety, language: tag })) : []),
      ...languages.map((tag) => ({ prompt: outOfOrder, language: tag })),
    ].flatMap((saying) => scriptOf(edition, saying));
  const all = scriptsIn(tags);
  if (all.length === 0) return null;
  const play = (scripts: readonly Script[]) =>
    document((response) => {
      for (const { narration } of scripts) response.play(`${base}${narration.key}.wav`);
    });
  return {
    documents: new Map([
      ['fallback.xml', play(all)],
      ...tags.map((tag) => [`fallback-${tag}.xml`, play(scriptsIn([tag]))] as const),
      ['fallback-say.xml', document((response) => sayAll(response, edition, all))],
    ]),
    sounds: [...new Set(all.map(({ narration }) => narration.key))],
  };
}

/** The script of a saying; empty if the edition lacks the words, because an earlier version published it. */
export function scriptOf(edition: Edition, saying: Saying): readonly Script[] {
  try {
    return [edition.script([saying])];
  } catch (error) {
    if (error instanceof MissingWordsError) return [];
    throw error;
  }
}

/** A document that repeats the whole text as often as `times` says, and then ends the call. */
function document(write: (response: VoiceResponse) => void): string {
  const response = new VoiceResponse();
  for (let time = 0; time < times; time += 1) write(response);
  response.hangup();
  return response.toString();
}

function sayAll(response: VoiceResponse, edition: Edition, scripts: readonly Script[]): void {
  for (const { language, said } of scripts.flatMap(({ sentences }) => sentences)) {
    const voice = edition.language(language)?.say;
    const words = said.map((part) => ('pause' in part ? ' ' : 'reading' in part ? part.reading : part.text)).join('');
    // Twilio knows more voices than the types of its package.
    response.say(voice as Parameters<VoiceResponse['say']>[0] & object, words);
  }
}
