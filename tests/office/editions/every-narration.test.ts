import { deepTest, expect, test } from '#jest';
import { disasterPrompts } from '../../../src/call/disaster.ts';
import { representativeConditions } from '../../../src/call/representative-conditions.ts';
import { emergency, outOfOrder } from '../../../src/call/say.ts';
import { walk } from '../../../src/call/walk.ts';
import type { SpokenScript } from '../../../src/office/editions/edition.ts';
import { everyScript } from '../../../src/office/editions/every-narration.ts';
import { noticeScripts, scriptsBeforeNotice } from '../../../src/office/editions/notice-scripts.ts';
import { sampleMoment } from '../../../src/words/moment-facts.ts';
import { promptsInDisaster, promptsOfClosures } from '../../../src/words/prompt-ids.ts';
import { bundledEdition } from '../../support/bundled.ts';

const edition = bundledEdition();

deepTest(
  'a publication prepares every script that any turn of any call can need, and the whispers',
  () => {
    const prepared = new Set([...everyScript(edition)].flatMap((script) => (script ? [script.narration.key] : [])));
    const needed = new Set<string>();
    for (const { turn } of walk(edition, representativeConditions(edition.line))) {
      for (const step of turn.steps) {
        if (step.do === 'say') needed.add(edition.script(step.sayings, step.slow, step.afterConnecting).narration.key);
      }
    }
    for (const tag of [null, ...edition.line.languages.map((language) => language.tag)]) {
      needed.add(edition.whisper(tag).narration.key);
    }
    // The reasons why an office is closed are prepared before it is closed.
    for (const prompt of promptsOfClosures(edition.file).filter((each) => each !== 'opens-again')) {
      for (const { tag } of edition.line.languages) {
        for (const slow of [false, true]) needed.add(edition.script([{ prompt, language: tag }], slow).narration.key);
      }
    }
    // The fallback: what is played when no server answers.
    for (const { tag } of edition.line.languages) {
      for (const prompt of [outOfOrder, emergency])
        needed.add(edition.script([{ prompt, language: tag }]).narration.key);
    }
    expect(needed.size).toBeGreaterThan(300);
    // The parts of disaster notices are prepared as well, before there is a notice.
    for (const { narration } of scriptsBeforeNotice(edition)) needed.add(narration.key);
    expect(prepared).toEqual(needed);
  },
  60_000,
);

test('a line that does not dial untried numbers needs no further scripts', () => {
  const prepared = new Set([...everyScript(edition)].flatMap((script) => (script ? [script.narration.key] : [])));
  const untried = representativeConditions(edition.line).map((conditions) => ({ ...conditions, dialsUntried: false }));
  for (const { turn } of walk(edition, untried)) {
    for (const step of turn.steps) {
      if (
        step.do === 'say' &&
        !prepared.has(edition.script(step.sayings, step.slow, step.afterConnecting).narration.key)
      ) {
        throw new Error(`Nobody prepares ${JSON.stringify(step.sayings)}`);
      }
    }
  }
}, 60_000);

test('every sentence of a notice is spoken beforehand in every language, except the one with its time', () => {
  const spoken = new Set(
    [...everyScript(edition)].flatMap(
      (script) => script?.sentences.map(({ prompt, language }) => `${language} ${prompt}`) ?? [],
    ),
  );
  const prompts = promptsInDisaster(edition.file).filter((prompt) => prompt !== 'disaster-time');
  expect(prompts.length).toBeGreaterThan(20);
  const missing = edition.file.languages.flatMap(({ tag }) =>
    prompts.filter((prompt) => !spoken.has(`${tag} ${prompt}`)).map((prompt) => `${tag} ${prompt}`),
  );
  expect(missing).toEqual([]);
  expect([...spoken].filter((name) => name.endsWith(' disaster-time'))).toEqual([]);
}, 60_000);

test('all parts of a notice except its time are prepared at both speeds, so that a line can join them without an office', () => {
  const ready = new Set<string>();
  for (const script of everyScript(edition)) for (const key of keysIn(script)) ready.add(key);
  const { kinds = [], places = [], actions = [] } = edition.line.disaster ?? {};
  const languages = edition.line.languages.map(({ tag }) => tag);
  const speeds = new Set<string>();
  for (const kind of kinds) {
    const notice = { id: 'n', kind, places, actions, at: sampleMoment, languages };
    for (const script of noticeScripts(edition, notice)) {
      const isTimed = script.sentences.some(({ prompt }) => prompt === disasterPrompts.time);
      const unready = keysIn(script).filter((key) => !ready.has(key));
      expect([kind, unready.length]).toEqual([kind, isTimed ? 1 : 0]);
      for (const part of script.narration.parts) if (typeof part !== 'number') speeds.add(part.request.speed);
    }
  }
  expect(speeds).toEqual(new Set(['normal', 'slow']));
}, 60_000);

const keysIn = (script: SpokenScript | null): string[] =>
  script?.narration.parts.flatMap((part) => (typeof part === 'number' ? [] : [part.key])) ?? [];
