import type { Texts } from '../../frame/text.ts';

/**
 * What the audit says about two subjects. One is native readers without accounts: their reviews, their remarks, and
 * languages that none of them has read. The other is sounds that were heard as files or taken in from files.
 */
export const nativeReviewActsTexts = {
  'reading-made': {
    ja: '{{language}}の確認を{{reader}}さんに頼むリンクを作りました(確認{{number}})。',
    en: 'Made a link for {{reader}} to read the texts in {{language}} (review {{number}}).',
  },
  'reading-begun': {
    ja: '{{reader}}さんが、リンクで{{language}}の確認を始めました(確認{{number}})。',
    en: '{{reader}} began to read the texts in {{language}} by a link (review {{number}}).',
  },
  'reading-finished': {
    ja: '{{reader}}さんが、{{language}}の文{{texts}}件をすべて読んで聞いたと答えました(正しくないとした文 {{wrong}}件、確認{{number}})。',
    en: '{{reader}} said that they had read and heard all texts in {{language}} (texts: {{texts}}, not right: {{wrong}}, review {{number}}).',
  },
  'reading-for-group': {
    ja: 'そのうち{{forGroup}}件は、一つずつではなく、グループごとにまとめて「正しい」と答えました。',
    en: 'Of these texts, {{forGroup}} were marked as right for a whole group, not one by one.',
  },
  'reading-revoked': {
    ja: '{{reader}}さんに{{language}}の確認を頼むリンクを取り消しました(確認{{number}})。',
    en: 'Ended the link for {{reader}} to read the texts in {{language}} (review {{number}}).',
  },
  'texts-heard-elsewhere': {
    ja: '{{language}}の文{{texts}}件の音声をファイルで保存し、ほかの機器で最後まで聞いたと申告しました({{prompts}})。',
    en: {
      one: 'Stated that they had heard {{texts}} text in {{language}} to the end as a file, on another machine ({{prompts}}).',
      other:
        'Stated that they had heard {{texts}} texts in {{language}} to the end as a file, on another machine ({{prompts}}).',
    },
  },
  'sounds-taken': {
    ja: '音声のファイルを取り込みました({{language}}、文{{texts}}件、新しい音声 {{sentences}}文、取り込まなかったファイル {{refused}}件)。',
    en: 'Imported sounds from a file ({{language}}; texts: {{texts}}, new sentences: {{sentences}}, files not imported: {{refused}}).',
  },
  'remark-settled': {
    ja: '「{{prompt}}」({{language}})への{{reader}}さんの指摘を、対応済みにしました。',
    en: 'Marked what {{reader}} said about “{{prompt}}” in {{language}} as dealt with.',
  },
  'published-unread': {
    ja: '母語話者の確認がない言語を案内する理由:{{unread}}',
    en: 'Reasons for offering languages that no native reader has checked: {{unread}}',
  },
} as const satisfies Texts;
