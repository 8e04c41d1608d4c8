import type { LanguageTag } from '../../call/line.ts';
import { type Html, html } from '../../common/html.ts';
import type { Titled } from './line-texts.ts';
import { inLanguage, partsOf, withoutReadings, withReadings } from './shown-words.ts';

/** The words of the public pages that are in no edition. Readings of kanji are written `{県|けん}`. */
export interface PageWords {
  readonly skip: string;
  readonly languages: string;
  readonly choose: string;
  readonly missing: string;
  readonly read: string;
  readonly call: string;
  readonly hear: string;
  /** Shown on the page of the browser phone if the browser runs no JavaScript. */
  readonly needsScript: string;
  readonly owner: string;
  readonly topics: string;
  readonly contacts: string;
  /** Shown beside a number that begins with 0570, because every caller pays for calls to it. */
  readonly charged: string;
  readonly web: string;
  readonly emergency: string;
  readonly disaster: string;
  readonly print: string;
  readonly allLanguages: string;
  readonly contact: string;
  readonly privacy: string;
  readonly accessibility: string;
}

const english: PageWords = {
  skip: 'Go to the text',
  languages: 'Languages',
  choose: 'Choose your language',
  missing: 'There is no such page',
  read: 'Read the guidance',
  call: 'Call this number',
  hear: 'Listen here, in the browser',
  needsScript: 'To listen here, you need JavaScript. Without it you can read the whole guidance.',
  owner: 'This line belongs to',
  topics: 'In this guidance',
  contacts: 'Telephone numbers for questions',
  charged: 'Calls to 0570 numbers cost money, even with an unlimited plan. Some internet phones cannot call them.',
  web: 'Web sites',
  emergency: 'In an emergency',
  disaster: 'Disaster information',
  print: 'You can print this page with your browser.',
  allLanguages: 'All languages',
  contact: 'Contact',
  privacy: 'Privacy',
  accessibility: 'Accessibility',
};

/** The words use the terms of the bundled prompts. A language that is missing here has these words in English. */
export const pageWords: ReadonlyMap<LanguageTag, PageWords> = new Map([
  ['en', english],
  [
    'zh-Hans',
    {
      skip: '跳到正文',
      languages: '语言',
      choose: '请选择语言',
      missing: '没有这个页面',
      read: '阅读通知',
      call: '请拨打这个号码',
      hear: '在浏览器中收听',
      needsScript: '在这里收听需要JavaScript。没有JavaScript也可以阅读通知全文。',
      owner: '本电话语音指南的主办单位',
      topics: '通知内容',
      contacts: '咨询电话',
      charged: '拨打0570开头的号码会产生通话费，无限通话套餐也不例外。部分网络电话无法拨打。',
      web: '网站',
      emergency: '紧急情况',
      disaster: '灾害信息',
      print: '您可以用浏览器打印本页。',
      allLanguages: '所有语言',
      contact: '联系方式',
      privacy: '隐私保护',
      accessibility: '无障碍说明',
    },
  ],
  [
    'zh-Hant',
    {
      skip: '跳到內文',
      languages: '語言',
      choose: '請選擇語言',
      missing: '沒有這個頁面',
      read: '閱讀通知',
      call: '請撥打這個號碼',
      hear: '在瀏覽器中收聽',
      needsScript: '在這裡收聽需要JavaScript。沒有JavaScript也可以閱讀通知全文。',
      owner: '本電話語音指南的主辦單位',
      topics: '通知內容',
      contacts: '洽詢電話',
      charged: '撥打0570開頭的號碼會產生通話費，通話吃到飽方案也不例外。部分網路電話無法撥打。',
      web: '網站',
      emergency: '緊急情況',
      disaster: '災害資訊',
      print: '您可以用瀏覽器列印本頁。',
      allLanguages: '所有語言',
      contact: '聯絡方式',
      privacy: '隱私權保護',
      accessibility: '無障礙說明',
    },
  ],
  [
    'ko',
    {
      skip: '본문으로 이동',
      languages: '언어',
      choose: '언어를 선택해 주세요',
      missing: '페이지를 찾을 수 없습니다',
      read: '안내문 읽기',
      call: '이 번호로 전화해 주세요',
      hear: '브라우저에서 바로 듣기',
      needsScript: '여기에서 들으시려면 JavaScript가 필요합니다. JavaScript가 없어도 안내문 전체를 읽으실 수 있습니다.',
      owner: '이 전화 안내를 운영하는 곳',
      topics: '안내 내용',
      contacts: '문의 전화번호',
      charged: '0570 번호는 통화 무제한 요금제에서도 통화료가 듭니다. 일부 인터넷 전화에서는 걸 수 없습니다.',
      web: '웹사이트',
      emergency: '긴급 상황',
      disaster: '재난 정보',
      print: '브라우저에서 이 페이지를 인쇄할 수 있습니다.',
      allLanguages: '모든 언어',
      contact: '문의처',
      privacy: '개인정보 보호',
      accessibility: '접근성 안내',
    },
  ],
  [
    'es',
    {
      skip: 'Ir al texto',
      languages: 'Idiomas',
      choose: 'Elija su idioma',
      missing: 'Esta página no existe',
      read: 'Leer el aviso',
      call: 'Llame a este número',
      hear: 'Escuchar aquí, en el navegador',
      needsScript: 'Para escuchar aquí se necesita JavaScript. Sin él puede leer todo el aviso.',
      owner: 'Responsable de esta línea',
      topics: 'En este aviso',
      contacts: 'Teléfonos para preguntas',
      charged:
        'Llamar al 0570 tiene costo, incluso con un plan ilimitado. Desde algunos teléfonos por internet no se puede llamar.',
      web: 'Sitios web',
      emergency: 'En caso de emergencia',
      disaster: 'Información sobre desastres',
      print: 'Puede imprimir esta página con su navegador.',
      allLanguages: 'Todos los idiomas',
      contact: 'Contacto',
      privacy: 'Privacidad',
      accessibility: 'Accesibilidad',
    },
  ],
  [
    'pt',
    {
      skip: 'Ir para o texto',
      languages: 'Idiomas',
      choose: 'Escolha o seu idioma',
      missing: 'Esta página não existe',
      read: 'Ler o aviso',
      call: 'Ligue para este número',
      hear: 'Ouvir aqui, no navegador',
      needsScript: 'Para ouvir aqui é preciso JavaScript. Sem ele você pode ler o aviso inteiro.',
      owner: 'Responsável por esta linha',
      topics: 'Neste aviso',
      contacts: 'Telefones para dúvidas',
      charged:
        'Ligações para 0570 são pagas, mesmo com plano ilimitado. Alguns telefones pela internet não conseguem ligar.',
      web: 'Sites',
      emergency: 'Em caso de emergência',
      disaster: 'Informações sobre desastres',
      print: 'Você pode imprimir esta página com o seu navegador.',
      allLanguages: 'Todos os idiomas',
      contact: 'Contato',
      privacy: 'Privacidade',
      accessibility: 'Acessibilidade',
    },
  ],
  [
    'ja',
    {
      skip: '{文|ぶん}に すすむ',
      languages: 'ことば',
      choose: 'ことばを {選|えら}んで ください',
      missing: 'この ページは ありません',
      read: 'お{知|し}らせを {読|よ}む',
      call: 'この {番号|ばんごう}に {電話|でんわ}して ください',
      hear: 'この {画面|がめん}で {聞|き}く',
      needsScript:
        'ここで {聞|き}くには、JavaScriptが いります。JavaScriptが なくても、お{知|し}らせを ぜんぶ {読|よ}む ことが できます。',
      owner: 'この {電話案内|でんわあんない}を して いる ところ',
      topics: 'お{知|し}らせの {内容|ないよう}',
      contacts: '{聞|き}きたい ことが ある ときの {電話番号|でんわばんごう}',
      charged:
        '0570の {番号|ばんごう}は、かけ{放題|ほうだい}でも お{金|かね}が かかります。インターネットの {電話|でんわ}からは、かけられない ことが あります。',
      web: 'ホームページ',
      emergency: 'すぐに {助|たす}けが ほしい とき',
      disaster: '{災害|さいがい}の お{知|し}らせ',
      print: 'この ページは、ブラウザーで {印刷|いんさつ}できます。',
      allLanguages: 'ほかの ことば',
      contact: '{問|と}い{合|あ}わせ',
      privacy: '{個人情報|こじんじょうほう}の {扱|あつか}い',
      accessibility: 'アクセシビリティ',
    },
  ],
]);

/** The words of the pages in a language. */
export interface Speaker {
  readonly tag: LanguageTag;
  /** The words as HTML, with readings. If the language has no words here, they are in English and marked as English. */
  say(name: keyof PageWords): Html;
  /** The words with their language, for the browser phone. */
  titled(name: keyof PageWords): Titled;
  /** The words as plain text, for titles and attributes. */
  plain(name: keyof PageWords): string;
}

/** Returns the words of the pages in a language. A regional variant such as `pt-PT` has the words of its language. */
export function speaker(tag: LanguageTag): Speaker {
  const own = pageWords.get(tag) ?? pageWords.get(tag.split('-')[0] ?? '');
  const words = own ?? english;
  return {
    tag,
    say: (name) => inLanguage(own ? tag : 'en', tag, html`${withReadings(words[name])}`),
    titled: (name) => ({ language: own ? tag : 'en', parts: partsOf(words[name]) }),
    plain: (name) => withoutReadings(words[name]),
  };
}
