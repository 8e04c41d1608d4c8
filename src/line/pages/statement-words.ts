import type { LanguageTag } from '../../call/line.ts';

/**
 * Summaries of the statements at `/privacy` and `/accessibility`, as lists of sentences. Readings are written `{県|けん}`.
 */
interface StatementWords {
  readonly privacy: readonly string[];
  readonly accessibility: readonly string[];
  /** A sentence of the summary for accessibility, left out if there is no browser phone. */
  readonly phone: string;
}

const english: StatementWords = {
  privacy: [
    'This line stores neither your telephone number nor the keys that you press.',
    'Calls are not recorded.',
    'The companies that connect the call may keep records of it.',
  ],
  accessibility: [
    'You can read the whole guidance without sound, and without JavaScript.',
    'If there is something that you cannot read or use, please tell us: see “Contact” at the foot of this page.',
  ],
  phone: 'The telephone in the browser needs JavaScript. It shows in writing all that is said.',
};

/**
 * The program must do what the summaries say, and what the statements in `statements.ts` say. A language that is
 * missing here has the English summaries.
 */
export const statementWords: ReadonlyMap<LanguageTag, StatementWords> = new Map([
  ['en', english],
  [
    'zh-Hans',
    {
      privacy: [
        '本电话语音指南不保存您的电话号码，也不保存您按的键。',
        '通话不录音。',
        '接通电话的公司可能会保留通话记录。',
      ],
      accessibility: [
        '没有声音或没有JavaScript，也可以阅读通知全文。',
        '如有无法阅读或使用的地方，请通过本页下方的“联系方式”告诉我们。',
      ],
      phone: '浏览器中的电话需要JavaScript。听到的内容都会以文字显示。',
    },
  ],
  [
    'zh-Hant',
    {
      privacy: [
        '本電話語音指南不儲存您的電話號碼，也不儲存您按的鍵。',
        '通話不錄音。',
        '接通電話的公司可能會保留通話紀錄。',
      ],
      accessibility: [
        '沒有聲音或沒有JavaScript，也可以閱讀通知全文。',
        '如有無法閱讀或使用的地方，請透過本頁下方的「聯絡方式」告訴我們。',
      ],
      phone: '瀏覽器中的電話需要JavaScript。聽到的內容都會以文字顯示。',
    },
  ],
  [
    'ko',
    {
      privacy: [
        '이 전화 안내는 전화를 거신 분의 전화번호와 누르신 번호를 저장하지 않습니다.',
        '통화는 녹음하지 않습니다.',
        '전화를 연결하는 회사에는 통화 기록이 남을 수 있습니다.',
      ],
      accessibility: [
        '소리가 들리지 않아도, JavaScript가 없어도 안내문을 모두 읽으실 수 있습니다.',
        '읽거나 이용하기 어려운 곳이 있으면 이 페이지 아래의 “문의처”로 알려 주세요.',
      ],
      phone: '브라우저 전화에는 JavaScript가 필요합니다. 들리는 말은 모두 글로도 나옵니다.',
    },
  ],
  [
    'es',
    {
      privacy: [
        'Esta línea no guarda su número de teléfono ni las teclas que usted marca.',
        'Las llamadas no se graban.',
        'Las empresas que conectan la llamada pueden guardar registros de ella.',
      ],
      accessibility: [
        'Puede leer todo el aviso sin sonido y sin JavaScript.',
        'Si hay algo que no puede leer o usar, avísenos: vea «Contacto» al final de esta página.',
      ],
      phone: 'El teléfono del navegador necesita JavaScript. Muestra por escrito todo lo que se dice.',
    },
  ],
  [
    'pt',
    {
      privacy: [
        'Esta linha não guarda o seu número de telefone nem as teclas que você digita.',
        'As ligações não são gravadas.',
        'As empresas que conectam a ligação podem guardar registros dela.',
      ],
      accessibility: [
        'Você pode ler todo o aviso sem som e sem JavaScript.',
        'Se houver algo que você não consegue ler ou usar, avise-nos: veja “Contato” no final desta página.',
      ],
      phone: 'O telefone do navegador precisa de JavaScript. Ele mostra por escrito tudo o que é dito.',
    },
  ],
  [
    'ja',
    {
      privacy: [
        'この {電話|でんわ}は、あなたの {電話番号|でんわばんごう}と、あなたが {押|お}した {数字|すうじ}を {残|のこ}しません。',
        '{電話|でんわ}の {声|こえ}を {録音|ろくおん}しません。',
        '{電話|でんわ}を つなぐ {会社|かいしゃ}は、{電話|でんわ}の {記録|きろく}を {残|のこ}す ことが あります。',
      ],
      accessibility: [
        '{音|おと}が {聞|き}こえなくても、JavaScriptが なくても、お{知|し}らせを ぜんぶ {読|よ}む ことが できます。',
        '{読|よ}めない {所|ところ}や、{使|つか}えない {所|ところ}が ある ときは、この ページの {下|した}の 「{問|と}い{合|あ}わせ」を {見|み}て、{教|おし}えて ください。',
      ],
      phone:
        'ブラウザーの {電話|でんわ}には、JavaScriptが いります。{聞|き}こえる ことばは、{文字|もじ}でも {出|で}ます。',
    },
  ],
]);
