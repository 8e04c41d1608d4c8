import { advance } from '../../call/advance.ts';
import type { LanguageTag } from '../../call/line.ts';
import { command, outOfOrder } from '../../call/say.ts';
import type { Saying, Turn } from '../../call/step.ts';
import type { LengthKind, PartLength } from '../../speech/measure/check-lengths.ts';
import { keyPromptsOf } from '../../words/prompt-ids.ts';
import type { OfficeEdition } from './edition.ts';
import { conditionsOf, type SecondsOf } from './flow.ts';

/**
 * Measures the parts of a call whose length the checks limit. The greeting is measured once, in all languages in which
 * it is said, and every other part in each language.
 */
export function partLengths(edition: OfficeEdition, secondsOf: SecondsOf): PartLength[] {
  const { line, file } = edition;
  const conditions = conditionsOf(edition);
  const offers = keyPromptsOf(file);
  const seconds = (sayings: readonly Saying[]): number =>
    sayings.length === 0
      ? 0
      : edition
          .script(sayings)
          .narration.parts.reduce<number>(
            (sum, each) => sum + (typeof each === 'number' ? each / 1000 : secondsOf(each)),
            0,
          );
  const length = (
    kind: LengthKind,
    language: LanguageTag,
    sayings: readonly Saying[],
    prompt: string | null = null,
  ) => ({
    kind,
    language,
    prompt,
    seconds: seconds(sayings),
  });
  const silence = (turn: Turn) => advance(edition, conditions, turn.state, { kind: 'silence' });
  const start = sayingsOf(advance(edition, conditions, null, { kind: 'call-started' }));
  const [announcer = file.sourceLanguage] = line.announcers;
  return [
    length(
      'greeting',
      announcer,
      start.filter(({ prompt }) => prompt === 'greeting'),
      'greeting',
    ),
    ...line.languages.flatMap(({ tag }) => {
      const opened = advance(edition, conditions, null, { kind: 'call-started', language: tag });
      const menu = sayingsOf(advance(edition, conditions, opened.state, { kind: 'key', key: '9' }));
      const retries = [silence(opened), silence(silence(opened))].map(sayingsOf);
      const added = (index: number) => (retries[index] ?? []).filter(({ prompt }) => !offers.has(prompt));
      const items = start.filter(({ prompt, language }) => prompt === 'language-item' && language === tag);
      // Under these conditions, the menu offers a telephone number. Where transfers are possible, the menu offers a
      // person instead, and that offer is measured too.
      const offered = [...menu, ...(retries[1] ?? []), command.person(tag)];
      const options = offered.filter(({ prompt }) => offers.has(prompt));
      return [
        ...items.map((item) => length('language-item', tag, [item], item.prompt)),
        ...distinct(options).map((option) => length('option', tag, [option], option.prompt)),
        length('menu', tag, menu),
        length('retry-1', tag, added(0)),
        length('retry-2', tag, added(1)),
        ...line.topics
          .flatMap(({ parts }) => parts)
          .map((prompt) => length('explanation', tag, [{ prompt, language: tag }], prompt)),
        length('closing', tag, [{ prompt: 'goodbye', language: tag }], 'goodbye'),
        ...(file.fallback === undefined
          ? []
          : [length('fallback', tag, [{ prompt: outOfOrder, language: tag }], outOfOrder)]),
      ];
    }),
  ];
}

const sayingsOf = ({ steps }: Turn): Saying[] => steps.flatMap((step) => (step.do === 'say' ? step.sayings : []));

const distinct = (sayings: readonly Saying[]): Saying[] => [
  ...new Map(sayings.map((saying) => [saying.prompt, saying])).values(),
];
