import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import { describe, expect, test } from '#jest';
import { checkCallRules, checkTwiml, twimlTypes } from '../../support/twiml-schema.ts';
import { readTwimlTypes } from '../../support/twiml-types.ts';

const action = 'https://line.example/twilio/turn/abc';
const gatherAttributes = { numDigits: 1, finishOnKey: '', actionOnEmptyResult: true, action, method: 'POST' };
const dialAttributes = { action, method: 'POST', callerId: '+815000000000', timeLimit: 1800, timeout: 25 };

function respond(inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${inside}</Response>`;
}

describe('the schema is that of the installed package', () => {
  const source = createRequire(import.meta.url).resolve('twilio/lib/twiml/VoiceResponse.js');

  test('it has exactly the elements that the package can write, each inside the same parents', () => {
    const written = readFileSync(source, 'utf8').matchAll(/VoiceResponse\.(\w+)\(this\.(\w+)\.ele\("([\w-]+)"/g);
    const propertyOf = (className: string) =>
      className === 'VoiceResponse' ? 'response' : className.charAt(0).toLowerCase() + className.slice(1);
    const known = [...twimlTypes].flatMap(([parent, children]) =>
      [...children].map(([name, rule]) => `${propertyOf(parent)} <${name}> ${rule.className}`),
    );

    expect(known.sort()).toEqual([...written].map(([, type, parent, name]) => `${parent} <${name}> ${type}`).sort());
    expect(known.length).toBeGreaterThan(120);
  });

  test('it knows the voices, languages and ring tones', () => {
    const say = twimlTypes.get('VoiceResponse')?.get('Say');
    const ringTone = twimlTypes.get('VoiceResponse')?.get('Dial')?.attributes.get('ringTone');
    const voice = say?.attributes.get('voice');
    const language = say?.attributes.get('language');

    expect(voice?.kind === 'one-of' && voice.values.size).toBeGreaterThan(800);
    expect(language?.kind === 'one-of' && language.values.has('cmn-TW')).toBe(true);
    expect(ringTone?.kind === 'one-of' && ringTone.values.has('jp')).toBe(true);
  });

  test('inherited attributes and elements are included, and repeated interfaces are merged', () => {
    const types = readTwimlTypes(`
      declare class Base { say(words: string): Top.Say; }
      declare class Top extends Base { ring(attributes?: Top.RingAttributes): Top.Ring; }
      declare namespace Top {
        type Tone = "jp" | "kr";
        interface Loud { volume?: number; }
        interface RingAttributes extends Loud { tones?: Tone[]; }
        interface RingAttributes { "xml:lang"?: string; }
        class Ring {} class Say {}
      }`);
    const ring = types.get('Top')?.get('Ring');

    expect([...(types.get('Top') ?? [])].map(([name, rule]) => [name, rule.takesText])).toEqual([
      ['Say', true],
      ['Ring', false],
    ]);
    expect([...(ring?.attributes ?? [])]).toEqual([
      ['volume', { kind: 'number' }],
      ['tones', { kind: 'list', of: { kind: 'one-of', name: 'Tone', values: new Set(['jp', 'kr']) } }],
      ['xml:lang', { kind: 'string' }],
    ]);
  });

  test('an unknown type causes an error instead of being ignored', () => {
    const withType = (type: string) => `
      declare class Top { ring(attributes?: Top.RingAttributes): Top.Ring; }
      declare namespace Top { interface RingAttributes { tone?: ${type}; } class Ring {} }`;

    expect(() => readTwimlTypes(withType('Unheard'))).toThrow('Unheard');
    expect(() => readTwimlTypes(withType('"a" | number'))).toThrow('not a union of string literals');
  });
});

describe('correct documents made by the package itself pass', () => {
  test('a menu', () => {
    const response = new VoiceResponse();
    const menu = response.gather({ ...gatherAttributes, input: ['dtmf'], timeout: 5 });
    menu.play('https://line.example/audio/0f.wav?a=1&b=2');
    menu.pause({ length: 1 });
    const sentence = menu.say({ voice: 'Google.ja-JP-Neural2-B', language: 'ja-JP' }, 'これは');
    sentence.sub({ alias: 'ふうとう' }, '封筒');
    sentence.break({ time: '400ms', strength: 'medium' });
    sentence.sayAs({ 'interpret-as': 'telephone' }, '0570000000');
    sentence.prosody({ rate: '80%' }, 'ゆっくり').emphasis({ level: 'strong' }, 'です');
    sentence.lang({ 'xml:lang': 'en-US' }, 'My Number');
    response.redirect({ method: 'POST' }, action);

    expect(checkTwiml(response.toString())).toEqual([]);
    expect(checkCallRules(response.toString())).toEqual([]);
  });

  test('a transfer', () => {
    const response = new VoiceResponse();
    response.play('https://line.example/audio/0f.wav');
    const transfer = response.dial({ ...dialAttributes, ringTone: 'jp' });
    transfer.number({ url: action, method: 'POST', statusCallbackEvent: ['ringing', 'answered'] }, '+81300000000');

    expect(checkTwiml(response.toString())).toEqual([]);
    expect(checkCallRules(response.toString())).toEqual([]);
  });

  test('a goodbye, and a whisper', () => {
    const goodbye = new VoiceResponse();
    goodbye.say('Goodbye.');
    goodbye.hangup();
    const whisper = new VoiceResponse();
    whisper.say({ voice: 'Polly.Mizuki', language: 'ja-JP' }, '韓国語の電話です。');

    expect(checkTwiml(goodbye.toString())).toEqual([]);
    expect(checkCallRules(goodbye.toString())).toEqual([]);
    expect(checkCallRules(whisper.toString(), { whisper: true })).toEqual([]);
  });
});

describe('what Twilio would not understand is found', () => {
  test.each([
    ['a misspelt attribute', '<Gather numDigit="1"/>', '<Gather> has no attribute numDigit.'],
    ['a miscased attribute', '<Dial callerID="+815000000000"/>', '<Dial> has no attribute callerID.'],
    ['an attribute of another verb', '<Pause timeout="1"/>', '<Pause> has no attribute timeout.'],
    ['an unknown verb', '<Speak>x</Speak>', 'There is no element <Speak>.'],
    ['a miscased verb', '<HangUp/>', 'There is no element <HangUp>.'],
    ['Dial inside Gather', '<Gather><Dial/></Gather>', '<Dial> is not allowed inside <Gather>.'],
    ['Number outside Dial', '<Number>+81300000000</Number>', '<Number> is not allowed inside <Response>.'],
    ['Play inside Say', '<Say><Play>x</Play></Say>', '<Play> is not allowed inside <Say>.'],
    ['a mistake deep inside', '<Gather><Say><sub als="x">y</sub></Say></Gather>', '<sub> has no attribute als.'],
    [
      'an unknown voice',
      '<Say voice="Google.ja-JP-Nobody">x</Say>',
      'voice="Google.ja-JP-Nobody" of <Say> is not in SayVoice.',
    ],
    ['an unknown language', '<Say language="zh-Hans">x</Say>', 'language="zh-Hans" of <Say> is not in SayLanguage.'],
    ['an unknown ring tone', '<Dial ringTone="japan"/>', 'ringTone="japan" of <Dial> is not in DialRingTone.'],
    ['an unknown kind of input', '<Gather input="dtmf keys"/>', 'input="dtmf keys" of <Gather> is not in GatherInput.'],
    ['a word for a number', '<Gather timeout="auto"/>', 'timeout="auto" of <Gather> is not a whole number.'],
    ['an empty number', '<Gather timeout=""/>', 'timeout="" of <Gather> is not a whole number.'],
    [
      'a number for a boolean',
      '<Gather actionOnEmptyResult="1"/>',
      'actionOnEmptyResult="1" of <Gather> is neither true nor false.',
    ],
    ['text in Gather', '<Gather>Press 1.</Gather>', '<Gather> may hold no text.'],
    ['text in Response', 'Hello', '<Response> may hold no text.'],
  ])('%s', (_what, inside, problem) => {
    expect(checkTwiml(respond(inside))).toEqual([problem]);
  });

  test('every mistake of a document is reported, not only the first', () => {
    expect(checkTwiml(respond('<Speak/><Gather timeout="x" numDigit="1"/>'))).toHaveLength(3);
  });

  test('another root element', () => {
    expect(checkTwiml('<VoiceResponse/>')).toEqual(['The root element is <VoiceResponse> instead of <Response>.']);
  });

  test.each([
    ['an element left open', '<Response><Say>x</Response>'],
    ['a bare ampersand in text', respond('<Say>a & b</Say>')],
    ['a bare ampersand in an attribute', respond('<Dial action="/a?b=1&c=2"/>')],
    ['an entity of HTML', respond('<Say>a&nbsp;b</Say>')],
    ['a < in an attribute', respond('<Dial action="<"/>')],
    ['a control character', respond('<Say>\u0001</Say>')],
    ['a reference to a control character', respond('<Say>&#x1F;</Say>')],
    ['half of a surrogate pair', respond('<Say>\ud83c</Say>')],
    ['an attribute twice', respond('<Pause length="1" length="2"/>')],
    ['an attribute without quotes', respond('<Pause length=1/>')],
    ['a blank line before the declaration', `\n${respond('')}`],
    ['a byte order mark', `\ufeff${respond('')}`],
    ['two root elements', '<Response/><Response/>'],
    ['text after the root element', `${respond('')}x`],
    ['nothing at all', ''],
  ])('%s is not well-formed', (_what, xml) => {
    expect(checkTwiml(xml)).toEqual([expect.stringContaining('The document is not well-formed')]);
    expect(checkCallRules(xml)).toEqual([expect.stringContaining('The document is not well-formed')]);
  });
});
