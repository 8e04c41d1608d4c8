import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { type Html, html, nothing } from '../common/html.ts';

interface Message {
  readonly title: string;
  readonly text: string;
}

/** An answer to staff, in two forms. The HTML is plain, because the office's templates and styles are unavailable. */
interface Answer {
  /** A whole page, in UTF-8. */
  readonly page: Uint8Array;
  /** HTML that the console's script puts into an open page, in UTF-8. */
  readonly part: Uint8Array;
}

const style = 'body{font:1.125rem/1.7 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.5rem}';

/** Nothing but the style of these pages may be loaded. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** What a page contains besides its message. */
interface Around {
  /** Elements at the end of the page's head. */
  readonly head?: Html;
  /** A sentence that says which page opens automatically. Only the page has this sentence: a part opens nothing. */
  readonly opens?: { readonly ja: string; readonly en: string } | undefined;
  /** Elements after the message in the page's body. */
  readonly after?: Html;
}

const toBytes = (written: Html): Uint8Array => Buffer.from(written.toString());

/** An answer in Japanese and English. */
const inBoth = (
  ja: Message,
  en: Message,
  { head = nothing, opens = { ja: '', en: '' }, after = nothing }: Around = {},
): Answer => ({
  part: toBytes(
    html`<div class="banner banner-error" role="alert"><p lang="ja">${ja.title}。${ja.text}</p><p lang="en">${en.title}. ${en.text}</p></div>`,
  ),
  page: toBytes(html`<!doctype html>
<html lang="ja">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Kotozute</title><style>${style}</style>${head}</head>
<body>
<h1>${ja.title}</h1>
<p>${ja.text}${opens.ja}</p>
<h1 lang="en">${en.title}</h1>
<p lang="en">${en.text}${opens.en}</p>
${after}</body>
</html>
`),
});

/**
 * Added to the text if a form was sent. The console's script keeps what was typed, and restores it when the page is
 * reopened.
 */
const ofForms = {
  ja: '送信した内容は、まだ保存されていないかもしれません。このウィンドウを閉じないでください。入力した画面をここで開き直すと、入力した内容が戻ります(パスワードとファイルを除きます)。',
  en: ' What you sent may not have been saved. Keep this window: when you open the page again here, what you typed is restored, except passwords and files.',
};

/** Added to the text on the pages of the disaster notice, where minutes matter. */
const ofDisaster = {
  ja: '災害のお知らせを急いで流すときは、印刷した「災害の日の手順」の紙の一番下にある方法を使ってください。',
  en: ' If a disaster notice cannot wait, use the method at the bottom of the printed sheet “Disaster day”.',
};

/** Seconds after which the browser requests a page again. */
const asksAgainAfter = 5;

/**
 * What staff read while the office is unavailable. The page reloads automatically. If a form was sent, the page with
 * the form opens instead, provided that the browser names that page in the `Referer` header. Otherwise no page opens.
 */
function unavailable(request: Request): Answer {
  const isSent = isForm(request.method);
  const isUrgent = request.originalUrl.startsWith('/console/disaster');
  const back = isSent ? pageBefore(request) : null;
  const more = [...(isUrgent ? [ofDisaster] : []), ...(isSent ? [ofForms] : [])];
  const [ja, en] = (['ja', 'en'] as const).map((language) => more.map((each) => each[language]).join(''));
  return inBoth(
    {
      title: '管理画面は今つかえません',
      text: `電話の案内は続いています。管理画面は、ふつう数秒で、長くても1分ほどで戻ります。戻らないときは、技術担当者に知らせてください。${ja}`,
    },
    {
      title: 'The console is unavailable',
      text: `Calls are still answered. The console usually comes back within seconds, at most within a minute. If it does not, tell the technician.${en}`,
    },
    {
      head: refreshTo(isSent ? back : ''),
      opens: isSent ? (back === null ? undefined : ofPages.back) : ofPages.again,
      after:
        back === null
          ? nothing
          : html`<p><a href="${back}">入力した画面を開き直す / Open the page with the form again</a></p>\n`,
    },
  );
}

/** HTML that makes the browser open a page after some seconds. @param path empty for the same page, null for no page */
const refreshTo = (path: string | null): Html =>
  path === null ? nothing : html`<meta http-equiv="refresh" content="${asksAgainAfter}${path && `;url=${path}`}">`;

/** The path of the console page from which a form was sent; null if the browser names no such page. */
function pageBefore({ headers }: Request): string | null {
  const url = URL.parse(headers.referer ?? '');
  if (url?.host !== headers.host || !url?.pathname.startsWith('/console')) return null;
  return `${url.pathname}${url.search}`;
}

/** Sentences that say which page opens automatically. One of them is added to the text of a page. */
const ofPages = {
  again: { ja: 'この画面は、自動でもう一度開きます。', en: ' This page reloads automatically.' },
  back: { ja: '入力した画面は、自動で開き直します。', en: ' The page with the form opens automatically.' },
};

const tooMany = (isSent: boolean) =>
  inBoth(
    {
      title: '同時に送られたものが多すぎます',
      text: `このネットワークから、画面やファイルが一度にたくさん送られています。10秒ほど待って、もう一度開いてください。${isSent ? ofForms.ja : ''}`,
    },
    {
      title: 'Too much was sent at once',
      text: `Too many pages or files are being requested or sent from this network at the same time. Wait ten seconds and open the page again.${isSent ? ofForms.en : ''}`,
    },
  );

const tooManyAnswers = { form: tooMany(true), page: tooMany(false) } as const;

const tooLarge = inBoth(
  {
    title: 'ファイルが大きすぎます',
    text: 'ファイルは5 MBまでです。表計算ソフトで、使わないシートや画像を消して保存し直すか、言語ごとに分けてください。前の画面に戻ると、入力した内容が残っています。',
  },
  {
    title: 'The file is too large',
    text: 'A file may be at most 5 MB. Delete sheets and pictures that are not needed and save it again, or send one language at a time. Go back to the previous page. What you typed is still there.',
  },
);

const tooManySounds = inBoth(
  {
    title: 'ファイルが大きすぎます',
    text: '音声のファイルは20 MBまでです。言語ごとに保存したものを、一つずつ取り込んでください。',
  },
  {
    title: 'The file is too large',
    text: 'A sound file may be at most 20 MB. Import one language at a time, from the file that was saved for it.',
  },
);

/**
 * Sends an answer: a part to the console's script, a page to everyone else. Does not use Express' methods, because they
 * take as much time as everything else together, and an attack can request thousands of these answers.
 * @param seconds the time after which the client may try again; 0 if it need not wait
 */
const answer = (response: Response, status: number, seconds: number, { page, part }: Answer): void => {
  const body = response.req.headers['hx-request'] === 'true' ? part : page;
  response
    .writeHead(status, {
      ...(seconds > 0 && { 'Retry-After': seconds }),
      'Cache-Control': 'no-store',
      'Content-Security-Policy': policy,
      'X-Frame-Options': 'DENY',
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': body.length,
    })
    .end(body);
};

const isForm = (method: string): boolean => method !== 'GET' && method !== 'HEAD';

/** Answers in place of an unavailable office. */
export const officeUnavailable: RequestHandler = (request, response) =>
  answer(response, 503, asksAgainAfter, unavailable(request));

/** Answers a request from an address that has too many requests in progress. The body of the request is not read. */
export const tooManyInProgress: RequestHandler = ({ method }, response) => {
  response.setHeader('Connection', 'close');
  answer(response, 429, 10, isForm(method) ? tooManyAnswers.form : tooManyAnswers.page);
};

/** Answers a request whose body is larger than the office accepts. Nothing of the request is passed on. */
export const tooLargeToSend: RequestHandler = ({ originalUrl }, response) =>
  answer(response, 413, 0, /\/sounds\/?$/.test(originalUrl) ? tooManySounds : tooLarge);
