import type { Texts } from '../../frame/text.ts';

/** What the audit says about scheduled publications. */
export const scheduleActsTexts = {
  'schedule-made': {
    ja: '第{{number}}版の公開を{{when}}に予定しました(文書番号 {{document}})。',
    en: 'Scheduled edition {{number}} for {{when}} (document number {{document}}).',
  },
  'schedule-cancelled': {
    ja: '第{{number}}版の公開の予定({{when}})を取り消しました。',
    en: 'Cancelled the publication of edition {{number}} that was scheduled for {{when}}.',
  },
  'schedule-published': {
    ja: '予定どおりに公開しました({{edition}}、文書番号 {{document}}、予定した人 {{by}})。',
    en: 'Published as scheduled ({{edition}}, document number {{document}}, scheduled by {{by}}).',
  },
  'schedule-published-in-emergency': {
    ja: '予定どおりに、緊急に公開しました({{edition}}、文書番号 {{document}}、予定した人 {{by}}、承認されていない文 {{unapproved}}件、理由:{{why}})。',
    en: 'Published as scheduled, in an emergency ({{edition}}, document number {{document}}, scheduled by {{by}}, texts that nobody had approved: {{unapproved}}, reason: {{why}}).',
  },
  'schedule-failed': {
    ja: '{{when}}に予定していた第{{number}}版の公開は、できませんでした。{{why}}',
    en: 'Edition {{number}}, scheduled for {{when}}, was not published. {{why}}',
  },
  'schedule-needless': {
    ja: '{{when}}に予定していた第{{number}}版の内容は、その前に公開されました。',
    en: 'What was scheduled for {{when}} as edition {{number}} went live before that time.',
  },
  'schedule-settled': {
    ja: '{{when}}に予定していた第{{number}}版を公開できなかったことを確認しました。',
    en: 'Took note that edition {{number}}, scheduled for {{when}}, was not published.',
  },
} as const satisfies Texts;
