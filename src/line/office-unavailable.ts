import type { RequestHandler, Response } from 'express';

interface Message {
  readonly title: string;
  readonly text: string;
}

/** What staff read. The HTML is plain, because the office's templates and styles are unavailable. */
interface Answer {
  /** A whole page. */
  readonly page: string;
  /** HTML that the console's script puts into an open page. */
  readonly part: string;
}

const inBoth = (ja: Message, en: Message): Answer => ({
  part: `<div class="banner banner-error" role="alert"><p lang="ja">${ja.title}。${ja.text}</p><p lang="en">${en.title}. ${en.text}</p></div>`,
  page: `<!doctype html>
<html lang="ja">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Kotozute</title></head>
<body>
<h1>${ja.title}</h1>
<p>${ja.text}</p>
<h1 lang="en">${en.title}</h1>
<p lang="en">${en.text}</p>
</body>
</html>
`,
});

/** Added to the text if a form was sent. The console's script keeps what was typed, and restores it when the page is reopened. */
const ofForms = {
  ja: '送信した内容は、まだ保存されていないかもしれません。このウィンドウを閉じないでください。入力した画面をここで開き直すと、入力した内容が戻ります(パスワードとファイルを除きます)。',
  en: ' What you sent may not have been saved. Keep this window: when you open the page again here, what you typed is restored, except passwords and files.',
};

const unavailable = (isForm: boolean) =>
  inBoth(
    {
      title: '管理画面は今つかえません',
      text: `電話の案内は続いています。管理画面は、しばらくすると戻ります。1分ほど待って、もう一度開いてください。戻らないときは、システムの担当者に知らせてください。${isForm ? ofForms.ja : ''}`,
    },
    {
      title: 'The console is unavailable',
      text: `Calls are answered all the same. The console usually comes back by itself: wait a minute and open it again. If it does not, tell the person who looks after the system.${isForm ? ofForms.en : ''}`,
    },
  );

const tooMany = (isForm: boolean) =>
  inBoth(
    {
      title: '同時に送られたものが多すぎます',
      text: `このネットワークから、画面やファイルが一度にたくさん送られています。10秒ほど待って、もう一度開いてください。${isForm ? ofForms.ja : ''}`,
    },
    {
      title: 'Too much was sent at once',
      text: `Too many pages or files are being requested or sent from this network at the same time. Wait ten seconds and open the page again.${isForm ? ofForms.en : ''}`,
    },
  );

const tooLarge = inBoth(
  {
    title: 'ファイルが大きすぎます',
    text: 'ファイルは5 MBまでです。表計算ソフトで、使わないシートや画像を消して保存し直すか、言語ごとに分けてください。前の画面に戻ると、入力した内容が残っています。',
  },
  {
    title: 'The file is too large',
    text: 'A file may be at most 5 MB. Delete sheets and pictures that are not needed and save it again, or send one language at a time. Go back to the previous page: what you typed is still there.',
  },
);

const tooManySounds = inBoth(
  {
    title: 'ファイルが大きすぎます',
    text: '音声のファイルは20 MBまでです。言語ごとに保存したものを、一つずつ取り込んでください。',
  },
  {
    title: 'The file is too large',
    text: 'A sound file may be at most 20 MB. Take in one language at a time, in the file in which it was saved.',
  },
);

const answer = (response: Response, status: number, seconds: number, { page, part }: Answer): void => {
  response
    .status(status)
    .set({
      ...(seconds > 0 && { 'Retry-After': String(seconds) }),
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'",
      'X-Frame-Options': 'DENY',
    })
    .type('html')
    .send(response.req.get('HX-Request') === 'true' ? part : page);
};

const isForm = (method: string): boolean => method !== 'GET' && method !== 'HEAD';

/** Answers in place of an unavailable office. */
export const officeUnavailable: RequestHandler = ({ method }, response) =>
  answer(response, 503, 60, unavailable(isForm(method)));

/** Answers a request from an address that has too many requests in progress. The body of the request is not read. */
export const tooManyInProgress: RequestHandler = ({ method }, response) => {
  response.set('Connection', 'close');
  answer(response, 429, 10, tooMany(isForm(method)));
};

/** Maximum size in bytes of a body that is refused but still received and thrown away, so that the browser shows the answer. */
const mostDiscarded = 50_000_000;

/** Answers a request with a larger body than the office accepts. Nothing of the request is passed on. */
export const tooLargeToSend: RequestHandler = ({ headers, originalUrl }, response) => {
  // Node discards the body while the browser reads the answer. If the connection closed earlier, the browser would show an error.
  if (Number(headers['content-length']) > mostDiscarded) response.set('Connection', 'close');
  answer(response, 413, 0, /\/sounds\/?$/.test(originalUrl) ? tooManySounds : tooLarge);
};
