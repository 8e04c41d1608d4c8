import type { Texts } from '../../frame/text.ts';

/** Publishing the draft. */
export const publishTexts = {
  nav: { ja: '公開', en: 'Publish' },
  about: {
    ja: '下書きの変更を確かめて、すべての言語をまとめて公開します。',
    en: 'Look through the changes of the draft and publish all languages together.',
  },
  title: { ja: '公開', en: 'Publish' },
  news: {
    ja: '公開していない変更が{{count}}件あります(直すもの{{wrong}}件、警告{{warnings}}件、承認待ち{{unapproved}}件)。',
    en: 'Changes not published: {{count}} (to correct: {{wrong}}, warnings: {{warnings}}, not approved yet: {{unapproved}}).',
  },
  first: {
    ja: '最初の版の音声を作っています。できるまで数分かかります。そのあとで、変更を公開できます。',
    en: 'The first edition is being made: its speech takes a few minutes. You can publish changes after that.',
  },
  'nothing-new': {
    ja: '下書きは、今流れている内容と同じです。公開する変更はありません。',
    en: 'The draft is what callers hear now; there is nothing to publish.',
  },
  nothing: { ja: '(なし)', en: '(nothing)' },
  removed: { ja: '削除', en: 'removed' },
  added: { ja: '追加', en: 'added' },
  error: { ja: 'エラー', en: 'Error' },
  warning: { ja: '警告', en: 'Warning' },
  gate: { ja: '{{title}}({{count}}件)', en: '{{title}} ({{count}})' },
  'gate-approvals': { ja: '承認のページを開く', en: 'Open “Approve”' },
  'gate-texts': { ja: '文 {{count}}件', en: 'Texts: {{count}}' },
  'gate-left': {
    ja: 'このほかに{{count}}件あります。上のものを直すと表示されます。',
    en: {
      one: '{{count}} more problem will be shown once these are fixed.',
      other: '{{count}} more problems will be shown once these are fixed.',
    },
  },
  'gate-page': { ja: '確かめる', en: 'Show' },
  changes: { ja: '変わるところ({{count}}件)', en: 'What changes ({{count}})' },
  values: { ja: 'すべての言語に共通の変更', en: 'Changes that all languages share' },
  value: { ja: '変更箇所', en: 'Value' },
  before: { ja: '今の内容', en: 'Now' },
  after: { ja: '公開後の内容', en: 'Afterwards' },
  'keys-changed': {
    ja: '電話のキーの意味が変わります。配ったチラシや案内のキーと違っていないか、確かめてください。',
    en: 'Keys of the telephone will mean something else. Compare them with the leaflets that people have.',
  },
  'to-form': { ja: '公開の欄へ', en: 'To the form' },
  heard: {
    title: { ja: '変わったところを聞く({{count}}件)', en: 'Hear what has changed ({{count}})' },
    some: { ja: 'はじめの{{count}}件だけを示しています。', en: 'Only the first {{count}} are shown.' },
    play: { ja: '変わった文を続けて聞く', en: 'Hear the changed texts one after the other' },
    caption: { ja: '一つ前の版と違う文', en: 'Texts that differ from the edition before' },
    text: { ja: '文', en: 'Text' },
    words: { ja: '今流れている言葉', en: 'What callers hear' },
    listen: { ja: '聞く', en: 'Listen' },
    sound: { ja: '{{text}}の音声', en: 'The sound of {{text}}' },
  },
  'do-it': { ja: '公開する', en: 'Publish' },
  'what-happens': {
    ja: '変わった文の音声を作り、全部そろってから一度に切り替えます。今つながっている電話は、始まったときの内容のまま最後まで続きます。',
    en: 'Speech is made for the changed sentences. When all of it is ready, all languages switch together. Calls in progress continue on the old edition.',
  },
  comment: { ja: '変更の内容', en: 'What changes' },
  'comment-help': {
    ja: 'あとで見て分かるように、何をなぜ変えたかを書いてください。',
    en: 'Write what was changed and why, so that it can be understood later.',
  },
  document: { ja: '文書番号', en: 'Document number' },
  'document-help': { ja: '決裁した文書の番号です。', en: 'The number of the document that approved the change.' },
  'no-document': { ja: '文書番号は不要です', en: 'No document number is needed' },
  reason: { ja: '警告を残す理由', en: 'Why the warnings may stay' },
  unread: {
    ja: '「{{language}}」を、母語話者の確認のないまま案内する理由',
    en: 'Why “{{language}}” is offered although no native reader has read it',
  },
  'unread-help': {
    ja: '理由は操作の記録に残ります。確認が済めば、書かなくてよくなります。',
    en: 'The reason is kept in the audit. It is no longer needed when a native reader has checked the texts.',
  },
  'reason-help': { ja: '理由は操作の記録に残ります。', en: 'The reason is kept in the audit.' },
  'reason-again': {
    ja: '前の公開で書いた理由です。同じ理由でよければ、そのままにしてください。',
    en: 'The reason of the last publication. Leave it if it still applies.',
  },
  'live-now': { ja: '今流れている内容:', en: 'What callers hear now:' },
  emergency: { ja: '承認を待てない理由', en: 'Why it cannot wait for approval' },
  'emergency-help': {
    ja: '災害などで承認を待てないときだけ書いてください。理由と未承認の文{{count}}件が記録に残り、すべて承認されるまで、どの画面にも表示されます。',
    en: 'Only for urgent changes, such as in a disaster. The reason and the unapproved texts ({{count}}) are recorded. Every page shows a warning until all of them are approved.',
  },
  'emergency-button': { ja: '承認なしで緊急に公開する', en: 'Publish in an emergency, without approval' },
  button: { ja: '公開する', en: 'Publish' },
  wrong: {
    comment: { ja: '変更の内容を書いてください。', en: 'Write what changes.' },
    document: {
      ja: '文書番号を書くか、「文書番号は不要です」に印を付けてください。',
      en: 'Write the document number, or tick that none is needed.',
    },
    reason: { ja: '理由を書いてください。', en: 'Write why.' },
    'document-and-none': {
      ja: '文書番号を消すか、「文書番号は不要です」の印を外してください。',
      en: 'Remove the document number, or the tick that none is needed.',
    },
  },
  job: {
    running: { ja: '公開の準備をしています({{who}})。', en: 'Publishing is being prepared ({{who}}).' },
    checking: { ja: '文とテストの電話を確かめています', en: 'Checking the texts and the test calls' },
    progress: { ja: '音声 {{done}} / {{total}}', en: 'Sound {{done}} / {{total}}' },
    reload: { ja: 'もう一度表示する', en: 'Show again' },
    published: {
      ja: '公開しました({{when}}、{{who}}、第{{number}}版)。',
      en: 'Published ({{when}}, {{who}}, edition {{number}}).',
    },
    'nothing-new': {
      ja: '下書きは公開中の内容と同じでした({{when}})。何も変わっていません。',
      en: 'The draft is the same as the live edition ({{when}}). Nothing was published.',
    },
    overtaken: {
      ja: '先にほかの版が公開されました({{when}})。変わるところをもう一度確かめてください。',
      en: 'Another edition went live first ({{when}}). Look through what changes once more.',
    },
    'not-allowed': { ja: 'この役割では公開できません。', en: 'Your role may not publish.' },
    stopped: { ja: '公開しませんでした({{when}})。', en: 'Nothing was published ({{when}}).' },
    'not-spoken': {
      ja: '音声を作れない文がありました({{when}})。公開していません。作れた音声は残っているので、もう一度公開すると続きから始まります。',
      en: 'Some sentences could not be spoken ({{when}}). Nothing was published. The sounds that were made are kept, and the next publication continues from there.',
    },
    lost: {
      ja: '途中でデータベースとのつながりが切れました({{when}})。公開できたかどうか分かりません。「概要」で公開中の版を確かめてから、必要ならもう一度公開してください。',
      en: 'The connection to the database was lost while publishing ({{when}}), so it is not known whether the edition went live. Check on the overview which edition is live before you publish again.',
    },
    broken: {
      ja: '途中で失敗しました({{when}})。公開していません。前の内容がそのまま流れています。',
      en: 'Publishing failed ({{when}}). Nothing was published; callers hear what they heard before.',
    },
  },
} as const satisfies Texts;
