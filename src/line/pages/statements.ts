import type { LanguageTag } from '../../call/line.ts';
import type { Edition } from '../../edition/edition.ts';
import { type Html, html, inLanguage, withReadings } from './html.ts';
import { titleIn } from './line-texts.ts';
import { page, titledText } from './page-frame.ts';
import { speaker } from './page-words.ts';
import { statementWords } from './statement-words.ts';

/** A statement in Japanese and, below it, in English. */
interface Statement {
  readonly title: { readonly ja: string; readonly en: string };
  readonly ja: Html;
  readonly en: Html;
}

/** What is stored about residents. The program must do what this says; for calls, `tests/privacy.test.ts` checks it. */
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

/** The aim of accessibility, what was tested, and how. */
const accessibility: Statement = {
  title: { ja: 'アクセシビリティ', en: 'Accessibility' },
  ja: html`<p>目標：JIS X 8341-3:2016の適合レベルAAに配慮し、だれでも読めて使えるページにします。</p>
<p>対象：この言語別のページ、このページ、ブラウザーの電話、職員用の管理画面。</p>
<h3>確かめたこと（2026年11月30日）</h3>
<ul>
<li>すべての言語のページを、幅360と1280ピクセルで、検査プログラム（axe-core）で調べました。問題は見つかりませんでした。</li>
<li>キーボードだけで、すべてのリンクとボタンに届くことを確かめました。</li>
<li>JavaScriptがなくても、お知らせを全部読めます。お知らせの文の漢字には、日付と時刻を除いて、読みがなが付きます。</li>
</ul>
<h3>まだ確かめていないこと</h3>
<ul>
<li>ほかの機関による試験は受けていません。</li>
<li>音声読み上げソフトなどを使う方と一緒に試すことは、まだしていません。</li>
</ul>
<p>ブラウザーの電話にはJavaScriptが必要です。聞こえることばは、文字でも出ます。耳の聞こえない方や電話を使えない方は、言語別のページで同じ内容を読めます。</p>
<p>読めないところや使えないところがありましたら、このページの下の「問い合わせ」の先にお知らせください。</p>`,
  en: html`<p>Aim: pages that everybody can read and use, considering level AA of JIS X 8341-3:2016 (the success criteria of WCAG 2.0).</p>
<p>This is about the pages of the languages, this page, the telephone in the browser, and the console for staff.</p>
<h3>What was tested (30 November 2026)</h3>
<ul>
<li>The pages of all languages, 360 and 1280 pixels wide, with a testing program (axe-core). It found no problems.</li>
<li>All links and buttons can be reached with the keyboard alone.</li>
<li>The whole notice can be read without JavaScript. The kanji of the notice have their readings, except in dates and times.</li>
</ul>
<h3>What has not been tested yet</h3>
<ul>
<li>No other organisation has tested the pages.</li>
<li>They have not been tried together with people who use screen readers or other aids.</li>
</ul>
<p>The telephone in the browser needs JavaScript. It shows in writing all that is said. Those who cannot hear or cannot call can read the same texts on the page in their language.</p>
<p>If you find something that you cannot read or use, please tell one of the contacts, to which a link at the foot of this page leads.</p>`,
};

/** What matters of a statement, in the reader's language; in English, and marked so, if the language has no words for it. */
function summary(name: keyof typeof statements, tag: LanguageTag, hasPhonePage: boolean): Html {
  const own = statementWords.get(tag) ?? statementWords.get(tag.split('-')[0] ?? '');
  const words = own ?? statementWords.get('en');
  const sentences = [...(words?.[name] ?? [])];
  if (name === 'accessibility' && hasPhonePage && words) sentences.splice(1, 0, words.phone);
  const said = (sentence: string) => inLanguage(own ? tag : 'en', tag, withReadings(sentence));
  return html`<p class="lines summary">${sentences.map((sentence) => html`<span>${said(sentence)}</span> `)}</p>`;
}

/**
 * A statement in Japanese and English, in a page frame in the reader's language. In that language, a summary of the statement
 * comes first.
 * @param tag the language of the page from which the reader comes
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
