import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';

/** How many topics callers can keep in mind. A line can have up to six. */
const remembered = 5;

/**
 * M-01: too many topics for one menu. Nested menus are no solution, because they are worse than one long menu.
 * Source: vendors advise four or five topics.
 */
export function menuSize({ line }: Draft): Finding[] {
  const count = line.topics.length;
  if (count <= remembered) return [];
  return [
    {
      rule: 'M-01',
      level: 'warning',
      place: { path: ['topics'] },
      ja: `項目が${count}個あります。覚えられるのは${remembered}つくらいまでです。減らすか、まとめてください。`,
      en: `There are ${count} topics; callers keep about ${remembered} in mind: take some out or put some together.`,
    },
  ];
}
