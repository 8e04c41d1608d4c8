import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from '#jest';
import type { SaidPart } from '../../../src/edition/edition-file.ts';
import {
  type Twiml,
  type TwimlSound,
  TwimlTooLongError,
  UndialableNumberError,
  writeTwiml,
} from '../../../src/line/twilio/write-twiml.ts';
import { checkCallRules, checkTwiml } from '../../support/twiml-schema.ts';
import { elementsNamed, textOf } from '../../support/xml-tree.ts';

const action = 'https://line.example/twilio/turn/abc';
const whisperUrl = 'https://line.example/twilio/whisper/ko';
const file: TwimlSound = { kind: 'play', url: 'https://line.example/audio/0f.wav' };

function say(parts: readonly SaidPart[]): TwimlSound {
  return { kind: 'say', sentences: [{ voice: 'Google.ja-JP-Neural2-B', language: 'ja-JP', parts }] };
}

function hangUp(parts: readonly SaidPart[]): Twiml {
  return { kind: 'hang-up', sound: say(parts) };
}

function dial(change: Partial<Extract<Twiml, { kind: 'dial' }>> = {}): Twiml {
  const numbers = { number: '+81570000000', callerId: '+815000000000' };
  return { kind: 'dial', sound: file, ...numbers, action, whisper: whisperUrl, ...change };
}

interface Row {
  readonly rule: string;
  readonly source: string;
  readonly twiml: Twiml;
  readonly xml: string;
}

/** Each row: a requirement of Twilio's documentation, the page that states it, and the resulting document. */
const rows: readonly Row[] = [
  {
    rule: 'one key is one answer, # and * are keys like any other, and silence is reported too',
    source: 'https://www.twilio.com/docs/voice/twiml/gather',
    twiml: { kind: 'gather', sound: file, timeout: 5, action },
    xml:
      '<Gather input="dtmf" numDigits="1" finishOnKey="" timeout="5" action="https://line.example/twilio/turn/abc" ' +
      'method="POST" actionOnEmptyResult="true"><Play>https://line.example/audio/0f.wav</Play></Gather>' +
      '<Redirect method="POST">https://line.example/twilio/turn/abc</Redirect>',
  },
  {
    rule: 'an ampersand in an address must be written as an entity, in attributes and in text',
    source: 'https://www.twilio.com/docs/api/errors/12100',
    twiml: {
      kind: 'gather',
      sound: { kind: 'play', url: 'https://a.example/?a=1&b=2' },
      timeout: 3,
      action: 'https://a.example/?t&u',
    },
    xml:
      '<Gather input="dtmf" numDigits="1" finishOnKey="" timeout="3" action="https://a.example/?t&amp;u" ' +
      'method="POST" actionOnEmptyResult="true"><Play>https://a.example/?a=1&amp;b=2</Play></Gather>' +
      '<Redirect method="POST">https://a.example/?t&amp;u</Redirect>',
  },
  {
    rule: 'a transfer returns to its action, ends after timeLimit seconds, and runs the url of Number for the agent',
    source: 'https://www.twilio.com/docs/voice/twiml/dial and https://www.twilio.com/docs/voice/twiml/number',
    twiml: dial(),
    xml:
      '<Play>https://line.example/audio/0f.wav</Play><Dial action="https://line.example/twilio/turn/abc" method="POST" ' +
      'callerId="+815000000000" timeout="25" timeLimit="1800" ringTone="jp">' +
      '<Number url="https://line.example/twilio/whisper/ko" method="POST">+81570000000</Number></Dial>',
  },
  {
    rule: 'a call ends with Hangup, and Say takes a voice, a language, breaks and substitutes',
    source: 'https://www.twilio.com/docs/voice/twiml/say and https://www.twilio.com/docs/voice/twiml/say/text-speech',
    twiml: hangUp([{ pause: 300 }, { text: '封筒', reading: 'ふうとう' }, { text: 'を見る。' }]),
    xml:
      '<Say voice="Google.ja-JP-Neural2-B" language="ja-JP"><break time="300ms"/><sub alias="ふうとう">封筒</sub>' +
      'を見る。</Say><Hangup/>',
  },
  {
    rule: 'the document at the url of Number is for the agent and may not dial',
    source: 'https://www.twilio.com/docs/voice/twiml/number',
    twiml: { kind: 'whisper', sound: file },
    xml: '<Play>https://line.example/audio/0f.wav</Play>',
  },
];

describe('each answer becomes one exact document', () => {
  test.each(rows)('$twiml.kind: $rule ($source)', ({ twiml, xml }) => {
    const document = writeTwiml(twiml);

    expect(document).toBe(`<?xml version="1.0" encoding="UTF-8"?><Response>${xml}</Response>`);
    expect(checkTwiml(document)).toEqual([]);
    expect(checkCallRules(document, { whisper: twiml.kind === 'whisper' })).toEqual([]);
  });

  test('each sentence is a Say of its own, in its own voice and language', () => {
    const xml = writeTwiml({
      kind: 'hang-up',
      sound: {
        kind: 'say',
        sentences: [
          { voice: 'Polly.Joanna-Neural', language: 'en-US', parts: [{ text: 'For English, press 1.' }] },
          { voice: 'Google.ko-KR-Neural2-A', language: 'ko-KR', parts: [{ text: '한국어는 4번.' }] },
          { voice: 'Polly.Joanna-Neural', language: 'en-US', parts: [{ text: ' ' }] },
        ],
      },
    });

    expect(xml).toContain(
      '<Say voice="Polly.Joanna-Neural" language="en-US">For English, press 1.</Say>' +
        '<Say voice="Google.ko-KR-Neural2-A" language="ko-KR">한국어는 4번.</Say><Hangup/>',
    );
    expect(checkTwiml(xml)).toEqual([]);
  });
});

describe('what must not be dialled', () => {
  test.each([
    ['119', 'emergency'],
    ['+81110', 'emergency'],
    ['#7119', 'short'],
    ['+81990000000', 'premium'],
    ['+15005550000', 'not-japan'],
    ['0570-00-0000', 'not-e164'],
  ])('%s is refused as %s, and the message does not repeat it', (number, reason) => {
    const write = () => writeTwiml(dial({ number }));

    expect(write).toThrow(UndialableNumberError);
    expect(write).toThrow(expect.objectContaining({ reason }));
    expect(write).not.toThrow(number);
  });

  test.each(['0500000000', 'anonymous', '+81"><Hangup/>', ''])('a caller id such as %j is refused', (callerId) => {
    expect(() => writeTwiml(dial({ callerId }))).toThrow(expect.objectContaining({ reason: 'not-e164' }));
  });
});

test('a document of more than 64 kB is refused', () => {
  const play = (length: number) => writeTwiml({ kind: 'whisper', sound: { kind: 'play', url: 'u'.repeat(length) } });
  const frame = Buffer.byteLength(play(0));

  expect(Buffer.byteLength(play(64_000 - frame))).toBe(64_000);
  expect(() => play(64_001 - frame)).toThrow(TwimlTooLongError);
  expect(() => writeTwiml(hangUp([{ text: 'あ'.repeat(22_000) }]))).toThrow(TwimlTooLongError);
});

describe('any text', () => {
  /** Text that XML can represent; other characters are not audible either. */
  const carried = (text: string) => text.replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '');
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(...'&<>"\'\t\n\r ;#x]-!a', '\u0000', '\u0085', '\ud800', '\udc00', '\ufffe', '🏠'),
    }),
    fc.constantFrom('&amp;', ']]>', '<!-- x -->', '&#0;', '</Say><Hangup/>', '" onload="'),
  );

  test('can be read back unchanged from the text and the attributes of a well-formed document', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, reading) => {
        const xml = writeTwiml(hangUp([{ text: `_${text}` }, { text: '字', reading }]));

        expect(XMLValidator.validate(xml)).toBe(true);
        expect(checkTwiml(xml)).toEqual([]);
        expect(elementsNamed(xml, 'Say').map(textOf)).toEqual([`_${carried(text)}字`]);
        expect(elementsNamed(xml, 'sub').map((sub) => sub.attributes.get('alias'))).toEqual([carried(reading)]);
      }),
      { numRuns: 1000 },
    );
  });

  test('in an address leaves the document well-formed and the verbs as they are', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const xml = writeTwiml({ kind: 'gather', sound: { kind: 'play', url: text }, timeout: 5, action: text });

        expect(checkTwiml(xml)).toEqual([]);
        expect(elementsNamed(xml, 'Gather').map((gather) => gather.attributes.get('action'))).toEqual([carried(text)]);
        expect(elementsNamed(xml, 'Redirect').map(textOf)).toEqual([carried(text)]);
      }),
    );
  });
});
