import type { RequestHandler } from 'express';

/** The page for staff while no office is running; plain, because the office's templates and styles are unavailable. */
const pageWith = (ofForms: { readonly ja: string; readonly en: string }) => `<!doctype html>
<html lang="ja">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Kotozute</title></head>
<body>
<h1>管理画面は今つかえません</h1>
<p>電話の案内は続いています。管理画面は、しばらくすると戻ります。1分ほど待って、もう一度開いてください。戻らないときは、システムの担当者に知らせてください。${ofForms.ja}</p>
<h1 lang="en">The console is away</h1>
<p lang="en">Calls are answered all the same. The console usually comes back by itself: wait a minute and open it again. If it does not, tell the person who looks after the system.${ofForms.en}</p>
</body>
</html>
`;

const page = pageWith({ ja: '', en: '' });

/** The console's script keeps what was typed, and restores it when the same page is opened again. */
const answerToForm = pageWith({
  ja: '送信した内容は、まだ保存されていないかもしれません。このウィンドウを閉じないでください。入力した画面をここで開き直すと、入力した内容が戻ります(パスワードとファイルを除きます)。',
  en: ' What you sent may not have been saved. Keep this window: when you open the page again here, what you typed is back, except passwords and files.',
});

/** Answers in place of an unavailable office. */
export const officeUnavailable: RequestHandler = ({ method }, response) => {
  response
    .status(503)
    .set({
      'Retry-After': '60',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'",
      'X-Frame-Options': 'DENY',
    })
    .type('html')
    .send(method === 'GET' || method === 'HEAD' ? page : answerToForm);
};
