import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';

/**
 * M-03: the keys of a menu must ascend from 1 without gaps, in the order in which callers hear them. Callers then do
 * not have to remember a key out of order.
 * Source: Avaya's and ACIxD's advice to present options in numerical order.
 */
export function menuKeys({ line }: Draft): Finding[] {
  const menus = [
    { list: 'languages', items: line.languages.map(({ tag, key }) => ({ name: tag, key })) },
    { list: 'topics', items: line.topics.map(({ id, key }) => ({ name: id, key })) },
  ] as const;
  return menus.flatMap(({ list, items }) =>
    items.flatMap(({ name, key }, index): Finding[] => {
      const expected = String(index + 1);
      if (key === expected) return [];
      const first = items.findIndex((item) => item.key === key);
      const taken = items[first]?.name;
      return [
        {
          rule: 'M-03',
          level: 'error',
          place: { path: [list, index, 'key'] },
          ...(first < index
            ? {
                ja: `「${name}」のキー「${key}」は「${taken}」が使っています。「${expected}」にしてください。`,
                en: `The key "${key}" of "${name}" belongs to "${taken}" already; make it "${expected}".`,
              }
            : {
                ja: `「${name}」のキーは「${key}」ですが、案内の順では「${expected}」です。キーは1から順に、間を空けずに付けてください。`,
                en: `"${name}" has the key "${key}" but is number ${expected} in the menu; give keys from 1 upwards without gaps.`,
              }),
        },
      ];
    }),
  );
}
