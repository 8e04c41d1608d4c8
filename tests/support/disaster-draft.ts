import type { Draft, LanguageWords } from '../../src/words/draft.ts';
import { fixtureDraft } from './draft-fixture.ts';

const english: Readonly<Record<string, readonly string[]>> = {
  'disaster-safety': ['There is a large disaster now.', 'If you are in danger, hang up.'],
  'disaster.flood': ['The river is very high.'],
  'disaster.storm': ['There is a storm.'],
  'disaster-place.north': ['This is for the north.'],
  'disaster-place.south': ['This is for the south.'],
  'disaster-place-also.south': ['This is also for the south.'],
  'disaster-action.leave': ['Go to a safe place.'],
  'disaster-time': ['This is the notice of {{noticeDay}}, {{noticeTime}}.'],
  'disaster-more': ['Listen to the radio.'],
  'disaster-topics': ['For the waste line, press {{key}}.'],
  'reason-disaster': ['You cannot be put through now.'],
};

const chinese: typeof english = {
  'disaster-safety': ['现在有严重的灾害。', '如果有危险，请挂断。'],
  'disaster.flood': ['河水很高。'],
  'disaster.storm': ['有暴风。'],
  'disaster-place.north': ['需要注意的是北边。'],
  'disaster-place.south': ['需要注意的是南边。'],
  'disaster-place-also.south': ['南边也需要注意。'],
  'disaster-action.leave': ['请到安全的地方。'],
  'disaster-time': ['这是{{noticeDay}}{{noticeTime}}的通知。'],
  'disaster-more': ['请听广播。'],
  'disaster-topics': ['垃圾热线请按{{key}}。'],
  'reason-disaster': ['现在不能转接。'],
};

const japanese: typeof english = {
  'disaster-safety': ['{今|いま} {災害|さいがい}が あります。', '{危|あぶ}ない ときは、{切|き}って ください。'],
  'disaster.flood': ['{川|かわ}の {水|みず}が {多|おお}いです。'],
  'disaster.storm': ['{風|かぜ}が {強|つよ}いです。'],
  'disaster-place.north': ['{気|き}を つける {所|ところ}は {北|きた}です。'],
  'disaster-place.south': ['{気|き}を つける {所|ところ}は {南|みなみ}です。'],
  'disaster-place-also.south': ['{南|みなみ}も {気|き}を つけて ください。'],
  'disaster-action.leave': ['{安全|あんぜん}な {所|ところ}へ {行|い}って ください。'],
  'disaster-time': ['{{noticeDay}} {{noticeTime}}の お{知|し}らせです。'],
  'disaster-more': ['ラジオを {聞|き}いて ください。'],
  'disaster-topics': ['ごみの {案内|あんない}は {{key}}。'],
  'reason-disaster': ['{今|いま}は つなげません。'],
};

const named = (id: string, ja: string, en: string) => ({ id, name: { ja, en } });

/** The small made-up line, with a disaster notice. */
export function disasterDraft(): Draft {
  const draft = fixtureDraft();
  const more: Readonly<Record<string, typeof english>> = { en: english, 'zh-Hans': chinese, ja: japanese };
  const words = [...draft.words].map(([tag, each]): [string, LanguageWords] => [
    tag,
    { ...each, prompts: { ...each.prompts, ...more[tag] } },
  ]);
  const twilio = new Map([
    ['en', { voice: 'Google.en-US-Neural2-F', language: 'en-US' }],
    ['zh-Hans', { voice: 'Google.cmn-CN-Wavenet-A', language: 'cmn-CN' }],
    ['ja', { voice: 'Google.ja-JP-Neural2-B', language: 'ja-JP' }],
  ]);
  // Real voices of Twilio, because tests compare the voices in TwiML with Twilio's list.
  const languages = draft.line.languages.map((each) => ({
    ...each,
    voices: { ...each.voices, twilio: twilio.get(each.tag) ?? each.voices.twilio },
  }));
  const disaster = {
    kinds: [named('flood', '洪水', 'Flood'), named('storm', '暴風', 'Storm')],
    places: [named('north', '北', 'The north'), named('south', '南', 'The south')],
    actions: [named('leave', '逃げる', 'Leave')],
  };
  return { ...draft, line: { ...draft.line, languages, disaster }, words: new Map(words) };
}
