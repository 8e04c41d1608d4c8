import type { RequestHandler } from 'express';

/** What staff find while no office runs beside the line; plain, because nothing of the office is there to show it. */
const page = `<!doctype html>
<html lang="ja">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Kotozute</title></head>
<body>
<h1>管理画面は今つかえません</h1>
<p>電話の案内は続いています。管理画面は、しばらくすると戻ります。1分ほど待って、もう一度開いてください。戻らないときは、システムの担当者に知らせてください。</p>
<h1 lang="en">The console is away</h1>
<p lang="en">Calls are answered all the same. The console usually comes back by itself: wait a minute and open it again. If it does not, tell the person who looks after the system.</p>
</body>
</html>
`;

/** Answers for an office that is not there. */
export const officeAway: RequestHandler = (_request, response) => {
  response
    .status(503)
    .set({
      'Retry-After': '60',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'",
      'X-Frame-Options': 'DENY',
    })
    .type('html')
    .send(page);
};
