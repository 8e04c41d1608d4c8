import type { Bilingual } from '../common/bilingual.ts';
import type { NoticeProblem } from '../office/disaster/read-notice.ts';
import type { LineFile } from '../words/line-file.ts';

/* What `npm run disaster` says, in the words of the console. */

/** The help text, with the kinds, places and actions of this line. */
export const helpFor = (line: Pick<LineFile, 'disaster'> | null): Bilingual => {
  const words = line ? wordsOf(line) : unreadable;
  return { ja: `${usage.ja}\n${words.ja}`, en: `${usage.en}\n${words.en}` };
};

const usage: Bilingual = {
  en: `Use: npm run disaster -- <command>
  on --kind <kind> [--place <place>]… [--action <action>]… [--at <time>] [--until <time>]
          switches the disaster notice on, or changes it
  off     switches it off
  renew   records that it is still right
  status  shows it, and in which languages it is approved
Times are written as 2026-11-24T09:30, in the time zone of the line.
With --drill, only the rehearsal phone hears the notice.`,
  ja: `使い方: npm run disaster -- <コマンド>
  on --kind <種類> [--place <場所>]… [--action <してほしいこと>]… [--at <日時>] [--until <日時>]
          災害のお知らせを流します。流れているときは、内容を変えます
  off     お知らせを終わりにします
  renew   お知らせが今も正しいことを記録します
  status  今の状態と、どの言語で承認されているかを示します
日時は、電話案内の時間帯で、2026-11-24T09:30 のように書きます。--drill を付けると訓練になり、リハーサル電話だけに流れます。`,
};

const unreadable: Bilingual = {
  ja: 'この電話案内の種類、場所、してほしいことは、今は読めません。',
  en: 'The kinds, places and actions of this line cannot be read now.',
};

function wordsOf({ disaster }: Pick<LineFile, 'disaster'>): Bilingual {
  if (!disaster) {
    return {
      ja: 'この電話案内には、災害の文がありません(line.yaml に「disaster」がないか、まだ公開されていません)。',
      en: 'This line has no disaster texts: "disaster" is not in line.yaml, or has not been published.',
    };
  }
  const list = (heading: string, choices: readonly Choice[], language: keyof Bilingual) =>
    [heading, ...choices.map((each) => `  ${named(each)[language]}`.trimEnd())].join('\n');
  const { kinds, places, actions } = disaster;
  return {
    ja: [
      list('種類(--kind):', kinds, 'ja'),
      list('場所(--place):', places, 'ja'),
      list('してほしいこと(--action):', actions, 'ja'),
    ].join('\n'),
    en: [
      list('kinds (--kind):', kinds, 'en'),
      list('places (--place):', places, 'en'),
      list('actions (--action):', actions, 'en'),
    ].join('\n'),
  };
}

type Choice = NonNullable<LineFile['disaster']>['kinds'][number];

/** Says that only `on` takes this option. */
export const onlyWithOn = (name: string): Bilingual => ({
  ja: `--${name} は、on だけで使えます。`,
  en: `Only "on" takes --${name}.`,
});

/** The id of a kind, place or action, as it is typed, with its name. */
export const named = ({ id, name }: Choice): Bilingual => ({ ja: `${id} ${name.ja}`, en: `${id} ${name.en}` });

/** What is wrong with a typed notice. */
export const problems: Readonly<Record<NoticeProblem, Bilingual>> = {
  'no-disaster': { ja: 'この電話案内には、災害の文がありません。', en: 'This line has no disaster texts.' },
  kind: { ja: '--kind は、下の種類から一つ選んでください。', en: '--kind must be one of the kinds below.' },
  places: { ja: '--place は、下の場所から選んでください。', en: 'Every --place must be one of the places below.' },
  actions: {
    ja: '--action は、下の「してほしいこと」から選んでください。',
    en: 'Every --action must be one of the actions below.',
  },
  at: {
    ja: '--at は、2026-11-24T09:30 のような日時にしてください。',
    en: '--at must be a time such as 2026-11-24T09:30.',
  },
  'at-later': { ja: '--at が今より後です。今か、今より前の日時にしてください。', en: '--at is later than now.' },
  until: {
    ja: '--until は、2026-11-24T09:30 のような日時にしてください。',
    en: '--until must be a time such as 2026-11-24T09:30.',
  },
  'until-earlier': {
    ja: '--until の日時は、もう過ぎています。今より後の日時にしてください。',
    en: '--until has already passed.',
  },
};

/** A notice that is on, as `status` shows it. */
interface ShownNotice {
  readonly since: string;
  /** Null if the notice lasts until it is switched off. */
  readonly until: string | null;
  /** Its kind, places and actions. */
  readonly content: readonly Bilingual[];
}

const names = {
  on: { ja: '災害のお知らせ', en: 'The disaster notice' },
  drill: { ja: '訓練のお知らせ', en: 'The drill' },
} as const;

export const texts = {
  keptNowhere: {
    ja: 'どこにも保存できないので、何も変えませんでした。DATA_DIR のあるディスクに空きを作り、このアカウントが書き込めるようにしてください。または、管理画面にサインインできるなら、「災害のお知らせ」で操作してください。そのときは、動いているサービスがメモリーに持って流します。',
    en:
      'Nothing was changed, because the change could not be stored anywhere. Make room on the disk of DATA_DIR, and let this account write there. ' +
      'If you can sign in to the console, you can also use its page of the disaster notice: the running service then holds the change in memory.',
  },
  notKept: (why: Bilingual): Bilingual => ({
    ja: `保存できないところがあります: ${why.ja}`,
    en: `Not stored everywhere: ${why.en}`,
  }),
  onlyInMemory: {
    ja: 'お知らせの操作は有効です。ただし、動いているサービスのメモリーにしかありません。サービスが止まると失われます。DATA_DIR のディスクに空きを作ってから、同じコマンドをもう一度実行してください。',
    en: 'The change is in effect, but only in the memory of the running service. It is lost when the service stops. Make room on the disk of DATA_DIR, then run the same command again.',
  },
  nothingRuns: (dataFolder: string): Bilingual => ({
    ja: `DATA_DIR「${dataFolder}」で動いているサービスが見つかりません。動いていなければ、電話をかけた人は、今はお知らせを聞けません。npm start で起動してください。それまでの代替案内は、npm run twilio -- fallback --deploy で置き直せます。`,
    en: `No service was found that runs on DATA_DIR "${dataFolder}". If none runs, callers cannot hear the notice now. Start it with npm start. Until then, npm run twilio -- fallback --deploy renews the fallback.`,
  }),
  noLine: (dataFolder: string): Bilingual => ({
    ja: `DATA_DIR「${dataFolder}」に、電話案内がありません。サービスと同じ DATA_DIR にしてください(.env を見てください)。`,
    en: `There is no line in DATA_DIR "${dataFolder}": set DATA_DIR to that of the service (see .env).`,
  }),
  follows: {
    ja: '動いているサービスには、1秒以内に伝わります。',
    en: 'A running service follows within a second.',
  },
  nothingOn: (isRead: boolean): Bilingual =>
    isRead
      ? { ja: '流れているお知らせはありません。', en: 'No notice is on.' }
      : { ja: '読めた範囲では、流れているお知らせはありません。', en: 'No notice is on, as far as it can be read.' },
  notAllowed: { ja: 'ここでは、この操作はできません。', en: 'This is not allowed here.' },
  unread: (why: Bilingual): Bilingual => ({
    ja: `読めないものがあります: ${why.ja}`,
    en: `Could not be read: ${why.en}`,
  }),
  off: (which: keyof typeof names, isRead: boolean): Bilingual => ({
    ja: `${names[which].ja}は、${isRead ? '' : '読めた範囲では'}流れていません。`,
    en: `${names[which].en} is off${isRead ? '' : ', as far as it can be read'}.`,
  }),
  on: (which: keyof typeof names, { since, until, content }: ShownNotice): Bilingual => ({
    ja: `${names[which].ja}が流れています(${since}から${until === null ? '、終わりにするまで' : `${until}まで`}): ${content.map(({ ja }) => ja).join('、')}`,
    en: `${names[which].en} has been on since ${since}, until ${until ?? 'it is switched off'}: ${content.map(({ en }) => en).join(', ')}.`,
  }),
  /** If there is no language in which all texts of the notice are approved, callers hear only the safety text. */
  nobodyApproved: {
    ja: 'すべての文が承認されている言語がないので、「とても危ない」ということと緊急の番号だけが流れています。管理画面の「災害の文の承認」で承認すると、お知らせの内容が流れます。',
    en: 'No language has all texts of the notice approved. So callers hear only that there is great danger, and the emergency numbers. Once the texts are approved in the console, callers hear the notice itself.',
  },
  /** Only the running service knows what is approved. */
  notLookedUp: {
    ja: '承認されている言語は、まだ分かりません。分かるまでは、「とても危ない」ということと緊急の番号だけが流れます。サービスが動いていれば、数秒で分かります。',
    en: 'It is not known yet in which languages it is approved. Until then, callers hear only that there is great danger, and the emergency numbers. A running service finds out within seconds.',
  },
  approved: (languages: readonly string[]): Bilingual => ({
    ja: `承認されている言語: ${languages.join('、')}。ほかの言語の人には、最初に流れる言語で聞こえます。`,
    en: `Approved in: ${languages.join(', ')}. Callers of other languages hear it in the languages that the line speaks first.`,
  }),
} as const;
