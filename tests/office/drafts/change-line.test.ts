import { describe, expect, test } from '#jest';
import { toDraftContent } from '../../../src/office/drafts/draft-content.ts';
import { factUses, isUnused } from '../../../src/office/drafts/fact-uses.ts';
import { insertLanguage, languagesOff, switchOffLanguage, whyStays } from '../../../src/office/drafts/language-menu.ts';
import { addTopic, moveInList, moveTopic, removeTopic, setParts } from '../../../src/office/drafts/topic-menu.ts';
import { fixtureDraft } from '../../support/draft-fixture.ts';
import { byFolder, morning } from '../../support/small-office.ts';

const taken = toDraftContent(fixtureDraft(), byFolder, morning);
const line = taken.line.file;
const [english, chinese, japanese] = line.languages;
const order = (entries: readonly { key: string; id?: string; tag?: string }[]) =>
  entries.map(({ key, id, tag }) => `${key} ${id ?? tag}`);

describe('Topics', () => {
  test('move by one place, and get the key of their new place', () => {
    expect(order(moveTopic(line.topics, 'place', -1))).toEqual(['1 place', '2 days']);
    expect(order(moveTopic(line.topics, 'place', 1))).toEqual(['1 days', '2 place']);
    expect(order(moveTopic(line.topics, 'nowhere', 1))).toEqual(['1 days', '2 place']);
  });

  test('are renumbered when one is removed, and a new one is added at the end', () => {
    expect(order(removeTopic(line.topics, 'days'))).toEqual(['1 place']);
    expect(addTopic(line.topics, 'new-one', 'new-one.about').at(-1)).toEqual({
      id: 'new-one',
      key: '3',
      parts: ['new-one.about'],
    });
  });

  test('keep their keys when their parts change', () => {
    expect(setParts(line.topics, 'days', ['days.a', 'days.b'])).toEqual([
      { id: 'days', key: '1', parts: ['days.a', 'days.b'] },
      line.topics[1],
    ]);
  });

  test.each([
    [0, 1, 'bac'],
    [2, -1, 'acb'],
    [0, -1, 'abc'],
    [2, 1, 'abc'],
    [9, -1, 'abc'],
    [Number.NaN, 1, 'abc'],
  ] as const)('in a list, number %p moved by %p gives %s', (index, by, expected) => {
    expect(moveInList([...'abc'], index, by).join('')).toBe(expected);
  });
});

describe('Languages', () => {
  test('are inserted at the place of their key, and those behind them get the next keys', () => {
    if (!english || !japanese) throw new Error('The made-up line has lost a language.');
    const vietnamese = { ...english, tag: 'vi', key: '3' };
    expect(order(insertLanguage(line.languages, vietnamese))).toEqual(['1 en', '2 zh-Hans', '3 vi', '4 ja']);
    expect(order(insertLanguage(line.languages, { ...japanese, key: '1' }))).toEqual(['1 ja', '2 en', '3 zh-Hans']);
  });

  test('that were once on the line are found as they last were', () => {
    const after = { ...line, languages: switchOffLanguage(line.languages, 'zh-Hans') };
    const renamed = {
      ...line,
      languages: line.languages.map((each) => (each === chinese ? { ...each, name: '中文' } : each)),
    };
    const by = { by: byFolder, at: morning };
    const history = [
      { revision: 3, file: after, ...by },
      { revision: 2, file: renamed, ...by },
      { revision: 1, file: line, ...by },
    ];
    expect(order(after.languages)).toEqual(['1 en', '2 ja']);
    expect(languagesOff(after, history).map(({ tag, name }) => `${tag} ${name}`)).toEqual(['zh-Hans 中文']);
    expect(languagesOff(line, history)).toEqual([]);
  });

  test('must stay if others are translated from them, or if callers hear them before they choose', () => {
    expect(['ja', 'en', 'zh-Hans'].map((tag) => whyStays(line, tag))).toEqual(['source', 'announcer', null]);
  });
});

describe('Where a fact is used', () => {
  test('is listed by prompt, with the languages, and by destination', () => {
    expect(factUses(taken, 'officeNumber')).toEqual({
      prompts: [{ prompt: 'destination.office.number', languages: ['ja', 'en', 'zh-Hans'] }],
      destinations: ['office'],
      isOnSheets: false,
    });
    expect(factUses(taken, 'closedTo').destinations).toEqual(['office']);
    expect(factUses(taken, 'firstDay').destinations).toEqual([]);
  });

  test('is nowhere only when neither a text nor a destination has it', () => {
    expect(isUnused(factUses(taken, 'officeHours'))).toBe(false);
    expect(isUnused(factUses({ ...taken, texts: [] }, 'officeHours'))).toBe(false);
    expect(isUnused(factUses({ ...taken, texts: [] }, 'firstDay'))).toBe(true);
  });
});
