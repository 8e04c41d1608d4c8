import { expect, test } from '#jest';
import { tidyDialled, tidyTime, tidyValue } from '../../../src/office/drafts/tidy-value.ts';

test.each([
  ['phone', '０３－００００－００００', '03-0000-0000'],
  ['phone', '03ー0000ー0000', '03-0000-0000'],
  ['phone', ' (03) 0000 0000 ', '03-0000-0000'],
  ['phone', '(03)0000-0000', '03-0000-0000'],
  ['phone', '(03-0000-0000)', '03-0000-0000'],
  ['phone', '（０３）-００００-００００', '03-0000-0000'],
  ['phone', '03 (0000) 0000', '03-0000-0000'],
  ['phone', 'none', 'none'],
  ['time', '９：３０', '09:30'],
  ['time', '9時', '09:00'],
  ['time', '17時5分', '17:05'],
  ['date', '2027年4月1日', '2027-04-01'],
  ['date', '２０２７／４／１', '2027-04-01'],
  ['month', '2027年４月', '2027-04'],
  ['day', '12月29日', '12-29'],
  ['day', '1/3', '01-03'],
  ['day', 'New Year', 'New Year'],
] as const)('As a %s, %s is kept as %s', (type, typed, expected) => {
  expect(tidyValue(type, typed)).toBe(expected);
});

test.each([
  ['9:00', '09:00'],
  ['24:00', '24:00'],
  ['soon', 'soon'],
])('As a time of opening hours, %s is kept as %s', (typed, expected) => {
  expect(tidyTime(typed)).toBe(expected);
});

test.each([
  ['03-0000-0000', '+81300000000'],
  ['０３（００００）００００', '+81300000000'],
  ['+81 3 0000 0000', '+81300000000'],
  ['119', '119'],
  ['0990-000000', '+81990000000'],
  ['+1 202 555 0100', '+12025550100'],
  ['#7119', '#7119'],
])('%s is dialled as %s', (typed, expected) => {
  expect(tidyDialled(typed)).toBe(expected);
});
