import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Conditions, Input } from '../../src/call/input.ts';
import { encodeState } from '../../src/call/state-code.ts';
import { walk } from '../../src/call/walk.ts';
import { factValue } from '../../src/prompts/fact-file.ts';
import type { FactValue } from '../../src/prompts/segment.ts';
import { readFact } from '../../src/speech/reading-rules/read-fact.ts';
import { bundledDraft } from '../support/bundled.ts';
import { at, moments } from '../support/moments.ts';
import { createTestContext } from '../support/test-context.ts';
import { account } from '../support/twilio-account.ts';
import { post } from '../support/twilio-call.ts';
import { elementsNamed, textOf } from '../support/xml-tree.ts';

/*
 * The language-leak crawler: every different turn of the bundled line, as Twilio gets it, without any audio, so that
 * every word stands in the document. What is said is held against the prompt files, so a sentence that was written into
 * the code in one language is found, whatever it says.
 */

let line: Awaited<ReturnType<typeof createTestContext>>;
beforeAll(async () => {
  line = await createTestContext();
});
afterAll(() => line.close());

const bare = (text: string) => text.replaceAll(/\s/g, '');
const draft = bundledDraft();

/** Every sentence a language's file can say, with every fact and key in its place, without its readings. */
function sentencesOf(tag: string): Set<string> {
  const wordsOf = (value: FactValue) =>
    readFact(tag, value)
      .flatMap((piece) => (piece.kind === 'pause' ? [] : [piece.text]))
      .join('');
  const prompts = draft.words.get(tag)?.prompts ?? {};
  const names = draft.line.languages.map(({ sourceName }) => sourceName);
  const sentences = Object.values(prompts)
    .flat()
    .flatMap((sentence) => {
      const filled = sentence.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => {
        const fact = draft.line.facts[name];
        return fact ? wordsOf(factValue(fact)) : place;
      });
      const keys = filled.includes('{{key}}') ? [...'0123456789'] : [''];
      return keys.flatMap((key) => {
        const pressed = filled.replaceAll('{{key}}', key && wordsOf({ type: 'key', key }));
        return pressed.includes('{{language}}')
          ? names.map((name) => pressed.replaceAll('{{language}}', name))
          : [pressed];
      });
    });
  return new Set(sentences.map((sentence) => bare(sentence.replaceAll(/\{([^{}|]*)\|[^{}|]*\}/g, '$1'))));
}

/** The parameters with which Twilio tells of an input. */
function parametersOf(input: Input): Record<string, string> {
  switch (input.kind) {
    case 'key':
      return { Digits: input.key };
    case 'dial-ended':
      return { DialCallStatus: input.outcome === 'answered' ? 'completed' : input.outcome };
    default:
      return { Digits: '' };
  }
}

test('every different turn says only what the prompt files say, in the caller’s language, as a document Twilio accepts', async () => {
  const { current: edition } = line.shelf;
  const { languages } = edition.file;
  const everyCondition: Conditions[] = [at(moments.open), at(moments.night), at(moments.inTime)];
  const written = new Map(languages.map(({ tag }) => [tag, sentencesOf(tag)]));
  const documents = new Set<string>();
  const seen = new Set<string>();
  for (const { from, input, conditions, turn } of walk(edition, everyCondition)) {
    const [said, ending] = turn.steps;
    if (said?.do !== 'say') throw new Error('a turn that says nothing');
    const kind = JSON.stringify([said.sayings, ending?.do]);
    if (seen.has(kind)) continue;
    seen.add(kind);
    line.now = conditions.now;
    const path =
      from === null
        ? '/twilio/voice'
        : `/twilio/turn/${encodeState(from)}?n=${input.kind === 'limit-reached' ? 80 : 1}`;
    if (from === null && input.kind === 'call-started' && input.language) continue;
    const { text } = await post(line.app, path, parametersOf(input));
    const { sentences } = edition.script(said.sayings);
    const heard = elementsNamed(text, 'Say');
    expect(heard.length).toBe(sentences.length);
    for (const [index, say] of heard.entries()) {
      const tag = sentences[index]?.language ?? '';
      const voice = languages.find((language) => language.tag === tag)?.voices.twilio;
      expect([say.attributes.get('language'), say.attributes.get('voice')]).toEqual([voice?.language, voice?.voice]);
      if (!written.get(tag)?.has(bare(textOf(say)))) throw new Error(`No ${tag} prompt says "${textOf(say)}"`);
    }
    documents.add(text);
  }
  process.stdout.write(`Read ${documents.size} different documents for ${account.publicUrl}.\n`);
  expect(documents.size).toBeGreaterThan(150);
}, 120_000);
