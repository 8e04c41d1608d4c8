import type { Texts } from '../../frame/text.ts';

/** Publishing at a chosen day and time. */
export const scheduleTexts = {
  title: { ja: '公開の予定', en: 'Scheduled publication' },
  'when-legend': { ja: '公開する時', en: 'When to publish' },
  now: { ja: '今すぐ公開する', en: 'At once' },
  later: { ja: '日時を決めて公開する', en: 'At a day and a time' },
  button: { ja: '公開を予約する', en: 'Schedule' },
  'emergency-button': { ja: '承認なしの公開を予約する', en: 'Schedule without approval' },
  'when-help': {
    ja: '日時を決めたときは、今の下書きを、その日時に公開します。そのあと下書きを直しても、公開する内容は変わりません。その日時までにほかの公開をしたり、前の版に戻したりすると、予定した公開は行いません。',
    en: 'If you choose a day and a time, the draft as it is now goes live at that time. Changes that are made to the draft afterwards are not part of it. If anything else is published before that time, or an earlier edition is brought back, the scheduled publication is not made.',
  },
  date: { ja: '公開する日', en: 'Day' },
  time: { ja: '公開する時刻', en: 'Time' },
  'moment-help': {
    ja: '日時を決めて公開するときだけ入れます。日本の時刻で、今から10分後から180日後までです。',
    en: 'Only for publishing at a day and a time. By Japanese time, from 10 minutes to 180 days ahead.',
  },
  'one-is-scheduled': {
    ja: '公開の予定があります。今すぐ公開すると、予定した公開は行いません。',
    en: 'A publication is scheduled. If you publish now, the scheduled one is not made.',
  },
  'to-schedule': { ja: '公開の予定を見る', en: 'Show the scheduled publication' },
  wrong: {
    'no-date': { ja: '公開する日を入れてください。', en: 'Enter the day.' },
    'no-time': { ja: '公開する時刻を入れてください。', en: 'Enter the time.' },
    'no-such-moment': {
      ja: '日は「2026-12-01」、時刻は「09:00」のように、ある日時を入れてください。',
      en: 'Enter a day and a time that exist, such as 2026-12-01 and 09:00.',
    },
    'too-soon': {
      ja: '今から10分後よりあとの日時にしてください。すぐに公開するときは「今すぐ公開する」を選んでください。',
      en: 'Choose a time at least 10 minutes ahead, or “At once”.',
    },
    'too-far': { ja: '今から180日後までの日時にしてください。', en: 'Choose a time at most 180 days ahead.' },
    'date-without-later': {
      ja: '日時を決めて公開するときは「日時を決めて公開する」を選んでください。今すぐ公開するときは、日と時刻を消してください。',
      en: 'To publish at this day and time, choose “At a day and a time”. To publish at once, remove the day and the time.',
    },
  },
  job: {
    scheduled: {
      ja: '予定しました({{who}})。第{{number}}版を{{moment}}に公開します。音声はできています。',
      en: 'Scheduled ({{who}}): edition {{number}} goes live on {{moment}}. Its speech is ready.',
    },
    'already-scheduled': {
      ja: '予定しませんでした({{when}})。公開の予定がすでにあります。それを取り消してから、もう一度予定してください。',
      en: 'Nothing was scheduled ({{when}}): another publication is scheduled already. Cancel it first.',
    },
    'wrong-moment': {
      ja: '予定しませんでした({{when}})。公開する日時は、今から10分後から180日後までにしてください。',
      en: 'Nothing was scheduled ({{when}}): choose a time from 10 minutes to 180 days ahead.',
    },
    'not-the-same': {
      ja: '予定した内容を公開できませんでした({{when}})。予定したあとで、声かプログラムが変わりました。',
      en: 'The scheduled publication was not made ({{when}}), because the voice or the program has changed since.',
    },
  },
  banner: {
    ja: '第{{number}}版を{{moment}}に公開する予定です({{who}})。',
    en: 'Edition {{number}} is scheduled to go live on {{moment}} ({{who}}).',
  },
  'banner-due': {
    ja: '第{{number}}版を公開する日時({{moment}})になりました。もう一度確かめてから公開します。',
    en: 'The time to publish edition {{number}} has come ({{moment}}). It is checked again and then published.',
  },
  'banner-failed': {
    ja: '{{moment}}に予定していた第{{number}}版の公開は、できませんでした。{{why}}',
    en: 'Edition {{number}}, scheduled for {{moment}}, was not published. {{why}}',
  },
  why: {
    overtaken: {
      ja: '予定したあとで、ほかの公開をしたか、前の版に戻したためです。',
      en: 'Something else was published since, or an earlier edition was brought back.',
    },
    stopped: {
      ja: 'もう一度確かめたところ、公開できない点がありました。',
      en: 'It was checked again, and did not pass the checks.',
    },
    'not-the-same': {
      ja: '予定したあとで、声かプログラムが変わったためです。',
      en: 'The voice or the program has changed since it was scheduled.',
    },
    'not-spoken': { ja: '音声を作れない文があったためです。', en: 'Some sentences could not be spoken.' },
    missed: {
      ja: 'その時刻にサービスが止まっていたか、動けなかったためです。',
      en: 'The service was not running at that time, or could not work.',
    },
  },
  none: { ja: '公開の予定はありません。', en: 'No publication is scheduled.' },
  'to-publish': { ja: '「公開」の画面へ', en: 'To the page “Publish”' },
  'at-its-time': {
    ja: '時刻になると、承認と点検をもう一度確かめてから公開します。文の承認がなくなったときや、点検に通らないときは公開せず、すべての画面に知らせます。時刻にサービスが止まっていたときは、1時間後までに動けば公開します。',
    en: 'At the scheduled time, approvals and checks are looked at again before the edition goes live. If a text has lost its approval or a check fails, the edition is not published, and every page says so. If the service is not running at that time, the edition is published up to 1 hour late.',
  },
  edition: { ja: '版', en: 'Edition' },
  moment: { ja: '公開する日時', en: 'To be published' },
  'made-by': { ja: '予定した人', en: 'Scheduled by' },
  'made-at': { ja: '予定した日時', en: 'Scheduled at' },
  'warnings-reason': { ja: '警告を残す理由', en: 'Why the warnings may stay' },
  'emergency-reason': { ja: '承認を待てない理由', en: 'Why it cannot wait for approval' },
  'draft-changed': {
    ja: '予定したあとで、下書きが変わりました。公開するのは、予定した時点の内容です。今の下書きを公開したいときは、予定を取り消して、もう一度予定してください。',
    en: 'The draft has changed since. What goes live is the draft as it was when it was scheduled. To publish the draft as it is now, cancel this and schedule it again.',
  },
  'cancel-button': { ja: '予定を取り消す', en: 'Cancel it' },
  'failed-help': {
    ja: '公開するときは、「公開」の画面でもう一度公開するか、予定してください。この知らせは、「確認しました」を押すか、次の予定をするまで、すべての画面に出ます。',
    en: 'To publish it, publish or schedule it again on the page “Publish”. Every page reports the failure until somebody presses “I have read this” or schedules another publication.',
  },
  'settle-button': { ja: '確認しました', en: 'I have read this' },
  changes: { ja: '変わるところ({{count}}件)', en: 'What changes ({{count}})' },
  done: {
    cancelled: { ja: '公開の予定を取り消しました。', en: 'The scheduled publication is cancelled.' },
    settled: { ja: '確認したことを記録しました。', en: 'Recorded that you have read it.' },
  },
  'too-late-title': { ja: '予定はすでに終わっています', en: 'Already done' },
  'too-late': {
    ja: 'この予定は、公開されたか、取り消されたか、すでに確認されています。',
    en: 'This publication has already been made or cancelled, or its failure has been confirmed.',
  },
} as const satisfies Texts;
