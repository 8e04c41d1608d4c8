import type { Draft } from '../draft.ts';
import type { FactFile } from '../fact-file.ts';
import type { Finding } from '../finding.ts';
import { placeholdersWithoutFact } from '../moment-facts.ts';
import { baseLanguage } from './language-of.ts';

type Path = readonly PropertyKey[];
type Text = { readonly ja: string; readonly en: string };

/** A finding of M-12 about a value of `line.yaml`. */
export const findingAt = (path: Path, text: Text, level: Finding['level'] = 'error'): Finding => ({
  rule: 'M-12',
  level,
  place: { path },
  ...text,
});

/** M-12: `line.yaml` names a language or a destination that it does not define. */
export function unknownNames(draft: Draft): Finding[] {
  const { line } = draft;
  const tags = line.languages.map(({ tag }) => tag);
  const ids = line.destinations.map(({ id }) => id);
  const language = (tag: string, path: Path, what: Text) => ({ name: tag, known: tags, path, what });
  const destination = (id: string, path: Path, what: Text) => ({ name: id, known: ids, path, what });
  return [
    language(line.sourceLanguage, ['sourceLanguage'], { ja: '元の言語', en: 'The source language' }),
    ...line.announcers.map((tag, index) =>
      language(tag, ['announcers', index], { ja: '案内の言語', en: 'A language that is spoken before callers choose' }),
    ),
    destination(line.defaultDestination, ['defaultDestination'], { ja: '標準の転送先', en: 'The default destination' }),
    ...(line.fallback === undefined
      ? []
      : [
          destination(line.fallback, ['fallback'], {
            ja: '動いていないときの転送先',
            en: 'The destination for when the line is out of order',
          }),
        ]),
    ...line.languages.map(({ tag, destination: id }, index) =>
      destination(id, ['languages', index, 'destination'], {
        ja: `「${tag}」の転送先`,
        en: `The destination of "${tag}"`,
      }),
    ),
  ]
    .filter(({ name, known }) => !known.includes(name))
    .map(({ name, known, path, what }) =>
      findingAt(path, {
        ja: `${what.ja}「${name}」はありません。次のどれかにしてください:${known.map((each) => `「${each}」`).join('')}。`,
        en: `${what.en}, "${name}", is not defined; make it one of: ${known.map((each) => `"${each}"`).join(', ')}.`,
      }),
    );
}

/**
 * M-12: a destination lists a language that the line does not offer, but it does not list a variant that the line does
 * offer. For example, it lists `zh`, and the line offers `zh-Hans`. If callers who choose the variant are sent to this
 * destination, they hear that nobody speaks their language. Other languages that the line does not offer are accepted,
 * because languages that have been switched off stay in the lists of destinations.
 */
export function unmatchedLanguages(draft: Draft): Finding[] {
  const tags = draft.line.languages.map(({ tag }) => tag);
  return draft.line.destinations.flatMap(({ id, languages }, index) =>
    languages.flatMap((tag, at): Finding[] => {
      const close = tags.find((each) => baseLanguage(each) === baseLanguage(tag) && !languages.includes(each));
      if (tags.includes(tag) || close === undefined) return [];
      const text = {
        ja: `転送先「${id}」で話せる言語「${tag}」は、この電話の言語にありません。「${close}」のことなら、「${close}」に変えてください。今のままでは、「${close}」の人は、話せる人がいないと聞きます。`,
        en: `Destination "${id}" lists "${tag}", which is not a language of the line. If "${close}" is meant, list "${close}" instead. Otherwise callers who choose "${close}" hear that nobody speaks their language.`,
      };
      return [findingAt(['destinations', index, 'languages', at], text, 'warning')];
    }),
  );
}

/** M-12: a fact has the name of a placeholder whose value comes from no fact. Texts cannot name such a fact. */
export const takenFactNames = ({ line }: Draft): Finding[] =>
  Object.keys(line.facts)
    .filter((name) => placeholdersWithoutFact.has(name))
    .map((name) =>
      findingAt(['facts', name], {
        ja: `「${name}」は、別の意味で決まっている名前なので、値の名前に使えません。別の名前にしてください。`,
        en: `A value cannot be called "${name}", because {{${name}}} has a fixed meaning; give it another name.`,
      }),
    );

/** M-12: a destination names a fact that does not exist or is of another type. */
export function unknownFacts(draft: Draft): Finding[] {
  const wanted = draft.line.destinations.flatMap(({ id, number, hours, closed }, index) => {
    const at = (...rest: PropertyKey[]): Path => ['destinations', index, ...rest];
    const days = (closed?.eachYear ?? []).flatMap(({ from, to }, pair) => [
      { id, name: from, type: 'day', path: at('closed', 'eachYear', pair, 'from') } as const,
      { id, name: to, type: 'day', path: at('closed', 'eachYear', pair, 'to') } as const,
    ]);
    return [
      { id, name: number, type: 'phone', path: at('number') } as const,
      ...(hours === undefined ? [] : [{ id, name: hours, type: 'hours', path: at('hours') } as const]),
      ...days,
    ];
  });
  return wanted.flatMap(({ id, name, type, path }) => {
    const fact = Object.hasOwn(draft.line.facts, name) ? draft.line.facts[name] : undefined;
    return fact?.type === type ? [] : [findingAt(path, wrongFact(id, name, type, fact))];
  });
}

/** What staff call the types of facts. */
const types: Readonly<Record<FactFile['type'], Text>> = {
  phone: { ja: '電話番号', en: 'a telephone number' },
  hours: { ja: '受付時間', en: 'opening hours' },
  date: { ja: '日付', en: 'a date' },
  month: { ja: '年月', en: 'a month of a year' },
  day: { ja: '毎年の月日', en: 'a day of every year' },
  time: { ja: '時刻', en: 'a time of day' },
};

function wrongFact(id: string, name: string, type: FactFile['type'], fact: FactFile | undefined): Text {
  if (!fact) {
    return {
      ja: `転送先「${id}」の「${name}」という値がありません。${types[type].ja}の値として加えてください。`,
      en: `Destination "${id}" uses the value "${name}", which does not exist; add it as ${types[type].en}.`,
    };
  }
  return {
    ja: `転送先「${id}」の「${name}」は${types[fact.type].ja}です。${types[type].ja}の値を選んでください。`,
    en: `Destination "${id}" uses the value "${name}", which is ${types[fact.type].en}; choose ${types[type].en}.`,
  };
}

/**
 * M-12: a name or a telephone number that appears twice in a list. If two ids or two `ownNumbers` are equal, only the
 * first is ever found. A number that is in `dials` twice would be dialled twice.
 */
export function duplicateNames(draft: Draft): Finding[] {
  const { languages, topics, destinations, announcers } = draft.line;
  const names = [
    announcers.map((name, index) => ({ name, path: ['announcers', index] })),
    ...destinations.flatMap(({ languages: spoken, dials }, index) => [
      spoken.map((name, at) => ({ name, path: ['destinations', index, 'languages', at] })),
      dials.map(({ number: name }, at) => ({ name, path: ['destinations', index, 'dials', at, 'number'] })),
    ]),
    languages.map(({ tag }, index) => ({ name: tag, path: ['languages', index, 'tag'] })),
    topics.map(({ id }, index) => ({ name: id, path: ['topics', index, 'id'] })),
    destinations.map(({ id }, index) => ({ name: id, path: ['destinations', index, 'id'] })),
    languages.flatMap(({ ownNumbers }, index) =>
      ownNumbers.map((name, own) => ({ name, path: ['languages', index, 'ownNumbers', own] })),
    ),
  ];
  return names.flatMap((list) =>
    list
      .filter(({ name }, index) => list.findIndex((each) => each.name === name) < index)
      .map(({ name, path }) =>
        findingAt(path, {
          ja: `「${name}」が2回あります。どちらかを消すか、変えてください。`,
          en: `"${name}" appears twice; delete or change one of the two.`,
        }),
      ),
  );
}
