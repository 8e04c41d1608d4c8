import { readDraft, type WrittenDraft } from '../../src/words/draft.ts';
import type { NamedText } from '../../src/words/read-yaml.ts';

/** A small made-up line in three languages. The rules find nothing in it. Its telephone numbers belong to nobody. */
const line = `
name: { ja: ごみ電話案内, en: Waste line }
timeZone: Asia/Tokyo
sourceLanguage: ja
announcers: [ja, en]
defaultDestination: office
transfersPerHour: 10
languages:
  - tag: en
    key: "1"
    name: English
    sourceName: "{英語|えいご}"
    destination: office
    voices: { espeak: en-us, google: en-US-Test, twilio: { voice: Test.en, language: en-US } }
  - tag: zh-Hans
    key: "2"
    name: 普通话
    sourceName: "{中国語|ちゅうごくご}"
    destination: office
    voices: { espeak: cmn, google: cmn-CN-Test, twilio: { voice: Test.cmn, language: cmn-CN } }
  - tag: ja
    key: "3"
    name: やさしい日本語
    sourceName: "{日本語|にほんご}"
    destination: office
    voices: { espeak: ja, google: ja-JP-Test, twilio: { voice: Test.ja, language: ja-JP } }
topics:
  - id: days
    key: "1"
    parts: [days.which]
  - id: place
    key: "2"
    parts: [place.where]
destinations:
  - id: office
    name: { ja: 役所, en: Office }
    number: officeNumber
    languages: [ja, en]
    dials:
      - number: "+81300000000"
        source: made up
        triedOn: "2026-01-01"
    hours: officeHours
    closed:
      eachYear:
        - { from: closedFrom, to: closedTo }
facts:
  officeNumber: { type: phone, value: "03-0000-0000", source: made up, checkedOn: "2026-01-01", reviewBy: "2027-01-01" }
  officeHours:
    type: hours
    value: [{ days: [1, 2, 3, 4, 5], opens: "09:00", closes: "17:00" }]
    source: made up
    checkedOn: "2026-01-01"
    reviewBy: "2027-01-01"
  closedFrom: { type: day, value: "12-29", source: made up, checkedOn: "2026-01-01", reviewBy: "2027-01-01" }
  closedTo: { type: day, value: "01-03", source: made up, checkedOn: "2026-01-01", reviewBy: "2027-01-01" }
  firstDay: { type: date, value: "2026-04-01", source: made up, checkedOn: "2026-01-01", reviewBy: "2027-01-01" }
`;

const japanese = `
language: ja
reviewed: true
prompts:
  greeting: ["ごみの {案内|あんない}です。"]
  language-item: ["やさしい {日本語|にほんご}は {{key}}。"]
  welcome: ["マイナンバーを {言|い}わないで ください。"]
  welcome-outdated: ["{古|ふる}いかも しれません。"]
  again: ["もう{一度|いちど}は {{key}}。"]
  back-to-topics: ["{戻|もど}るときは {{key}}。"]
  change-language: ["ことばを {変|か}えるときは {{key}}。"]
  person: ["{人|ひと}と {話|はな}すときは {{key}}。"]
  how-to-press: ["{数字|すうじ}を {押|お}して ください。"]
  more-follows: ["{続|つづ}きが あります。"]
  transfer-next: ["{待|ま}って ください。"]
  reason-closed: ["{今|いま}は {休|やす}みです。"]
  reason-language: ["その ことばの {人|ひと}が いません。"]
  reason-no-transfer: ["つなぐことが できません。"]
  reason-not-connected: ["つながりませんでした。"]
  emergency: ["{急|いそ}ぐときは {切|き}って ください。"]
  limit: ["{電話|でんわ}を {終|お}わります。"]
  goodbye: ["ありがとうございました。"]
  trouble: ["{今|いま}は {使|つか}えません。"]
  topic.days.menu: ["ごみの {日|ひ}は {{key}}。"]
  topic.place.menu: ["ごみの {場所|ばしょ}は {{key}}。"]
  days.which:
    - "{{firstDay}}から {変|か}わります。"
    - "ごみは {朝|あさ} {出|だ}して ください。"
  place.where: ["{道|みち}の {角|かど}です。"]
  destination.office.transfer: ["{役所|やくしょ}に つなぎます。", "{日本語|にほんご}と {英語|えいご}です。", "{待|ま}って ください。"]
  destination.office.number: ["{役所|やくしょ}の {番号|ばんごう}を {二回|にかい} {言|い}います。", "{{officeNumber}}。", "もう{一度|いちど}、{{officeNumber}}。"]
  destination.office.hours:
    - "{{officeHours}}に {開|あ}いて います。"
    - "{休|やす}みは {{closedFrom}}から {{closedTo}}までです。"
  whisper: ["{{language}}の {人|ひと}です。"]
  slower: ["ゆっくりは {{key}}。"]
  normal-speed: ["ふつうは {{key}}。"]
  number-to-call: ["{電話|でんわ}の {番号|ばんごう}は {{key}}。"]
  topic-outdated: ["{前|まえ}の お{知|し}らせです。"]
  number-outdated: ["{前|まえ}の {番号|ばんごう}です。"]
`;

const english = `
language: en
reviewed: true
prompts:
  greeting: ["This is the waste line."]
  language-item: ["For English, press {{key}}."]
  welcome: ["Do not say or enter your My Number."]
  welcome-outdated: ["This may be out of date."]
  again: ["To hear it again, press {{key}}."]
  back-to-topics: ["To go back, press {{key}}."]
  change-language: ["To change the language, press {{key}}."]
  person: ["To talk to a person, press {{key}}."]
  how-to-press: ["Press one of the digits on your telephone."]
  more-follows: ["There is more."]
  transfer-next: ["Please wait."]
  reason-closed: ["The office is closed now."]
  reason-language: ["Nobody there speaks your language."]
  reason-no-transfer: ["You cannot be put through."]
  reason-not-connected: ["Nobody answered."]
  emergency: ["In an emergency, hang up."]
  limit: ["This call ends now."]
  goodbye: ["Thank you for calling."]
  trouble: ["This line does not work now."]
  topic.days.menu: ["For the days, press {{key}}."]
  topic.place.menu: ["For the place, press {{key}}."]
  days.which:
    - "This changes on {{firstDay}}."
    - "Put your waste out in the morning."
  place.where: ["It is at the corner of the street."]
  destination.office.transfer: ["You will be put through to the office.", "They speak Japanese and English.", "Please wait."]
  destination.office.number: ["I will say the office's number twice.", "The number is {{officeNumber}}.", "Once more: {{officeNumber}}."]
  destination.office.hours:
    - "The office is open {{officeHours}}."
    - "It is closed from {{closedFrom}} to {{closedTo}}."
  slower: ["To hear it slowly, press {{key}}."]
  normal-speed: ["For normal speed, press {{key}}."]
  number-to-call: ["For a number, press {{key}}."]
  topic-outdated: ["This is an old notice."]
  number-outdated: ["This is an old number."]
`;

const chinese = `
language: zh-Hans
reviewed: true
prompts:
  greeting: ["这里是垃圾热线。"]
  language-item: ["普通话请按{{key}}。"]
  welcome: ["请不要说出或输入您的My Number。"]
  welcome-outdated: ["内容可能已经过时。"]
  again: ["再听一遍请按{{key}}。"]
  back-to-topics: ["返回请按{{key}}。"]
  change-language: ["更换语言请按{{key}}。"]
  person: ["与工作人员通话请按{{key}}。"]
  how-to-press: ["请按一个数字键。"]
  more-follows: ["后面还有内容。"]
  transfer-next: ["请稍等。"]
  reason-closed: ["现在不在服务时间。"]
  reason-language: ["那里没有人会说您的语言。"]
  reason-no-transfer: ["无法为您转接。"]
  reason-not-connected: ["没有接通。"]
  emergency: ["紧急时请挂断电话。"]
  limit: ["通话即将结束。"]
  goodbye: ["谢谢您的来电。"]
  trouble: ["现在无法使用。"]
  topic.days.menu: ["日期请按{{key}}。"]
  topic.place.menu: ["地点请按{{key}}。"]
  days.which:
    - "从{{firstDay}}起有变化。"
    - "请在早上把垃圾拿出来。"
  place.where: ["在路口。"]
  destination.office.transfer: ["为您转接市政府。", "那里可以说日语和英语。", "请等待。"]
  destination.office.number: ["市政府的号码说两遍。", "{{officeNumber}}。", "再说一遍，{{officeNumber}}。"]
  destination.office.hours:
    - "服务时间是{{officeHours}}。"
    - "{{closedFrom}}到{{closedTo}}休息。"
  slower: ["想听慢一些请按{{key}}。"]
  normal-speed: ["正常语速请按{{key}}。"]
  number-to-call: ["电话号码请按{{key}}。"]
  topic-outdated: ["这是以前的通知。"]
  number-outdated: ["这是以前的号码。"]
`;

/** One replacement in one file. The replaced text must occur in the file exactly once. */
export type Change = readonly [file: string, from: string, to: string];

const files: readonly NamedText[] = [
  { name: 'line.yaml', text: line.trimStart() },
  { name: 'ja.yaml', text: japanese.trimStart() },
  { name: 'en.yaml', text: english.trimStart() },
  { name: 'zh-Hans.yaml', text: chinese.trimStart() },
];

/** The files of the made-up line, with some changes. */
export const fixtureFiles = (...changes: readonly Change[]): NamedText[] => changeFiles(files, ...changes);

/**
 * @throws RangeError if a replaced text does not occur exactly once, because the test would then change nothing or too
 * much
 */
function changeFiles(originals: readonly NamedText[], ...changes: readonly Change[]): NamedText[] {
  const changed = new Map(originals.map(({ name, text }) => [name, text]));
  for (const [file, from, to] of changes) {
    const pieces = (changed.get(file) ?? '').split(from);
    if (pieces.length !== 2) throw new RangeError(`"${from}" occurs ${pieces.length - 1} times in ${file}.`);
    changed.set(file, pieces.join(to));
  }
  return [...changed].map(([name, text]) => ({ name, text }));
}

/** The draft of the made-up line, with some changes. */
export const fixtureDraft = (...changes: readonly Change[]): WrittenDraft => readDraft(fixtureFiles(...changes));
