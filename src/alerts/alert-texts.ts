/** What the operators of a line are told, in callers' terms, and what to do. */
export const alertTexts = {
  'office-gone': {
    ja: '管理画面のプロセスが5分以上動いていません。電話の案内は続いていますが、文の変更も、災害のお知らせの操作もできません。サーバーのログと、ディスク、メモリーを見てください。',
    en: 'The process of the console has been gone for five minutes. Calls are answered, but nobody can change words or move the disaster switch. Look at the log of the server, its disk and its memory.',
  },
  'trouble-spoken': {
    ja: '案内の途中でエラーがあり、電話をかけた人は「今は使えません」という案内を聞きました。ログの「a turn broke」を見て、続くときは前の版に戻してください。',
    en: 'Something broke in a call, and the caller heard that the line is not working. Look for “a turn broke” in the log; if it goes on, go back to the edition before.',
  },
  'webhooks-refused': {
    ja: 'Twilioのものではない、または署名の合わない呼び出しを断りました。本物の電話も断られていないか、npm run twilio -- check で確かめてください。トークンを変えたあとや、プロキシを変えたあとに起こります。',
    en: 'Requests were refused because they are not Twilio’s, or their signature does not fit. See with npm run twilio -- check that real calls are not refused too; it happens after a token or a proxy was changed.',
  },
} as const satisfies Readonly<Record<string, { readonly ja: string; readonly en: string }>>;

export type AlertKind = keyof typeof alertTexts;
