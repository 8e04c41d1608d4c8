import { readFileSync } from 'node:fs';
import { describe, expect, test } from '#jest';
import { checkCallRules, checkTwiml } from '../../support/twiml-schema.ts';

const action = 'https://line.example/twilio/turn/abc';

function respond(inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${inside}</Response>`;
}

const gather =
  `<Gather numDigits="1" finishOnKey="" actionOnEmptyResult="true" action="${action}" method="POST">` +
  '<Say>Press 1.</Say></Gather>';
const redirect = `<Redirect method="POST">${action}</Redirect>`;
const dial =
  `<Dial action="${action}" method="POST" callerId="+815000000000" timeLimit="1800">` +
  `<Number url="${action}" method="POST">+81300000000</Number></Dial>`;

describe('a mistake that would lose a caller is found', () => {
  const without = (text: string, part: string) =>
    respond(text.replace(part, '') + (text.includes('<Gather') ? redirect : ''));

  test.each([
    ['numDigits missing', without(gather, ' numDigits="1"'), '<Gather> lacks numDigits="1".'],
    ['finishOnKey missing', without(gather, ' finishOnKey=""'), '<Gather> lacks finishOnKey="".'],
    [
      'actionOnEmptyResult missing',
      without(gather, ' actionOnEmptyResult="true"'),
      '<Gather> lacks actionOnEmptyResult="true".',
    ],
    [
      'action missing',
      without(gather, ` action="${action}"`),
      'The action of <Gather> is not an absolute http or https address.',
    ],
    [
      'a relative action',
      without(gather, 'https://line.example'),
      'The action of <Gather> is not an absolute http or https address.',
    ],
    ['a Gather without Redirect', respond(gather), '<Gather> is not followed by <Redirect>.'],
    ['a Gather that uses GET', respond(gather.replace('POST', 'GET') + redirect), '<Gather> lacks method="POST".'],
    ['a Redirect without Gather', respond(redirect), '<Redirect> does not follow a <Gather>.'],
    [
      'a relative Redirect',
      respond(`${gather}<Redirect method="POST">/x</Redirect>`),
      'The text of <Redirect> is not an absolute http or https address.',
    ],
    ['a verb after Redirect', respond(`${gather}${redirect}<Hangup/>`), '<Redirect> is not the last element.'],
    ['a Dial without timeLimit', without(dial, ' timeLimit="1800"'), '<Dial> lacks timeLimit.'],
    ['a Dial without callerId', without(dial, ' callerId="+815000000000"'), '<Dial> lacks callerId.'],
    [
      'a Dial without action',
      without(dial, ` action="${action}"`),
      'The action of <Dial> is not an absolute http or https address.',
    ],
    ['a Dial that uses GET', respond(dial.replace('"POST"', '"GET"')), '<Dial> lacks method="POST".'],
    ['a Dial without method', without(dial, ' method="POST"'), '<Dial> lacks method="POST".'],
    [
      'a whisper that uses GET',
      respond(dial.replace('method="POST">+', 'method="GET">+')),
      '<Number> lacks method="POST".',
    ],
    ['a Redirect that uses GET', respond(gather + redirect.replace('POST', 'GET')), '<Redirect> lacks method="POST".'],
    ['a Dial that is not last', respond(`${dial}<Hangup/>`), '<Dial> is not the last element.'],
    [
      'a relative whisper',
      respond(dial.replace(`url="${action}"`, 'url="/x"')),
      'The url of <Number> is not an absolute http or https address.',
    ],
    ['a bare Say', respond('<Say>Goodbye.</Say>'), 'The document ends with <Say>: the call would be cut off.'],
    [
      'a bare Play',
      respond('<Play>https://line.example/a.wav</Play>'),
      'The document ends with <Play>: the call would be cut off.',
    ],
    ['an empty document', respond(''), 'The document ends with nothing: the call would be cut off.'],
    ['a second Hangup', respond('<Hangup/><Hangup/>'), '<Hangup> is not the last element.'],
    [
      'a Say too long',
      respond(`<Say>${'あ'.repeat(501)}</Say><Hangup/>`),
      'A <Say> is longer than 4,500 URL-encoded characters.',
    ],
    [
      'a voice of another language',
      respond('<Say voice="Google.cmn-TW-Wavenet-A" language="cmn-CN">好</Say><Hangup/>'),
      'A voice of cmn-TW is to speak cmn-CN.',
    ],
    ['a document too large', respond(`${'<Say>x</Say>'.repeat(6000)}<Hangup/>`), 'The document is larger than 64 kB.'],
  ])('%s', (_what, xml, problem) => {
    expect(checkCallRules(xml)).toEqual([problem]);
  });

  test('a document that is not XML', () => {
    expect(checkCallRules('<Response><Hangup></Response>')).toEqual([expect.stringMatching(/./)]);
    expect(checkTwiml('<Response><Hangup></Response>')).toEqual([expect.stringMatching(/./)]);
  });

  test('every rule has a case here that breaks it', () => {
    const file = new URL(import.meta.url);
    const rules = readFileSync(new URL('../../support/twiml-call-rules.ts', file), 'utf8');
    const cases = readFileSync(file, 'utf8');
    // A rule's sentence as a pattern that matches any inserted value.
    const sentences = [...rules.matchAll(/[`']((?:<\$|<[A-Z]|The |A )[^`'\n]*\.)[`']/g)].map(([, sentence = '']) =>
      sentence
        .split(/\$\{(?:[^{}]|\{[^}]*\})*\}/)
        .map((text) => RegExp.escape(text))
        .join('[^\n]{1,40}?'),
    );
    expect(sentences.length).toBeGreaterThanOrEqual(12);
    expect(sentences.filter((sentence) => !new RegExp(sentence).test(cases))).toEqual([]);
  });

  test('the documents into which these mistakes were put are correct without them', () => {
    expect(checkCallRules(respond(gather + redirect))).toEqual([]);
    expect(checkTwiml(respond(gather + redirect))).toEqual([]);
    expect(checkCallRules(respond(dial))).toEqual([]);
    expect(checkTwiml(respond(dial))).toEqual([]);
  });

  test('a whisper may end with Say, but may not dial', () => {
    expect(checkCallRules(respond('<Say>x</Say>'), { whisper: true })).toEqual([]);
    expect(checkCallRules(respond(dial), { whisper: true })).toEqual(['A whisper may not dial.']);
  });
});
