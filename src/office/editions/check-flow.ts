import type { Finding } from '../../words/finding.ts';
import type { Flow } from './flow.ts';

/**
 * Limits for the seconds that the line waits for a key. `least` and `most` apply to every screen. `topics` is the
 * minimum for the topics menu, which is long and needs thought.
 */
const wait = { least: 4, most: 15, topics: 7 } as const;
/**
 * The number of key presses to reach a topic, including the choice of the language. More than `warning` give a warning,
 * and more than `error` give an error.
 */
const depth = { warning: 3, error: 4 } as const;
/**
 * Limits for the milliseconds of pause between two options. A pause below `least` is an error; any other pause outside
 * `wanted` is a warning. Source: ACIxD's menu guidelines.
 */
const gap = { least: 300, wanted: { from: 500, to: 750 } } as const;
/**
 * The length of a silence in milliseconds. More than `warning` gives a warning, and more than `error` gives an error,
 * because in a long silence callers think that they were cut off.
 */
const silence = { warning: 2000, error: 3000 } as const;
/**
 * `warning` and `error`: the seconds until callers have heard the last language; more give a warning or an error.
 * `onePage`: the maximum number of languages in one menu.
 */
const languages = { warning: 30, error: 45, onePage: 9 } as const;

type Text = Pick<Finding, 'ja' | 'en'>;

/**
 * A finding about the whole line: the dialogue results from `line.yaml` and the code, so the finding has no narrower
 * place.
 */
const finding = (rule: string, level: Finding['level'], text: Text): Finding => ({
  rule,
  level,
  place: { path: [] },
  ...text,
});

/** Checks rules M-08, M-10, M-11, M-13, M-14, M-18 and M-19, which concern the flow of a call and not its wording. */
export function checkFlow(flow: Flow): Finding[] {
  return [
    ...checkWaits(flow),
    ...checkDepth(flow),
    ...checkSilences(flow),
    ...checkLanguages(flow),
    ...checkOrder(flow),
  ];
}

function checkWaits({ waits }: Flow): Finding[] {
  const each = new Map(waits.map(({ screen, seconds }) => [`${screen} ${seconds}`, { screen, seconds }]));
  return [...each.values()].flatMap(({ screen, seconds }) => {
    const isHurried = screen === 'topics' && seconds < wait.topics;
    const isWrong = seconds < wait.least || seconds > wait.most;
    if (!isWrong && !isHurried) return [];
    return [
      finding('M-08', isWrong ? 'error' : 'warning', {
        ja: `画面「${screen}」でキーを待つ時間が${seconds}秒です。${wait.least}秒から${wait.most}秒まで(項目のメニューは${wait.topics}秒から)にしてください。`,
        en: `The screen "${screen}" waits ${seconds} seconds for a key; make it wait ${wait.least} to ${wait.most} seconds (at least ${wait.topics} on the topics menu).`,
      }),
    ];
  });
}

function checkDepth({ presses }: Flow): Finding[] {
  return presses
    .filter(({ count }) => count > depth.warning)
    .map(({ language, topic, count }) =>
      finding('M-10', count > depth.error ? 'error' : 'warning', {
        ...(Number.isFinite(count)
          ? {
              ja: `「${language}」の項目「${topic}」までキーを${count}回押します。${depth.warning}回までにしてください。`,
              en: `Topic "${topic}" in "${language}" takes ${count} key presses; make it at most ${depth.warning}.`,
            }
          : {
              ja: `「${language}」の項目「${topic}」は、どのキーを押しても聞けません。メニューから選べるようにしてください。`,
              en: `Topic "${topic}" in "${language}" cannot be reached with any keys; put it into the menu.`,
            }),
      }),
    );
}

function checkSilences({ gaps, silences }: Flow): Finding[] {
  const odd = [...new Set(gaps)].filter((ms) => ms < gap.wanted.from || ms > gap.wanted.to);
  const long = [...new Set(silences)].filter((ms) => ms > silence.warning);
  return [
    ...odd.map((ms) =>
      finding('M-11', ms < gap.least ? 'error' : 'warning', {
        ja: `キーの案内の間が${ms}ミリ秒です。${gap.wanted.from}から${gap.wanted.to}ミリ秒にしてください。`,
        en: `There are ${ms} ms between two options; make it ${gap.wanted.from} to ${gap.wanted.to}.`,
      }),
    ),
    ...long.map((ms) =>
      finding('M-18', ms > silence.error ? 'error' : 'warning', {
        ja: `${ms}ミリ秒の無音があります。切れたと思われるので、${silence.warning}ミリ秒までにしてください。`,
        en: `There is a silence of ${ms} ms, in which callers think they were cut off; make it at most ${silence.warning} ms.`,
      }),
    ),
  ];
}

function checkLanguages({ languagesHeard }: Flow): Finding[] {
  const last = languagesHeard.at(-1);
  const late = last !== undefined && last.seconds > languages.warning ? [last] : [];
  return [
    ...late.map(({ language, seconds }) =>
      finding('M-13', seconds > languages.error ? 'error' : 'warning', {
        ja: `最後の言語「${language}」が聞こえるまで${seconds.toFixed(1)}秒かかります(目安は${languages.warning}秒まで)。あいさつと言語の案内を短くしてください。`,
        en: `Callers have heard the last language, "${language}", after ${seconds.toFixed(1)} seconds (recommended: at most ${languages.warning}); shorten the greeting and the sentences that offer the languages.`,
      }),
    ),
    ...(languagesHeard.length > languages.onePage
      ? [
          finding('M-14', 'error', {
            ja: `一つのメニューに${languagesHeard.length}の言語があります。${languages.onePage}までにしてください。`,
            en: `One menu offers ${languagesHeard.length} languages; at most ${languages.onePage} are possible.`,
          }),
        ]
      : []),
  ];
}

/**
 * The topics must have the same order in every language. Otherwise leaflets and advice from other callers are
 * misleading.
 */
function checkOrder({ topicOrder }: Flow): Finding[] {
  const [first] = topicOrder;
  return [...topicOrder]
    .filter(([, order]) => order.join() !== first?.[1].join())
    .map(([language]) =>
      finding('M-19', 'error', {
        ja: `「${language}」の項目の順番が「${first?.[0]}」と違います。同じ順番にしてください。`,
        en: `The topics of "${language}" are in a different order from those of "${first?.[0]}"; use the same order in all languages.`,
      }),
    );
}
