import { cleanUp, describe, expect, jest, test } from '#jest';
import { createDictionary, DictionaryError, dictionaryLimits } from '../../src/office/readings/dictionary.ts';
import { proposeReadings } from '../../src/office/readings/propose-readings.ts';
import { isRunning } from '../contracts/speech-engine.ts';
import { until } from '../support/until.ts';

/** Starting a process takes long on a machine that is busy with other tests. */
jest.setTimeout(60_000);

const program = (name: string) => new URL(`./dictionaries/${name}.ts`, import.meta.url);

function open(options: Parameters<typeof createDictionary>[0] = {}) {
  const dictionary = createDictionary({ timeout: 30_000, ...options });
  cleanUp(() => dictionary.close());
  return dictionary;
}

describe('The dictionary', () => {
  test('reads the words of a sentence as people do, and is started only at the first question', async () => {
    const dictionary = open();
    expect(dictionary.processId).toBeUndefined();
    const { sentences, unknown } = await proposeReadings(
      [
        '{{noticeStart}}から、あなたの 家に 封筒が 届きます。',
        '市町村に 登録して ある 住所です。{市|し}役所で 手続きを します。300円です。',
        '大人 二人は 住民票を 持って きて ください。',
      ],
      dictionary,
      [],
    );
    expect(sentences).toEqual([
      '{{noticeStart}}から、あなたの {家|いえ}に {封筒|ふうとう}が {届|とど}きます。',
      '{市町村|しちょうそん}に {登録|とうろく}して ある {住所|じゅうしょ}です。{市|し}{役所|やくしょ}で {手続|てつづ}きを します。300{円|えん}です。',
      '{大人|おとな} {二人|ふたり}は {住民票|じゅうみんひょう}を {持|も}って きて ください。',
    ]);
    expect(unknown).toEqual([]);
    expect(dictionary.processId).toBeGreaterThan(0);
  });

  test('that hangs is ended after its timeout, and so is the process for the next question', async () => {
    const dictionary = open({ script: program('hangs'), timeout: 1000 });
    const asked = dictionary.words(['日本']);
    const failed = expect(asked).rejects.toThrow(DictionaryError);
    const hung = await until('its process', () => dictionary.processId);
    await failed;
    await until('its end', () => !isRunning(hung));
    await expect(dictionary.words(['日本'])).rejects.toThrow(/too long/);
  });

  test('that ends without an answer makes its question fail instead of wait', async () => {
    await expect(open({ script: program('crashes') }).words(['日本'])).rejects.toThrow(/ended/);
    await expect(open({ script: program('is-not-there') }).words(['日本'])).rejects.toThrow(DictionaryError);
  });

  test('is ended when it has got no question for a while, and starts again at the next one', async () => {
    const dictionary = open({ script: program('echoes'), idle: 50 });
    expect(await dictionary.words(['日本'])).toEqual([[{ text: '日本', reading: null }]]);
    const first = dictionary.processId;
    await until('nobody to ask', () => dictionary.processId === undefined);
    await until('its end', () => first !== undefined && !isRunning(first));
    expect(await dictionary.words(['県'])).toEqual([[{ text: '県', reading: null }]]);
  });

  test('answers simultaneous questions one after another, and refuses one too many and one that is too long', async () => {
    const dictionary = open({ script: program('echoes') });
    const { waiting, characters } = dictionaryLimits;
    const many = Array.from({ length: waiting }, (_each, index) => dictionary.words([String(index)]));
    await expect(dictionary.words(['one more'])).rejects.toThrow(/waiting/);
    expect((await Promise.all(many)).map((words) => words[0]?.[0]?.text)).toEqual(
      many.map((_each, index) => String(index)),
    );
    await expect(dictionary.words(['あ'.repeat(characters + 1)])).rejects.toThrow(/too long/);
  });
});
