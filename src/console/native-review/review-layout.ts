import type { Response } from 'express';
import type { LanguageTag } from '../../call/line.ts';
import { assetsAt } from '../../frame/assets-router.ts';
import { type Html, html } from '../../frame/html.ts';
import { wordsLanguage } from './say.ts';

/** A page for a native reader. */
interface ReviewPage {
  readonly status?: number;
  /** The language of the reader. */
  readonly tag: LanguageTag;
  /** The title in the reader's language, or in English if the fixed words are not translated into that language. */
  readonly title: string;
  readonly body: Html;
}

const styles = ['tokens', 'base', 'frame', 'forms', 'components', 'native-review'];

/**
 * Answers with a page that has no menu, no header and no script. The page asks search engines not to list it, and
 * browsers not to send its address to other servers as the referrer.
 */
export function showReviewPage(response: Response, { status = 200, tag, title, body }: ReviewPage): void {
  const page = html`<!doctype html>
<html lang="${wordsLanguage(tag)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="${assetsAt}/icon.svg" type="image/svg+xml">
${styles.map((name) => html`<link rel="stylesheet" href="${assetsAt}/${name}.css">`)}
</head>
<body>
<main id="main" class="main native-review" tabindex="-1">
${body}
</main>
</body>
</html>
`;
  response
    .status(status)
    .type('html')
    .set({ 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex, nofollow' })
    .send(page.toString());
}
