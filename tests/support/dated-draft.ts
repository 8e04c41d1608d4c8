import type { Draft } from '../../src/words/draft.ts';

/**
 * Adds closures to a draft of the made-up line. Its first destination is closed on two days and on a third from noon to
 * 3 p.m. Two of these closures have a reason, and each reason has a text in every language.
 */
export function datedDraft(draft: Draft): Draft {
  const named = (id: string) => ({ id, name: { ja: id, en: id } });
  const texts: Readonly<Record<string, readonly [works: string, storm: string, again: string]>> = {
    en: ['There are works.', 'There is a storm.', 'Call again from {{openingTime}} on {{openingDay}}.'],
    'zh-Hans': ['正在施工。', '天气不好。', '{{openingDay}}{{openingTime}}起可以再打。'],
    ja: ['{工事|こうじ}が あります。', '{嵐|あらし}です。', '{{openingDay}} {{openingTime}}から かけて ください。'],
  };
  const words = [...draft.words].map(([tag, each]): [string, typeof each] => {
    const [works = '', storm = '', again = ''] = texts[tag] ?? [];
    const more = { 'closure.works': [works], 'closure.storm': [storm], 'opens-again': [again] };
    return [tag, { ...each, prompts: { ...each.prompts, ...more } }];
  });
  const dates = [
    { kind: 'closed', from: '2026-12-08', reason: 'works' },
    { kind: 'closed', from: '2026-12-10', begins: '12:00', ends: '15:00', reason: 'storm' },
    { kind: 'closed', from: '2026-12-16' },
  ] as const;
  const [office, ...others] = draft.line.destinations;
  if (!office) throw new Error('The line has no destination.');
  const destinations = [{ ...office, dates: [...dates] }, ...others];
  return {
    ...draft,
    line: { ...draft.line, closures: [named('works'), named('storm')], destinations },
    words: new Map(words),
  };
}
