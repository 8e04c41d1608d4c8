import { z } from 'zod';
import { isTelephoneNumber } from '../call/dialable.ts';
import { advise } from '../common/advice.ts';
import { freeName, recordOf } from './by-name.ts';
import { datedHours, mostDates } from './dated-hours.ts';
import { factFile, isoDate } from './fact-file.ts';
import { staffName } from './staff-names.ts';

const id = freeName(
  z
    .string()
    .regex(
      /^[a-z][a-z0-9-]*$/,
      advise('use small letters, digits and hyphens', '英小文字、数字、ハイフンだけで書いてください'),
    ),
);
/** Whether a topic or a destination can have this id. */
export const isEntryId = (text: string): boolean => id.safeParse(text).success;

/** Whether a name has the form that names of prompts in topics have, such as `notice.envelope`. */
export const isWrittenAsPart = (name: string): boolean => /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/.test(name);
/** Matches the name of a prompt for a choice of a disaster notice, or for the reason of a closure. */
const ofChoice = /^(?:disaster(-place|-place-also|-action)?|closure)\./;
/**
 * Whether a prompt can be put into a topic. Prompts of the dialogue itself cannot, because they explain nothing. Their
 * names have no dot, or begin with a word such as `topic` or `disaster`.
 */
export const isPartName = (name: string): boolean =>
  isWrittenAsPart(name) && !/^(topic|destination)\./.test(name) && !ofChoice.test(name);
/**
 * A prompt of a topic. Prompts that `ofChoice` matches are accepted as well, because older lines that have them in a
 * topic must stay readable.
 */
const part = z
  .string()
  .refine(
    (name) => isPartName(name) || (isWrittenAsPart(name) && ofChoice.test(name)),
    advise(
      'name a prompt such as "notice.envelope", with a dot',
      '「notice.envelope」のように、点の入った名前を書いてください',
    ),
  );
const factName = z
  .string()
  .regex(
    /^[a-z][A-Za-z0-9]*$/,
    advise('use letters and digits, beginning with a small letter', '英小文字で始め、英数字だけで書いてください'),
  );
const tagAdvice = advise(
  'use a BCP 47 tag in its usual spelling, such as "pt" or "zh-Hans"',
  '「pt」や「zh-Hans」のような言語タグを、決まった大文字と小文字で書いてください',
);
/** A language tag in its canonical spelling. Under another spelling, i18next would find no words. */
const tag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, { error: tagAdvice, abort: true })
  .refine(isCanonical, tagAdvice);

function isCanonical(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text)[0] === text;
  } catch {
    return false;
  }
}
const e164 = z
  .string()
  .refine(
    isTelephoneNumber,
    advise(
      'write it as +81…, without the leading 0, in quotes',
      '最初の0を取って"+81…"のように引用符で囲んで書いてください',
    ),
  );

const language = z.strictObject({
  tag,
  /** The telephone key that chooses the language. Like all telephone keys in the file, it is written in quotes. */
  key: z
    .string()
    .regex(
      /^[1-9]$/,
      advise('use one digit from 1 to 9, in quotes', '1から9までの数字一つを引用符で囲んで書いてください'),
    ),
  /** The language's own name in its own script. */
  name: z.string().min(1),
  /** The name of the language in the source language, with readings. Agents hear it in the whisper. */
  sourceName: z.string().min(1),
  destination: id,
  voices: z.strictObject({
    espeak: z.string().min(1),
    google: z.string().min(1),
    /** Twilio's voice and language for `<Say>`, which is used when audio is missing. */
    twilio: z.strictObject({ voice: z.string().min(1), language: z.string().min(1) }),
  }),
  /** Telephone numbers of the line for this language alone. People who call one of them skip the language menu. */
  ownNumbers: z.array(e164).default([]),
});

const destination = z.strictObject({
  id,
  /** The name that staff see, in Japanese and in English. */
  name: z.strictObject({ ja: z.string().min(1), en: z.string().min(1) }),
  /** The fact with the number that callers hear when they cannot be put through. */
  number: factName,
  languages: z.array(tag).min(1),
  /** The numbers that the line dials. The lint rules decide whether a number may be dialled, and explain why not. */
  dials: z.array(z.strictObject({ number: z.string().min(1), source: z.string().min(1), triedOn: isoDate.optional() })),
  /** The fact with the opening hours; absent if the hours are not known. */
  hours: factName.optional(),
  closed: z
    .strictObject({
      /**
       * The calendar of public holidays on which the destination is closed. Japan's calendar is the only one so far.
       */
      holidays: z.literal('japan').optional(),
      /** Closures that recur every year: the facts of type `day` with the first and the last day. */
      eachYear: z.array(z.strictObject({ from: factName, to: factName })).default([]),
    })
    .optional(),
  /** Exceptions on certain days; they take precedence over weekly hours, holidays and yearly closures. */
  dates: z
    .array(datedHours)
    .max(mostDates, advise(`write at most ${mostDates} dates`, `日付は${mostDates}件までです。減らしてください`))
    .optional(),
});

const choice = z.strictObject({
  id,
  /** The name that staff see, in Japanese and in English. */
  name: z.strictObject({ ja: z.string().min(1), en: z.string().min(1) }),
});

/**
 * The choices for a disaster notice. Each choice has a prompt in every language. Each place except the first has a
 * second prompt, `disaster-place-also.<id>`.
 */
const disasterFile = z.strictObject({
  /** `disaster.<id>`: what happened. */
  kinds: z.array(choice).min(1),
  /** `disaster-place.<id>`: where. */
  places: z.array(choice).default([]),
  /** `disaster-action.<id>`: what to do. `notWith` lists the kinds and other actions that contradict the action. */
  actions: z.array(choice.extend({ notWith: z.array(id).optional() })).default([]),
});

/** Maximum number of reasons for closures. It is low, because all are spoken in advance in every language. */
export const mostClosures = 20;

/** Names by language. The name in the source language is written with readings. */
const names = recordOf(tag, z.string().min(1));

/** What the printed leaflets and the public pages contain in addition to the words that callers hear. */
const leafletFile = z.strictObject({
  /** The title, such as "Kumamoto Prefecture: My Number by telephone"; if absent, the name of the line is used. */
  title: names.optional(),
  /** The fact with the number of the line; absent while the line has no number. */
  number: factName.optional(),
  addresses: z
    .array(
      z.strictObject({
        names,
        url: z.url(
          advise(
            'write a whole address such as https://www.example.jp',
            '「https://www.example.jp」のように、アドレス全体を書いてください',
          ),
        ),
      }),
    )
    .default([]),
  contacts: z
    .array(
      z.strictObject({
        names,
        /** The fact with the contact's number. If no prompt says the number, `phone` has the number itself instead. */
        number: factName.optional(),
        phone: z.string().optional(),
        fax: z.string().optional(),
        address: z.strictObject({ ja: z.string().min(1), en: z.string().min(1) }).optional(),
        /** Where the details of the contact were read. */
        source: z.string().min(1),
      }),
    )
    .default([]),
});

/** `prompts/line.yaml`: what all languages share. */
export const lineFile = z.strictObject({
  name: z.strictObject({ ja: z.string().min(1), en: z.string().min(1) }),
  timeZone: z
    .string()
    .refine(
      (zone) => Intl.supportedValuesOf('timeZone').includes(zone),
      advise('use an IANA name such as Asia/Tokyo', '「Asia/Tokyo」のような名前で書いてください'),
    ),
  sourceLanguage: tag,
  announcers: z.array(tag).min(1),
  defaultDestination: id,
  /**
   * The destination whose number callers hear in the prompt `out-of-order` while the server does not answer. If nobody
   * at this destination speaks a language, the text in that language may give the number of another destination. Absent
   * if the line does not have this prompt.
   */
  fallback: id.optional(),
  transfersPerHour: z.int().min(0),
  languages: z
    .array(language)
    .min(1)
    .max(
      9,
      advise('one menu holds at most nine languages', '一つのメニューに入る言語は九つまでです。減らしてください'),
    ),
  topics: z
    .array(
      z.strictObject({
        id,
        name: staffName.optional(),
        key: z
          .string()
          .regex(
            /^[1-6]$/,
            advise(
              'use one digit from 1 to 6, in quotes; 7, 8, 9 and 0 are commands',
              '1から6までの数字一つを引用符で囲んで書いてください。7、8、9、0は決まった操作に使います',
            ),
          ),
        parts: z.array(part).min(1),
      }),
    )
    .min(1)
    .max(6, advise('write at most six topics: their keys are 1 to 6', '項目は六つまでです。減らしてください')),
  destinations: z.array(destination).min(1),
  disaster: disasterFile.optional(),
  /** `closure.<id>`: why a destination is closed on certain days. */
  closures: z
    .array(choice)
    .max(
      mostClosures,
      advise(`write at most ${mostClosures} reasons`, `理由は${mostClosures}件までです。減らしてください`),
    )
    .optional(),
  leaflet: leafletFile.optional(),
  facts: recordOf(factName, factFile),
  /**
   * The names that staff use for prompts of topics, by prompt. Prompts without a name are numbered within their topic.
   */
  textNames: recordOf(z.string(), staffName).optional(),
});
export type LineFile = z.infer<typeof lineFile>;
