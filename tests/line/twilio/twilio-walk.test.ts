import { afterAll, beforeAll, deepTest, expect, test } from '#jest';
import type { Conditions, Input } from '../../../src/call/input.ts';
import { encodeState } from '../../../src/call/state-code.ts';
import type { Saying } from '../../../src/call/step.ts';
import { walk } from '../../../src/call/walk.ts';
import { readFact } from '../../../src/speech/reading-rules/read-fact.ts';
import { factValue } from '../../../src/words/fact-file.ts';
import type { FactValue } from '../../../src/words/segment.ts';
import { bundledDraft } from '../../support/bundled.ts';
import { at, moments } from '../../support/moments.ts';
import { createTestContext } from '../../support/test-context.ts';
import { account } from '../../support/twilio-account.ts';
import { post } from '../../support/twilio-call.ts';
import { elementsNamed, textOf } from '../../support/xml-tree.ts';

/*
 * Requests every different turn of the bundled line, as Twilio does. Without audio, all words are in the documents. The
 * words are compared with the prompt files. This finds sentences that are hard-coded or in the wrong language.
 */

let line: Awaited<ReturnType<typeof createTestContext>>;
beforeAll(async () => {
  line = await createTestContext();
});
afterAll(() => line.close());

const bare = (text: string) => text.replaceAll(/\s/g, '');
const draft = bundledDraft();

/** Every sentence of a language's file, with all facts and keys inserted, without readings. */
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

/** The parameters with which Twilio reports an input. */
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

/** Throws unless every `<Say>` of a document is a sentence of the prompt files, in the voice of its language. */
function hold(text: string, expected: readonly string[], slow: boolean): void {
  const heard = elementsNamed(text, 'Say');
  expect(heard.length).toBe(expected.length);
  for (const [index, say] of heard.entries()) {
    const tag = expected[index] ?? '';
    const voice = draft.line.languages.find((language) => language.tag === tag)?.voices.twilio;
    expect([say.attributes.get('language'), say.attributes.get('voice')]).toEqual([voice?.language, voice?.voice]);
    if (!written.get(tag)?.has(bare(textOf(say)))) throw new Error(`No ${tag} prompt says "${textOf(say)}"`);
    expect(say.children.some((child) => typeof child !== 'string' && child.name === 'prosody')).toBe(slow);
  }
}
const written = new Map(draft.line.languages.map(({ tag }) => [tag, sentencesOf(tag)]));

interface Different {
  readonly path: string;
  readonly parameters: Record<string, string>;
  readonly now: string;
  readonly sayings: readonly Saying[];
  readonly slow: boolean;
  readonly afterConnecting: boolean;
}

/** One turn for each different thing that the line says and does. Calls to the number of a language are left out. */
function* differentTurns(): Generator<Different> {
  const everyCondition: Conditions[] = [at(moments.open), at(moments.night), at(moments.inTime)];
  const seen = new Set<string>();
  for (const { from, input, conditions, turn } of walk(line.shelf.current, everyCondition)) {
    const [said, ending] = turn.steps;
    if (said?.do !== 'say') throw new Error('a turn that says nothing');
    if (from === null && input.kind === 'call-started' && input.language) continue;
    const kind = JSON.stringify([said, ending?.do]);
    if (seen.has(kind)) continue;
    seen.add(kind);
    const count = input.kind === 'limit-reached' ? 80 : 1;
    const path = from === null ? '/twilio/voice' : `/twilio/turn/${encodeState(from)}?n=${count}`;
    const { sayings, slow, afterConnecting = false } = said;
    yield { path, parameters: parametersOf(input), now: conditions.now, sayings, slow, afterConnecting };
  }
}

deepTest(
  'every different turn says only sentences of the prompt files, each in the voice of its language',
  async () => {
    const documents = new Set<string>();
    for (const { path, parameters, now, sayings, slow } of differentTurns()) {
      line.now = now;
      const { text } = await post(line.app, path, parameters);
      const sentences = sayings.flatMap(({ prompt, language }) =>
        (draft.words.get(language)?.prompts[prompt] ?? []).map(() => language),
      );
      hold(text, sentences, slow);
      documents.add(text);
    }
    process.stdout.write(`Read ${documents.size} different documents for ${account.publicUrl}.\n`);
    expect(documents.size).toBeGreaterThan(300);
  },
  180_000,
);

deepTest(
  'with all audio, every different turn plays the file with exactly these texts, in the right voices and speed',
  async () => {
    const filled = await createTestContext({ isFilled: true });
    try {
      const edition = filled.shelf.current;
      const voices = new Map(draft.line.languages.map(({ tag, voices: { espeak } }) => [tag, espeak]));
      for (const { path, parameters, now, sayings, slow, afterConnecting } of differentTurns()) {
        filled.now = now;
        const { text } = await post(filled.app, path, parameters);
        const { narration } = edition.script(sayings, slow, afterConnecting);
        expect(elementsNamed(text, 'Play').map(textOf)).toEqual([`${account.publicUrl}/audio/${narration.key}.wav`]);
        const spoken = narration.parts.flatMap((part) => (typeof part === 'number' ? [] : [part]));
        for (const { request, sentence } of spoken) {
          expect(request.voice).toBe(voices.get(request.language));
          expect(sentence.language).toBe(request.language);
          expect(request.speed).toBe(slow ? 'slow' : 'normal');
        }
        const wanted = sayings.flatMap(({ prompt, language }) =>
          (draft.words.get(language)?.prompts[prompt] ?? []).map(() => `${language} ${prompt}`),
        );
        expect(spoken.map(({ sentence }) => `${sentence.language} ${sentence.prompt}`)).toEqual(wanted);
      }
    } finally {
      await filled.close();
    }
  },
  180_000,
);

test('a line that breaks says only sentences of the prompt files, in the language of every screen', async () => {
  const { narrator } = line;
  const works = narrator.ready;
  const seen = new Set<string>();
  Object.assign(narrator, {
    ready: {
      has: () => {
        throw new Error('broken on purpose');
      },
    },
  });
  try {
    for (const { turn } of walk(line.shelf.current, [at(moments.open)])) {
      const { state } = turn;
      const language = state.screen === 'choose-language' ? null : state.language;
      if (seen.has(`${state.screen} ${language}`)) continue;
      seen.add(`${state.screen} ${language}`);
      const { text } = await post(line.app, `/twilio/turn/${encodeState(state)}?n=1`, { Digits: '9' });
      const destination = language === 'ja' ? 'division' : 'call-centre';
      const heard = language === null ? draft.line.announcers : [language];
      const all = (prompt: string) =>
        heard.flatMap((tag) => (draft.words.get(tag)?.prompts[prompt] ?? []).map(() => tag));
      const numbers = heard.flatMap((tag) =>
        [`destination.${destination}.number`, 'number-outdated'].flatMap((prompt) =>
          (draft.words.get(tag)?.prompts[prompt] ?? []).map(() => tag),
        ),
      );
      hold(text, [...all('trouble'), ...all('emergency'), ...numbers], false);
    }
    expect(seen.size).toBeGreaterThan(30);
  } finally {
    Object.assign(narrator, { ready: works });
  }
});

test('the whisper names the caller’s language, in Japanese sentences of the prompt files', async () => {
  for (const { tag, sourceName } of draft.line.languages) {
    const { text } = await post(line.app, `/twilio/whisper/${tag}`);
    hold(text, ['ja', 'ja'], false);
    expect(bare(elementsNamed(text, 'Say').map(textOf).join(''))).toContain(
      bare(sourceName.replaceAll(/\{([^{}|]*)\|[^{}|]*\}/g, '$1')),
    );
  }
});
