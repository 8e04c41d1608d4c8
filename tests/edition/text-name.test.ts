import { expect, test } from '#jest';
import { openEdition } from '../../src/edition/edition.ts';
import { namedEdition, textName } from '../../src/edition/text-name.ts';
import { createEdition } from '../../src/office/editions/edition.ts';
import { textNames } from '../../src/office/editions/text-names.ts';
import { toEditionFile } from '../../src/office/editions/to-edition-file.ts';
import { bundledDraft } from '../support/bundled.ts';
import { createToneEngine } from '../support/tone-engine.ts';

const office = createEdition(bundledDraft(), createToneEngine());
const file = toEditionFile(office);
const line = openEdition(file);

test.each([
  ['greeting', '한국어の「最初のあいさつ」(greeting)', '“First greeting” in 한국어 (greeting)'],
  [
    'topic.notice.menu',
    '한국어の「メニュー:マイナンバーと封筒」(topic.notice.menu)',
    '“Menu: My Number and the envelope” in',
  ],
  ['notice.number', '한국어の「マイナンバーと封筒(1)」(notice.number)', '“My Number and the envelope (1)” in 한국어'],
  ['destination.call-centre.hours', 'の受付時間の案内」(destination.call-centre.hours)', 'Telling the hours of '],
  // A text for which the line has no name is named by its first words. A text that it does not know is named by its id.
  ['flyers.languages', 'チラシ', 'flyers'],
  ['of-another-line', '한국어(of-another-line)', '한국어 (of-another-line)'],
  ['constructor', '한국어(constructor)', '한국어 (constructor)'],
])('Alerts name %s in the same way in the line and in the office', (prompt, ja, en) => {
  const text = { language: 'ko', prompt };
  const name = textName(namedEdition(line), text);
  expect(name.ja).toContain(ja);
  expect(name.en).toContain(en);
  expect(textNames(office, [text])).toEqual([name]);
});

test('No name of a text contains a telephone number, and every name contains the id and the language of the text', () => {
  const names = file.sentences.map(({ prompt, language }) => ({
    ...{ prompt, language: line.language(language)?.name ?? '' },
    name: textName(namedEdition(line), { prompt, language }),
  }));
  expect(names.length).toBeGreaterThan(500);
  for (const { name, prompt, language } of names) {
    for (const text of [name.ja, name.en]) {
      expect(text).toContain(`(${prompt})`);
      expect(text).toContain(language);
      expect(text).not.toMatch(/[0-9]{2,}-[0-9]{2,}|[0-9]{7}/);
    }
  }
});
