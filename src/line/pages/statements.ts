import type { LanguageTag } from '../../call/line.ts';
import { type Html, html } from '../../common/html.ts';
import type { Edition } from '../../edition/edition.ts';
import { titleIn } from './line-texts.ts';
import { page, titledText } from './page-frame.ts';
import { speaker } from './page-words.ts';
import { inLanguage, withReadings } from './shown-words.ts';
import { statementWords } from './statement-words.ts';

/** A statement in Japanese and in English. */
interface Statement {
  readonly title: { readonly ja: string; readonly en: string };
  readonly ja: Html;
  readonly en: Html;
}

/**
 * What is stored about residents. The program must do what the statement says. `tests/privacy.test.ts` checks this for
 * calls.
 */
const privacy: Statement = {
  title: { ja: '個人情報の取扱い', en: 'Privacy' },
  ja: html`<p>この電話案内は、かけてきた人について何も保存しません。</p>
<ul>
<li>電話をかけた人の電話番号は、保存しません。記録（ログ）にも残しません。</li>
<li>押したキーは、保存しません。</li>
<li>通話は、録音しません。</li>
<li>このページは、Cookieを使いません。ほかの会社のサーバーには、つながりません。</li>
<li>一度にたくさんの接続があったときに、この案内を守るため、接続元のアドレスを1分間だけメモリーで数えることがあります。保存はしません。</li>
</ul>
<p>マイナンバーをたずねることはありません。電話でマイナンバーを言ったり、押したりしないでください。</p>
<p>電話をつなぐ事業者（Twilio社と電話会社）や、サーバーまでのネットワークの管理者は、それぞれの決まりで接続の記録を残すことがあります。</p>
<p>問い合わせ先は、このページの下の「問い合わせ」にあります。</p>`,
  en: html`<p>This telephone line stores nothing about the people who call it.</p>
<ul>
<li>The telephone number of a caller is not stored, and does not appear in any log.</li>
<li>The keys that callers press are not stored.</li>
<li>Calls are not recorded.</li>
<li>These pages set no cookies, and load nothing from anybody else’s servers.</li>
<li>To protect the service when very many requests arrive at once, the address that a request comes from may be counted in memory for one minute. It is not stored.</li>
</ul>
<p>The line never asks for your My Number. Do not say or enter it on the telephone.</p>
<p>The companies that connect the call (Twilio and telephone companies) and those who run the network up to our server may keep records of connections under their own rules.</p>
<p>“Contact” at the foot of this page leads to the people who answer questions.</p>`,
};

/**
 * The aim of accessibility, what was tested, and how. The tests are in `tests/browser`. When they cover something else,
 * this statement and its date must change too.
 */
const accessibility: Statement = {
  title: { ja: 'アクセシビリティ', en: 'Accessibility' },
  ja: html`<p>目標：JIS X 8341-3:2016の適合レベルAAに配慮し、だれでも読めて使えるページにします。</p>
<p>対象：この言語別のページ、このページ、ブラウザーの電話、職員用の管理画面。</p>
<h3>確かめたこと（2026年12月1日）</h3>
<ul>
<li>すべての言語のページとこのページを、幅360と1280ピクセル、明るい表示と暗い表示で、検査プログラム（axe-core）で調べました。問題は見つかりませんでした。</li>
<li>ブラウザーの電話を、かける前から終わったあとまで、通信が切れたときも含めて、同じように調べました。幅360ピクセルではすべての言語で、幅1280ピクセルでは一部の言語で調べ、問題は見つかりませんでした。</li>
<li>職員用の管理画面の主な画面を、日本語と英語、幅360と1280ピクセルで、同じ検査プログラムで調べました。問題は見つかりませんでした。</li>
<li>キーボードだけで、韓国語のページのすべてのリンクと、管理画面のリンク・ボタン・欄に届くこと、ブラウザーの電話で最後まで電話ができることを確かめました。</li>
<li>JavaScriptがなくても、お知らせを全部読めます。お知らせの文の漢字には、日付と時刻を除いて、読みがなが付きます。</li>
</ul>
<h3>まだ確かめていないこと</h3>
<ul>
<li>達成基準を一つずつ人が確かめる試験は、していません。検査プログラムで分かるのは、その一部です。</li>
<li>ほかの機関による試験は受けていません。</li>
<li>音声読み上げソフトなどを使う方と一緒に試すことは、まだしていません。</li>
</ul>
<p>ブラウザーの電話にはJavaScriptが必要です。聞こえることばは、文字でも出ます。耳の聞こえない方や電話を使えない方は、言語別のページで同じ内容を読めます。</p>
<p>読めないところや使えないところがありましたら、このページの下の「問い合わせ」の先にお知らせください。</p>`,
  en: html`<p>Everybody should be able to read and use these pages. We make them with level AA of JIS X 8341-3:2016 in mind; its success criteria are those of WCAG 2.0.</p>
<p>This statement is about the page in each language, this page, the telephone in the browser, and the console for staff.</p>
<h3>What was tested (1 December 2026)</h3>
<ul>
<li>The pages in all languages and this page, at widths of 360 and 1280 pixels, in light and in dark, with a testing program (axe-core). It found no problems.</li>
<li>The telephone in the browser, from before a call until after it, and with the connection interrupted, in the same way: in all languages at 360 pixels, in some of them at 1280. It found no problems.</li>
<li>The main pages of the console for staff, in Japanese and English, at widths of 360 and 1280 pixels, with the same program. It found no problems.</li>
<li>With the keyboard alone, all links of the page in Korean and the links, buttons and fields of the console can be reached, and a whole call can be made in the browser.</li>
<li>The whole guidance can be read without JavaScript. Its kanji have their readings, except in dates and times.</li>
</ul>
<h3>What has not been tested yet</h3>
<ul>
<li>Nobody has gone through the success criteria one by one. The program can judge only some of them.</li>
<li>No other organisation has tested the pages.</li>
<li>They have not been tried together with people who use screen readers or other aids.</li>
</ul>
<p>The telephone in the browser needs JavaScript. It shows in writing all that is said. Those who cannot hear or cannot call can read the same texts on the page in their language.</p>
<p>If you find something that you cannot read or use, please tell us: see “Contact” at the foot of this page.</p>`,
};

/**
 * The summary of a statement in the reader's language. If there is none in that language, the summary is in English and
 * marked as English.
 */
function summary(name: keyof typeof statements, tag: LanguageTag, hasPhonePage: boolean): Html {
  const own = statementWords.get(tag) ?? statementWords.get(tag.split('-')[0] ?? '');
  const words = own ?? statementWords.get('en');
  const sentences = [...(words?.[name] ?? [])];
  if (name === 'accessibility' && hasPhonePage && words) sentences.splice(1, 0, words.phone);
  const said = (sentence: string) => inLanguage(own ? tag : 'en', tag, withReadings(sentence));
  return html`<p class="lines summary">${sentences.map((sentence) => html`<span>${said(sentence)}</span> `)}</p>`;
}

/**
 * A statement in Japanese and English, in a page frame in the reader's language. A summary of the statement in the
 * reader's language comes first.
 * @param tag the language of the page from which the reader comes; Japanese if it is not known
 */
export function statementPage(
  edition: Edition,
  name: keyof typeof statements,
  tag: LanguageTag,
  hasPhonePage: boolean,
): string {
  const { title, ja, en } = statements[name];
  const words = speaker(tag);
  const section = (language: 'ja' | 'en', text: Html) => html`<section lang="${language}">
<h2>${title[language]}</h2>
${text}
</section>`;
  const main = html`<h1>${words.say(name)}</h1>
${summary(name, tag, hasPhonePage)}
${tag === 'en' ? [section('en', en), section('ja', ja)] : [section('ja', ja), section('en', en)]}`;
  const heading = `${words.plain(name)} – ${titledText(titleIn(edition, tag))}`;
  return page({ edition, tag, title: heading, name: titleIn(edition, tag), main, hasPhonePage });
}

const statements = { privacy, accessibility } as const;
