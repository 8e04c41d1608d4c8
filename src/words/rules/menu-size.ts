import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';

const limits = { warning: 6, error: 8 } as const;

/**
 * M-01: too many topics for one menu, or none. Source: vendors advise four or five; one long menu is still better than
 * nested menus.
 */
export function menuSize({ line }: Draft): Finding[] {
  const count = line.topics.length;
  if (count >= 1 && count < limits.warning) return [];
  return [
    {
      rule: 'M-01',
      level: count < 1 || count >= limits.error ? 'error' : 'warning',
      place: { path: ['topics'] },
      ja: `項目が${count}個あります。覚えられるのは${limits.warning - 1}つくらいまでです。減らすか、まとめてください。`,
      en: `There are ${count} topics; callers keep about ${limits.warning - 1} in mind: take some out or put some together.`,
    },
  ];
}
