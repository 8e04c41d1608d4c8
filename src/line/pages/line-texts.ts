import { asDialledHere } from '../../call/dialable.ts';
import type { DisasterNotice } from '../../call/disaster.ts';
import { disasterPrompts, furtherSayings, sayableNotice, urgentSayings } from '../../call/disaster.ts';
import { isLanguageName } from '../../call/for-readers.ts';
import type { LanguageTag } from '../../call/line.ts';
import { destinationFor, isDayOver, isPastReview } from '../../call/person.ts';
import { closurePrompt, destinationPrompt, saying, topicPrompt } from '../../call/say.ts';
import type { Saying } from '../../call/step.ts';
import { type Edition, MissingWordsError } from '../../edition/edition.ts';
import type { EditionLeaflet, EditionSentence, ShownPart } from '../../edition/edition-file.ts';
import { offeredKey, plainText } from '../../edition/shown-text.ts';
import { forbidsToSay, readable } from './readable.ts';

/** What the texts of the pages depend on, besides the edition. */
export interface PageConditions {
  /** An ISO time. */
  readonly now: string;
  /** The active disaster notice; null if there is none. */
  readonly disaster: DisasterNotice | null;
}

/** Words, and the language that they are in: another one if they do not exist in the language of the page. */
export interface Titled {
  readonly language: LanguageTag;
  readonly parts: readonly ShownPart[];
}

/**
 * A topic with its name and its texts. The first text says that the information is old; it is empty before the review
 * date.
 */
export interface TopicText {
  readonly id: string;
  readonly name: readonly ShownPart[];
  readonly texts: readonly (readonly EditionSentence[])[];
}

/** The texts of the line in one language, for readers. */
export interface LineTexts {
  readonly title: Titled;
  /** The telephone number to call: that of the language alone, or that of the line; null if neither is known. */
  readonly number: string | null;
  /** How to choose the language after calling; empty for a number that skips the choice. */
  readonly languageKey: readonly EditionSentence[];
  readonly owner: readonly EditionSentence[];
  /** What the line is about and, after the review date, how old this information is. */
  readonly about: readonly EditionSentence[];
  readonly topics: readonly TopicText[];
  readonly contacts: readonly ContactText[];
  readonly emergency: readonly EditionSentence[];
}

/** A contact to whom readers can turn with questions. */
export interface ContactText {
  readonly name: Titled;
  readonly phone: string | null;
  readonly fax: string | null;
  readonly address: Titled | null;
  /**
   * When the contact can be called. If the contact is a destination, a sentence follows after the review date that says
   * how old this information is. In an edition without contacts, the number of the destination comes first.
   */
  readonly hours: readonly EditionSentence[];
  /** Today and later days with other hours. */
  readonly dates: readonly DatesText[];
}

/** Days on which a contact cannot be called, or can be called at other hours than usual. */
interface DatesText {
  readonly days: readonly ShownPart[];
  /** Why the contact cannot be called; empty if callers hear no reason. */
  readonly reason: readonly EditionSentence[];
}

/**
 * The sentences of prompts. Leaves out prompts that the edition does not have. An edition made by an earlier version of
 * the program may lack some prompts.
 */
export function sentencesOf(edition: Edition, ...sayings: readonly Saying[]): readonly EditionSentence[] {
  return sayings.flatMap((each) => {
    try {
      return edition.script([each]).sentences;
    } catch (error) {
      if (error instanceof MissingWordsError) return [];
      throw error;
    }
  });
}

/** The title of the line in a language. If there is none, this is the line's name, in Japanese or in English. */
export function titleIn({ file }: Edition, tag: LanguageTag): Titled {
  const [language, parts] = file.leaflet?.titles.find(([each]) => each === tag) ?? [];
  if (language !== undefined && parts) return { language, parts };
  return tag.split('-')[0] === 'ja'
    ? { language: tag, parts: [{ text: file.name.ja }] }
    : { language: tag.split('-')[0] === 'en' ? tag : 'en', parts: [{ text: file.name.en }] };
}

/**
 * The telephone number to call, as dialled in Japan, and whether it skips the language menu. The number is null if none
 * is known.
 * @param tag null for the number of all languages
 */
export function numberIn({ file, language }: Edition, tag: LanguageTag | null) {
  const [own] = (tag === null ? undefined : language(tag)?.ownNumbers) ?? [];
  if (own !== undefined) return { number: asDialledHere(own), isOwn: true } as const;
  return { number: file.leaflet?.number ?? null, isOwn: false } as const;
}

/** The texts of the line in one of the edition's languages. */
export function lineTexts(edition: Edition, tag: LanguageTag, { now }: Pick<PageConditions, 'now'>): LineTexts {
  const { line } = edition;
  const isOutdated = isPastReview(line.reviewBy, line.timeZone, now);
  const say = (...sayings: readonly Saying[]) => readable(sentencesOf(edition, ...sayings));
  const outdated = (prompt: 'welcome-outdated' | 'topic-outdated' | 'number-outdated') =>
    isOutdated ? say(saying(tag, prompt)) : [];
  const { number, isOwn } = numberIn(edition, tag);
  const key = line.languages.find((each) => each.tag === tag)?.key;
  const languageKey = key === undefined ? [] : say(saying(tag, 'language-item', key));
  return {
    title: titleIn(edition, tag),
    number,
    languageKey: isOwn ? [] : languageKey,
    owner: say(saying(tag, 'greeting')),
    about: [...aboutLine(edition, tag, languageKey), ...outdated('welcome-outdated')],
    topics: line.topics.map(({ id, key: topicKey, parts }) => {
      const [menu] = sentencesOf(edition, { prompt: topicPrompt(id), language: tag, key: topicKey });
      const texts = parts.map((prompt) => say({ prompt, language: tag }));
      return {
        id,
        name: (menu && offeredKey(menu)?.name) ?? [{ text: id }],
        texts: [outdated('topic-outdated'), ...texts],
      };
    }),
    contacts: contactsIn(edition, tag, now, outdated('number-outdated')),
    emergency: say(saying(tag, 'emergency')),
  };
}

/**
 * The welcome for readers. Leaves out what only listeners need: the name of the language, and the request not to say or
 * enter a number.
 */
function aboutLine(edition: Edition, tag: LanguageTag, languageKey: readonly EditionSentence[]) {
  const welcome = sentencesOf(edition, saying(tag, 'welcome'));
  const offered = {
    name: edition.language(tag)?.name ?? tag,
    choice: languageKey.map(({ shown }) => plainText(shown)).join(' '),
  };
  return welcome.filter(({ shown }, index) => {
    const text = plainText(shown);
    const isName = index === 0 && welcome.length > 1 && isLanguageName(text, offered);
    return !isName && !forbidsToSay(tag, text);
  });
}

/** All contacts of the leaflet; in an edition without contacts, the destination of the language. */
function contactsIn(edition: Edition, tag: LanguageTag, now: string, dated: readonly EditionSentence[]): ContactText[] {
  const { file, line } = edition;
  const datesOf = (destination: string | null): DatesText[] => {
    const [, dates = []] = (file.dates ?? []).find(([id]) => id === destination) ?? [];
    return dates
      .filter(({ until }) => !isDayOver(until, line.timeZone, now))
      .map(({ reason, written }) => ({
        days: written.find(([language]) => language === tag)?.[1] ?? [],
        reason: reason === undefined ? [] : sentencesOf(edition, { prompt: closurePrompt(reason), language: tag }),
      }));
  };
  const hoursOf = (destination: string | null) =>
    destination !== null && line.destinations.some(({ id, hours }) => id === destination && hours)
      ? sentencesOf(edition, { prompt: destinationPrompt(destination, 'hours'), language: tag })
      : [];
  const contacts = (file.leaflet?.contacts ?? []).map((contact): ContactText => {
    const { phone, fax, address, destination } = contact;
    const written = tag.split('-')[0] === 'ja' ? 'ja' : 'en';
    return {
      name: nameIn(contact, tag),
      phone,
      fax,
      address: address && { language: written, parts: [{ text: address[written] }] },
      hours: [...hoursOf(destination), ...(destination === null ? [] : dated)],
      dates: datesOf(destination),
    };
  });
  if (contacts.length > 0) return contacts;
  const { id } = destinationFor(line, tag);
  const [, name] = file.destinations.find(([each]) => each === id) ?? [];
  const isJapanese = tag.split('-')[0] === 'ja';
  const number = readable(sentencesOf(edition, { prompt: destinationPrompt(id, 'number'), language: tag }));
  return [
    {
      name: { language: isJapanese ? tag : 'en', parts: [{ text: (isJapanese ? name?.ja : name?.en) ?? id }] },
      phone: null,
      fax: null,
      address: null,
      hours: [...number, ...hoursOf(id), ...dated],
      dates: datesOf(id),
    },
  ];
}

/** A name in a language. If there is none, the English name; if there is no English name either, the first one. */
export function nameIn(
  { names }: EditionLeaflet['contacts'][number] | EditionLeaflet['addresses'][number],
  tag: LanguageTag,
): Titled {
  const [language, parts] =
    names.find(([each]) => each === tag) ?? names.find(([each]) => each === 'en') ?? names[0] ?? [];
  return { language: language ?? tag, parts: parts ?? [] };
}

/**
 * The active disaster notice for readers of a language. It is in their language if it is approved in that language, and
 * otherwise in the announcers' languages. Each language has its own block. Empty if no notice is active, or the line
 * has no words for its kind of disaster.
 * @param tag the reader's language; null for readers who have not chosen one
 */
export function disasterTexts(
  edition: Edition,
  { disaster }: Pick<PageConditions, 'disaster'>,
  tag: LanguageTag | null,
): readonly { readonly language: LanguageTag; readonly sentences: readonly EditionSentence[] }[] {
  const { line } = edition;
  const notice = disaster && sayableNotice(line, disaster);
  if (!notice) return [];
  const spoken = tag !== null && notice.languages.includes(tag) ? [tag] : line.announcers;
  // If the notice is not approved in the reader's language, the first block says in that language at least what to do
  // in danger.
  const own = tag === null || spoken.includes(tag) ? [] : readable(sentencesOf(edition, safetyIn(tag)));
  const blocks = spoken.map((language) => {
    const isApproved = notice.languages.includes(language);
    const urgent = isApproved ? urgentSayings(notice, language) : [];
    const further = isApproved ? furtherSayings(notice, language) : [];
    return { language, sentences: readable(sentencesOf(edition, ...urgent, safetyIn(language), ...further)) };
  });
  return tag === null || own.length === 0 ? blocks : [{ language: tag, sentences: own }, ...blocks];
}

/**
 * What to do in danger. Like all texts except those of the notice itself, it is shown even if it is not approved.
 */
const safetyIn = (language: LanguageTag): Saying => ({ prompt: disasterPrompts.safety, language });
