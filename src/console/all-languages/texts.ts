import type { Texts } from '../../frame/text.ts';

/** The page of one prompt in all languages. */
export const allLanguagesTexts = {
  title: { ja: '{{prompt}}:すべての言語', en: '{{prompt}}: all languages' },
  index: { ja: '言語ごとの状態', en: 'State of each language' },
  source: { ja: '元の文', en: 'source text' },
  single: { ja: 'この言語だけの画面', en: 'This language alone' },
  next: { ja: '次に手が要る文', en: 'Next text that needs work' },
  'to-approvals': { ja: 'すべての言語を聞いて承認する', en: 'Listen to all languages and approve them' },
  help: {
    ja: '1行に1文ずつ、どの言語も同じ順で書きます。「すべて保存する」かCtrl+Enterで、変えた言語をまとめて保存します。',
    en: 'One sentence per line, in the same order in every language. “Save all” or Ctrl+Enter saves every language that you have changed.',
  },
  save: { ja: 'すべて保存する', en: 'Save all' },
  'save-next': { ja: '保存して、次に手が要る文へ', en: 'Save and open the next text that needs work' },
  still: {
    ja: '元の文は変わったが、この訳はこのままで正しい',
    en: 'The source text has changed, but this translation is still right',
  },
  reason: { ja: '「このままで正しい」の理由', en: 'Why translations are still right' },
  keep: { ja: 'どちらの文を残しますか', en: 'Which text is to stay?' },
  'keep-mine': { ja: '自分の文で上書きする', en: 'Save mine over theirs' },
  'keep-theirs': { ja: '相手の文を残し、自分の入力を捨てる', en: 'Keep theirs and drop what I typed' },
  'not-saved': {
    ja: 'まだ何も保存していません。下に出ているところを直すか選んで、もう一度「すべて保存する」を押してください。入力した文はすべて残っています。',
    en: 'Nothing has been saved yet. Correct what is listed here, or make the choice that is asked for, then press “Save all” again. Everything you typed is still here.',
  },
  unsaveable: { ja: 'このままでは保存できません', en: 'cannot be saved as it is' },
  'too-long': {
    ja: 'この文は全部の言語を合わせると長すぎて、一度に送れません。「この言語だけの画面」で、一つずつ直してください。',
    en: 'All languages of this text together are too long to be sent at once. Change each on its own page.',
  },
  terms: {
    title: {
      ja: '公式の言葉({{all}}のうち{{there}}が入っています)',
      en: 'Official terms ({{there}} of {{all}} are there)',
    },
    there: { ja: '入っています', en: 'there' },
    missing: { ja: '入っていません', en: 'missing' },
    mistaken: {
      ja: 'これは「{{term}}」の訳で、元の文にはありません。上の言葉に直してください。',
      en: 'These are the words for {{term}}, which the source text does not have. Use the words above.',
    },
  },
  done: {
    saved: {
      ja: 'すべて保存しました。電話で流れる文は、公開するまで変わりません。',
      en: 'All saved. Callers hear no change until it is published.',
    },
    draft: {
      ja: '保存しました。公開できない点がある言語は、下書きとして保存しました。指摘を見て直し、「この文は公開してよい」に印を付けて、もう一度保存してください。',
      en: 'Saved. Texts that cannot be published yet were saved as drafts. Correct what the findings say, tick “This text may be published” and save again.',
    },
    'still-draft': {
      ja: '下書きのままです。公開できない点が残っています。指摘を見て直してから保存してください。',
      en: 'Nothing was saved: a text with errors stays a draft. Look at the findings, correct the text and save again.',
    },
    unchanged: {
      ja: '変わっていません。保存するものはありませんでした。',
      en: 'Nothing has changed, so there was nothing to save.',
    },
    written: {
      ja: '保存しました。手が要る文は、もうありません。',
      en: 'Saved. No other text needs work.',
    },
  },
} as const satisfies Texts;
