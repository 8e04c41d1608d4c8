/**
 * The texts of alerts to operators. Each text says what has happened and what to do, and in most cases also what
 * callers hear now.
 */
export const alertTexts = {
  'office-gone': {
    ja: '管理画面のプロセスが5分以上動いていません。電話の案内は続いていますが、管理画面は使えません。災害のお知らせは、サーバーで npm run disaster を使えば流せます。サーバーのログと、ディスク、メモリーを見てください。',
    en: 'The process of the console has been gone for at least five minutes. Calls are answered, but the console cannot be used. A disaster notice can still be switched on on the server, with npm run disaster. Look at the log of the server, its disk and its memory.',
  },
  'trouble-spoken': {
    ja: '案内の途中でエラーがあり、電話をかけた人は「今は使えません」という案内を聞きました。ログの「a turn failed」を見て、続くときは前の版に戻してください。',
    en: 'An error occurred during a call, and the caller heard that the line is not working. Look for “a turn failed” in the log. If it happens again, go back to the previous edition.',
  },
  'webhooks-refused': {
    ja: 'Twilioのものではない、または署名の合わない呼び出しを断りました。本物の電話が断られると、電話をかけた人は、代替案内か、英語のエラーを聞きます。トークンやプロキシを変えたあとに起こることがあります。npm run twilio -- check で確かめてください。',
    en: 'Requests were refused because they did not come from Twilio, or their signature was wrong. If a real call is refused, the caller hears the fallback or an English error message; this can happen after a token or a proxy was changed. Check with npm run twilio -- check.',
  },
  'said-not-played': {
    ja: '録音が足りないため、電話をかけた人が、いつもと違うTwilioの声を、10分のうちに5回以上聞きました。音声エンジンと、AUDIO_CACHE_DIR のディスクを見てください。',
    en: 'Recordings are missing: callers heard Twilio’s voice instead, at least five times within ten minutes. Check the speech engine and the disk of AUDIO_CACHE_DIR.',
  },
  'transfers-failing': {
    ja: '転送が3回続けてつながりませんでした。電話をかけた人は、相手につながらないという案内を聞いています。転送先の番号に電話してみて、npm run twilio -- check で、かけられる番号かを確かめてください。',
    en: 'Three transfers in a row failed, and callers hear that nobody could be reached. Call the destination’s number yourself, and check with npm run twilio -- check that it may be dialled.',
  },
  'twilio-errors': {
    ja: 'Twilioがエラーを知らせてきました。番号の意味は twilio.com/docs/api/errors にあります。電話が途中で切れたり、英語のエラーが流れたりしているかもしれません。npm run twilio -- check で確かめてください。',
    en: 'Twilio reports errors; twilio.com/docs/api/errors explains their numbers. Calls may break off, or callers may hear an English error message. Check with npm run twilio -- check.',
  },
  'engine-failing': {
    ja: '新しい文の音声を作れません。公開ができず、災害のお知らせの時刻はTwilioの声が読みます。音声エンジンの設定、Googleの鍵、ネットワークを見てください(npm run speech -- check)。',
    en: 'New sentences cannot be spoken: nothing can be published, and the time of a disaster notice is read by Twilio’s voice. Look at the engine’s settings, Google’s key and the network (npm run speech -- check).',
  },
  'database-gone': {
    ja: 'データベースを読めません。電話の案内は続いていますが、サインインも、文の変更もできません。DATA_DIR のディスクとログを見て、直らないときはバックアップから戻してください。',
    en: 'The database cannot be read. Calls are answered, but nobody can sign in or change words. Look at the disk of DATA_DIR and the log; if the database does not come back, restore a backup.',
  },
  'disk-nearly-full': {
    ja: 'ディスクがほとんどいっぱいです。いっぱいになると、公開ができず、新しい文は、電話ではTwilioの声が読みます。空きを作ってください。',
    en: 'A disk is nearly full. When it is full, nothing can be published, and callers hear new sentences in Twilio’s voice. Free some space.',
  },
  'fallback-stale': {
    ja: 'サーバーが動いていないときの案内(代替案内)が、公開中の内容と違うか、届きません。npm run twilio -- fallback --deploy(または --out)で置き直してください。',
    en: 'The fallback, which callers hear while this server is down, does not match the live edition or cannot be reached. Deploy it again with npm run twilio -- fallback --deploy (or --out).',
  },
  'certificate-ending': {
    ja: '公開アドレスの証明書がまもなく切れるか、正しくありません。切れると、電話をかけた人は代替案内だけを聞きます。証明書を更新してください。',
    en: 'The certificate of the public address expires soon or is invalid. Without a valid certificate, callers hear only the fallback. Renew it.',
  },
  'notice-on-long': {
    ja: '災害のお知らせが6時間以上、確かめられずに流れています。今も正しければ管理画面で「続ける」を押し、終わっていれば止めてください。',
    en: 'A disaster notice has been on for at least six hours without being confirmed. If it still applies, confirm it in the console; if it is over, switch it off.',
  },
  'past-review': {
    ja: '内容の見直し期限を過ぎています。電話をかけた人は「今は違うかもしれません」と聞いています。管理画面の「番号・日付・時間」で確かめて、公開してください。',
    en: 'The review date of the content has passed, and callers hear that it may be out of date. Check “Numbers, dates and hours” in the console, and publish.',
  },
  'settings-wrong': {
    ja: '回線の点検で、誤りが見つかりました。番号、アカウント、公開アドレスの誤りなら、電話が受けられていないかもしれません。管理画面の「回線の状態」か、npm run twilio -- check に、直し方があります。',
    en: 'A check of the line has failed. If it is about a number, the account or the public address, calls may not be answered. “State of the line” in the console, or npm run twilio -- check, says how to fix it.',
  },
  'probe-failed': {
    ja: '確かめるためにかけた電話で、正しい案内が聞こえませんでした。管理画面の「回線の状態」か、npm run twilio -- probe に、直し方があります。',
    en: 'A test call of the service to its own line did not hear the live edition. “State of the line” in the console, or npm run twilio -- probe, says how to fix it.',
  },
} as const satisfies Readonly<Record<string, { readonly ja: string; readonly en: string }>>;

export type AlertKind = keyof typeof alertTexts;
