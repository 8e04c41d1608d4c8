import type { Texts } from '../../frame/text.ts';
import { disasterActsTexts } from './disaster-acts-texts.ts';
import { nativeReviewActsTexts } from './native-review-acts-texts.ts';
import { scheduleActsTexts } from './schedule-acts-texts.ts';
import { staffActsTexts } from './staff-acts-texts.ts';

/**
 * The sentence for each act of the audit. `formatAct` replaces ids and roles by names, and passes most other values as
 * they were stored. It also passes one number of the entry as `count`, which chooses between singular and plural.
 */
export const actsTexts = {
  ...staffActsTexts,
  ...disasterActsTexts,
  ...nativeReviewActsTexts,
  ...scheduleActsTexts,
  'line-mended': {
    ja: '回線の設定を直しました(誤り{{wrong}}件、残り{{left}}件)。',
    en: 'Mended the settings of the line (wrong before: {{wrong}}, still wrong: {{left}}).',
  },
  'draft-taken-over': {
    ja: '文のフォルダーの文{{texts}}件を下書きとして取り込みました。',
    en: {
      one: 'Took {{texts}} text of the prompts folder over as the draft.',
      other: 'Took {{texts}} texts of the prompts folder over as the draft.',
    },
  },
  'text-edited': {
    ja: '「{{prompt}}」({{language}})の文を保存しました(この文の{{revision}}回目の保存)。',
    en: 'Saved “{{prompt}}” in {{language}} (revision {{revision}}).',
  },
  'text-still-right': {
    ja: '「{{prompt}}」({{language}})の訳はそのままで正しいと確認しました(この文の{{revision}}回目の保存)。理由:{{reason}}',
    en: 'Confirmed that “{{prompt}}” in {{language}} is still right (revision {{revision}}): {{reason}}',
  },
  'text-restored': {
    ja: '「{{prompt}}」({{language}})を前の文に戻しました(この文の{{revision}}回目の保存)。',
    en: 'Restored an earlier version of “{{prompt}}” in {{language}} (revision {{revision}}).',
  },
  'unused-text-deleted': {
    ja: '使っていない文「{{prompt}}」を削除しました({{languages}}言語)。',
    en: {
      one: 'Deleted the unused text “{{prompt}}” ({{languages}} language).',
      other: 'Deleted the unused text “{{prompt}}” ({{languages}} languages).',
    },
  },
  'texts-approved': {
    ja: '{{language}}の文{{texts}}件を聞いて承認しました({{prompts}})。',
    en: {
      one: 'Listened to {{texts}} text in {{language}} and approved it ({{prompts}}).',
      other: 'Listened to {{texts}} texts in {{language}} and approved them ({{prompts}}).',
    },
  },
  'text-sent-back': {
    ja: '「{{prompt}}」({{language}})の文を差し戻しました。コメント:{{comment}}',
    en: 'Sent “{{prompt}}” ({{language}}) back. Comment: {{comment}}',
  },
  'texts-reviewed': {
    ja: '{{language}}の文{{texts}}件を、この言語を母語とする「{{reader}}」さんが読んで確かめたことを記録しました({{prompts}})。',
    en: {
      one: 'Recorded that the native reader {{reader}} has gone through {{texts}} text in {{language}} ({{prompts}}).',
      other:
        'Recorded that the native reader {{reader}} has gone through {{texts}} texts in {{language}} ({{prompts}}).',
    },
  },
  published: {
    ja: '下書きを公開しました({{edition}}、文書番号 {{document}})。',
    en: 'Published the draft ({{edition}}, document number {{document}}).',
  },
  'published-in-emergency': {
    ja: '下書きを緊急に公開しました({{edition}}、文書番号 {{document}}、承認されていない文 {{unapproved}}件、理由:{{why}})。',
    en: 'Published the draft in an emergency ({{edition}}, document number {{document}}, texts that nobody had approved: {{unapproved}}, reason: {{why}}).',
  },
  'published-with-warnings': {
    ja: '警告{{warnings}}件を残した理由:{{reason}}',
    en: {
      one: 'Why {{warnings}} warning may stay: {{reason}}',
      other: 'Why {{warnings}} warnings may stay: {{reason}}',
    },
  },
  'rolled-back': {
    ja: '第{{number}}版に戻しました(理由:{{reason}})。',
    en: 'Went back to edition {{number}} (reason: {{reason}}).',
  },
  'sheet-imported': {
    ja: '翻訳シートから「{{language}}」の文を{{texts}}件取り込みました。',
    en: {
      one: 'Imported {{texts}} text in “{{language}}” from translators’ sheets.',
      other: 'Imported {{texts}} texts in “{{language}}” from translators’ sheets.',
    },
  },
  'problem-reported': {
    ja: '「{{prompt}}」({{language}})の問題を報告しました(報告{{number}})。',
    en: 'Reported a problem of “{{prompt}}” in {{language}} (report {{number}}).',
  },
  'problem-settled': {
    ja: '問題の報告{{number}}を解決としました({{reason}})。',
    en: 'Marked report {{number}} as settled ({{reason}}).',
  },
  'rehearsed-call-saved': { ja: 'テストの電話「{{name}}」を残しました。', en: 'Kept the test call “{{name}}”.' },
  'rehearsed-call-renamed': {
    ja: 'テストの電話「{{before}}」の題名を「{{name}}」に変えました。',
    en: 'Changed the title of the test call “{{before}}” to “{{name}}”.',
  },
  'rehearsed-call-archived': {
    ja: 'テストの電話「{{name}}」を外しました。',
    en: 'Set the test call “{{name}}” aside.',
  },
  'rehearsed-call-accepted': {
    ja: 'テストの電話「{{name}}」の今の動きを正しい動きとしました。',
    en: 'Accepted what the test call “{{name}}” does now.',
  },
  'files-imported': {
    ja: '文のフォルダーから{{texts}}件の文を取り込みました。',
    en: {
      one: 'Imported {{texts}} text from the prompts folder.',
      other: 'Imported {{texts}} texts from the prompts folder.',
    },
  },
  'line-changed': { ja: '電話案内の設定を変更しました。', en: 'Changed the settings of the line.' },
  'fact-added': {
    ja: '番号・日付・時間「{{name}}」を追加しました({{after}})。',
    en: 'Added the value “{{name}}” ({{after}}).',
  },
  'fact-removed': {
    ja: '番号・日付・時間「{{name}}」を削除しました({{before}})。',
    en: 'Removed the value “{{name}}” ({{before}}).',
  },
  'fact-changed': {
    ja: '番号・日付・時間「{{name}}」を変更しました({{before}} → {{after}})。',
    en: 'Changed the value “{{name}}” ({{before}} → {{after}}).',
  },
  'destination-added': {
    ja: '転送先「{{name}}」を追加しました({{after}})。',
    en: 'Added the destination “{{name}}” ({{after}}).',
  },
  'destination-removed': {
    ja: '転送先「{{name}}」を削除しました({{before}})。',
    en: 'Removed the destination “{{name}}” ({{before}}).',
  },
  'destination-changed': {
    ja: '転送先「{{name}}」を変更しました({{changes}})。',
    en: 'Changed the destination “{{name}}” ({{changes}}).',
  },
  'destination-changed-somehow': {
    ja: '転送先「{{name}}」を変更しました。',
    en: 'Changed the destination “{{name}}”.',
  },
  'topics-added': {
    ja: '項目「{{name}}」を追加しました。メニュー:{{after}}',
    en: 'Added the topic “{{name}}”. Menu: {{after}}',
  },
  'topics-removed': {
    ja: '項目「{{name}}」を削除しました。メニュー:{{after}}',
    en: 'Removed the topic “{{name}}”. Menu: {{after}}',
  },
  'topics-moved': {
    ja: '項目「{{name}}」の順番を変えました。メニュー:{{before}} → {{after}}',
    en: 'Moved the topic “{{name}}”. Menu: {{before}} → {{after}}',
  },
  'topics-kept-order': { ja: '項目「{{name}}」を変更しました。', en: 'Changed the topic “{{name}}”.' },
  'topics-renamed': {
    ja: '項目「{{name}}」の画面での名前を変えました({{before}} → {{after}})。',
    en: 'Changed what the console calls the topic “{{name}}” and its texts ({{before}} → {{after}}).',
  },
  'topics-changed': {
    ja: '項目「{{name}}」の中の文を変えました({{before}} → {{after}})。',
    en: 'Changed the texts of the topic “{{name}}” ({{before}} → {{after}}).',
  },
  'languages-added': {
    ja: '言語「{{name}}」を追加しました。メニュー:{{after}}',
    en: 'Added the language “{{name}}”. Menu: {{after}}',
  },
  'languages-removed': {
    ja: '言語「{{name}}」を止めました。メニュー:{{after}}',
    en: 'Switched the language “{{name}}” off. Menu: {{after}}',
  },
  'languages-moved': {
    ja: '言語「{{name}}」の順番を変えました。メニュー:{{before}} → {{after}}',
    en: 'Moved the language “{{name}}”. Menu: {{before}} → {{after}}',
  },
  'languages-kept-order': {
    ja: '言語「{{name}}」の設定を変更しました。',
    en: 'Changed the settings of the language “{{name}}”.',
  },
  'leaflet-changed': {
    ja: '配布シートの名前と番号を変更しました({{before}} → {{after}})。',
    en: 'Changed the names and number on the printed sheets ({{before}} → {{after}}).',
  },
  'languages-changed': {
    ja: '言語「{{name}}」を変更しました({{before}} → {{after}})。',
    en: 'Changed the language “{{name}}” ({{before}} → {{after}}).',
  },
  'leaflet-printed': {
    ja: '配布シート({{language}})を印刷しました({{edition}})。',
    en: 'Printed the sheet in {{language}} ({{edition}}).',
  },
} as const satisfies Texts;
