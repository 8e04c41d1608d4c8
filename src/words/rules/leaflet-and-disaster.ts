import type { Draft } from '../draft.ts';
import { isPhone } from '../fact-file.ts';
import type { Finding } from '../finding.ts';
import type { ValuePlace } from '../place.ts';
import { findingAt } from './line-references.ts';

/**
 * M-12: the number of the printed leaflets, or of a contact on them, is a fact that does not exist or is not a
 * telephone number. M-12 is also reported if an address or a contact has no name in one of the languages.
 */
export function leafletNames({ line }: Draft): Finding[] {
  const { leaflet, languages, facts } = line;
  if (!leaflet) return [];
  const isWrong = (name: string) => !isPhone(facts, name);
  const numbers = [
    { name: leaflet.number, at: ['leaflet', 'number'] },
    ...leaflet.contacts.map(({ number: name }, index) => ({
      name,
      at: ['leaflet', 'contacts', index, 'number'],
    })),
  ];
  const lists = (['addresses', 'contacts'] as const).flatMap((list) =>
    leaflet[list].map(({ names }, index) => ({ names, at: ['leaflet', list, index] })),
  );
  return [
    ...numbers.flatMap(({ name, at }) =>
      name === undefined || !isWrong(name)
        ? []
        : [
            findingAt(at, {
              ja: `配布シートの番号「${name}」は、電話番号の値ではありません。電話番号の値にするか、別の値を選んでください。`,
              en: `The number "${name}" on the printed sheets is not a telephone number; make it one, or choose another value.`,
            }),
          ],
    ),
    ...lists.flatMap(({ names, at }) => {
      const missing = languages.filter(({ tag }) => !Object.hasOwn(names, tag)).map(({ tag }) => tag);
      if (missing.length === 0) return [];
      return [
        findingAt(at, {
          ja: `配布シートの名前に、この言語がありません:${missing.map((tag) => `「${tag}」`).join('')}。「配布シート」の「シートに載せる名前と番号」で書いてください。`,
          en: `A name on the printed sheets is missing in: ${missing.map((tag) => `"${tag}"`).join(', ')}; write it under “Names and number on the sheets” in the console.`,
        }),
      ];
    }),
  ];
}

const twice = (ids: readonly string[], path: ValuePlace['path']): Finding[] =>
  ids.flatMap((id, index) =>
    ids.indexOf(id) < index
      ? [
          findingAt([...path, index], {
            ja: `「${id}」が2回あります。どちらかを消すか、別の名前にしてください。`,
            en: `"${id}" appears twice; delete one of them or give it another name.`,
          }),
        ]
      : [],
  );

/** M-12: two reasons for a closure have the same id. */
export const closureChoices = ({ line: { closures = [] } }: Draft): Finding[] =>
  twice(
    closures.map(({ id }) => id),
    ['closures'],
  );

/**
 * M-12: two kinds, two places or two actions of a disaster notice have the same id. M-12 is also reported if `notWith`
 * of an action contains an id that is neither a kind nor an action.
 */
export function disasterChoices({ line }: Draft): Finding[] {
  const { disaster } = line;
  if (!disaster) return [];
  const said = new Set([...disaster.kinds, ...disaster.actions].map(({ id }) => id));
  const idsOf = (list: 'kinds' | 'places' | 'actions') => disaster[list].map(({ id }) => id);
  return [
    ...(['kinds', 'places', 'actions'] as const).flatMap((list) => twice(idsOf(list), ['disaster', list])),
    ...disaster.actions.flatMap(({ id, notWith = [] }, index) =>
      notWith
        .filter((other) => !said.has(other))
        .map((other) =>
          findingAt(['disaster', 'actions', index, 'notWith'], {
            ja: `「${id}」と一緒に選べない「${other}」は、災害の種類にも行動にもありません。直してください。`,
            en: `Action "${id}" excludes "${other}", but there is no kind or action "${other}"; correct the name.`,
          }),
        ),
    ),
  ];
}
