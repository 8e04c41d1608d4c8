import { asDialledHere } from '../../call/dialable.ts';
import { isLanguageName, withoutCallEnd } from '../../call/for-readers.ts';
import { commandKeys } from '../../call/input.ts';
import type { LanguageTag } from '../../call/line.ts';
import { isDayOver, isPastReview } from '../../call/person.ts';
import { closurePrompt, command, destinationPrompt, saying, topicPrompt } from '../../call/say.ts';
import type { Saying } from '../../call/step.ts';
import { wholeOf } from '../../words/dated-hours.ts';
import { phoneNumberIn } from '../../words/fact-file.ts';
import { shownTexts } from '../../words/shown-texts.ts';
import type { Sentence } from '../../words/words.ts';
import { writeDates } from '../../words/write-dates.ts';
import type { OfficeEdition } from '../editions/edition.ts';

/** A key, and the words with which the telephone offers it. */
export interface OfferedKey {
  readonly key: string;
  readonly sentences: readonly Sentence[];
}

/** A contact on the leaflet. */
export interface LeafletContact {
  readonly name: string;
  readonly phone: string | null;
  readonly fax: string | null;
  readonly address: { readonly ja: string; readonly en: string } | null;
  /** The opening hours; empty unless the contact is the destination of key 0 in this language. */
  readonly hours: readonly Sentence[];
  /**
   * The days with unusual hours that are not over yet; empty unless the contact is the destination of key 0 in this
   * language. `days`: the days in written form, with readings. `reason`: why the destination is closed on these days;
   * empty if no reason is given.
   */
  readonly dates: readonly { readonly days: string; readonly reason: readonly Sentence[] }[];
}

/**
 * The content of a printed leaflet in one language. Its sentences are those that callers hear, so they are translated
 * and approved.
 */
export interface Leaflet {
  readonly language: LanguageTag;
  /** The language's own name. */
  readonly name: string;
  /** The title of the leaflet, with readings; the name of the line if the language has no title. */
  readonly title: string;
  /** The main telephone number; null if staff have not entered it yet. */
  readonly number: string | null;
  /** Telephone numbers that skip the choice of a language, as dialled within Japan. */
  readonly ownNumbers: readonly string[];
  /** What the line is about. */
  readonly about: readonly Sentence[];
  /** A warning that the content may be out of date; empty until the review date has passed. */
  readonly outdated: readonly Sentence[];
  readonly languageKey: OfferedKey;
  readonly topics: readonly OfferedKey[];
  readonly commands: readonly OfferedKey[];
  readonly emergency: readonly Sentence[];
  readonly addresses: readonly { readonly name: string; readonly url: string }[];
  readonly contacts: readonly LeafletContact[];
}

/**
 * The leaflet of one language of an edition.
 * @param now milliseconds since the epoch; days that are over are left out
 * @returns null if the edition does not have the language
 */
export function leafletOf({ file, line, script }: OfficeEdition, tag: LanguageTag, now: number): Leaflet | null {
  const language = file.languages.find((each) => each.tag === tag);
  if (!language) return null;
  const say = (...sayings: readonly Saying[]) => script(sayings).sentences;
  const offer = (offered: Saying): OfferedKey => ({ key: offered.key ?? '', sentences: say(offered) });
  const destination = file.destinations.find(({ id }) => id === language.destination);
  const isTried = destination?.dials.some(({ triedOn }) => triedOn !== undefined) ?? false;
  const canReachSomebody = isTried && destination?.hours !== undefined && destination.languages.includes(tag);
  const at = new Date(now).toISOString();
  const isOutdated = isPastReview(line.reviewBy, file.timeZone, at);
  const languageKey = offer(saying(tag, 'language-item', language.key));
  const nameOf = (names: Readonly<Record<string, string>>) => names[tag] ?? names[file.sourceLanguage] ?? '';
  return {
    language: tag,
    name: language.name,
    title: file.leaflet?.title?.[tag] ?? (tag === 'ja' ? file.name.ja : file.name.en),
    number: phoneNumberIn(file.facts, file.leaflet?.number),
    ownNumbers: language.ownNumbers.map(asDialledHere),
    about: withoutName(say(saying(tag, 'welcome')), language.name, languageKey),
    outdated: isOutdated ? say(saying(tag, 'welcome-outdated')) : [],
    languageKey,
    topics: file.topics.map(({ id, key }) => offer({ prompt: topicPrompt(id), language: tag, key })),
    commands: [
      offer(command.again(tag)),
      offer(command.speed(tag, { slow: false })),
      offer(command.backToTopics(tag)),
      // This is what key 0 does on an ordinary day in production. A leaflet must not promise a person who can never be
      // reached.
      offer(saying(tag, canReachSomebody ? 'person' : 'number-to-call', commandKeys.person)),
    ],
    emergency: withoutCallEnd(say(saying(tag, 'emergency')), namesNumber),
    addresses: (file.leaflet?.addresses ?? []).map(({ names, url }) => ({ name: nameOf(names), url })),
    contacts: (file.leaflet?.contacts ?? []).map(({ names, number: fact, phone, fax, address }) => ({
      name: nameOf(names),
      phone: phoneNumberIn(file.facts, fact) ?? phone ?? null,
      fax: fax ?? null,
      address: address ?? null,
      hours:
        destination?.hours && destination.number === fact
          ? say({ prompt: destinationPrompt(destination.id, 'hours'), language: tag })
          : [],
      dates: (destination?.number === fact ? (destination?.dates ?? []) : [])
        .filter((dates) => !isDayOver(wholeOf(dates).to, file.timeZone, at))
        .map((dates) => ({
          days: writeDates(tag, dates),
          reason: dates.reason === undefined ? [] : say({ prompt: closurePrompt(dates.reason), language: tag }),
        })),
    })),
  };
}

const namesNumber = ({ segments }: Sentence): boolean =>
  segments.some((segment) => segment.kind === 'fact' && segment.value.type === 'phone');

const plain = ({ language, segments }: Sentence): string => shownTexts(language, segments).join('');

/** The welcome without the name of the language, which only listeners need. */
function withoutName(welcome: readonly Sentence[], name: string, { sentences }: OfferedKey): readonly Sentence[] {
  const [first, ...rest] = welcome;
  const choice = sentences.map(plain).join(' ');
  return first && rest.length > 0 && isLanguageName(plain(first), { name, choice }) ? rest : welcome;
}

/**
 * The telephone numbers and keys on a leaflet, and what each key does. A printed leaflet counts as outdated only if one
 * of these has changed.
 */
export const keysOnLeaflet = ({ number, ownNumbers, languageKey, topics, commands, contacts }: Leaflet): string =>
  JSON.stringify([
    number,
    ownNumbers,
    languageKey.key,
    topics.map(({ key, sentences }) => [key, sentences[0]?.prompt]),
    commands.map(({ key, sentences }) => [key, sentences[0]?.prompt]),
    contacts.map(({ phone }) => phone),
  ]);
