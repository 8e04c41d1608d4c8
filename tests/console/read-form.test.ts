import type { Request } from 'express';
import { expect, test } from '#jest';
import { translator } from '../../src/console/translator.ts';
import {
  checkbox,
  integer,
  listOf,
  namedAfter,
  oneOf,
  readForm,
  secret,
  textArea,
  textLine,
  textsIn,
  ticked,
} from '../../src/frame/read-form.ts';

const fields = {
  ...{ title: textLine(5), text: textArea(8), isReady: checkbox, basedOn: integer },
  speed: oneOf(['normal', 'slow'], 'normal'),
};
const read = (sent: Readonly<Record<string, string>>) =>
  readForm({ body: new URLSearchParams(sent).toString() } as Request, translator('en'), fields);

test('A form is read field by field; a missing field is empty, or has its default', () => {
  expect(read({ title: '  Hello ', text: 'a\r\nb\rc ', isReady: '1', basedOn: '12', speed: 'slow' })).toEqual({
    typed: { title: 'Hello', text: 'a\nb\nc ', isReady: true, basedOn: 12, speed: 'slow' },
    errors: {},
    isGood: true,
  });
  expect(read({}).typed).toEqual({ title: '', text: '', isReady: false, basedOn: 0, speed: 'normal' });
});

test('Every field that is too long gets an error at once, and keeps what was typed', () => {
  const { typed, errors, isGood } = read({ title: 'Hello!', text: '123\r\n56789' });
  expect(isGood).toBe(false);
  expect(typed).toMatchObject({ title: 'Hello!', text: '123\n56789' });
  expect(errors).toEqual({
    title: 'That is too long; write at most 5 characters.',
    text: 'That is too long; write at most 8 characters.',
  });
});

test('A saved text is never too long when an input of one line sends it back', () => {
  const sent = { body: new URLSearchParams({ title: 'Long title', other: 'Longer title' }).toString() } as Request;
  const saved = textsIn({ names: [{ ja: ' Long\ntitle\n', count: 1, none: null }, 'Long title'] });
  const { errors } = readForm(sent, translator('en'), { title: textLine(5), other: textLine(5) }, saved);
  expect(Object.keys(errors)).toEqual(['other']);
  expect([...saved]).toEqual(['Longtitle', 'Long title']);
});

test('A value that no page sends counts as the default', () => {
  for (const basedOn of ['-1', '1e3', 'Infinity', '9'.repeat(40), '0x10'])
    expect(read({ basedOn }).typed.basedOn).toBe(0);
  expect(read({ speed: '__proto__' }).typed.speed).toBe('normal');
});

test('A password is read exactly as it was typed, and one that is too long is dropped', () => {
  const password = (sent: string) =>
    readForm({ body: new URLSearchParams({ password: sent }).toString() } as Request, translator('en'), {
      password: secret(8),
    });
  expect(password(' a\r\nb ').typed.password).toBe(' a\r\nb ');
  expect(password('123456789')).toEqual({
    typed: { password: '' },
    errors: { password: 'That is too long; write at most 8 characters.' },
    isGood: false,
  });
});

test('Lists and ticked boxes are read in the order of the form, up to a limit', () => {
  const sent = 'text=b&text=a&text=b&speaks-ko=1&speaks-en=&speaks-ja=on&speaks-ko=1&speak=1';
  const request = { body: sent } as Request;
  expect(listOf(request, 'text')).toEqual(['b', 'a', 'b']);
  expect(listOf(request, 'text', 2)).toEqual(['b', 'a']);
  expect(listOf(request, 'none')).toEqual([]);
  expect(namedAfter(request, 'speaks-')).toEqual(['ko', 'en', 'ja']);
  expect(namedAfter(request, 'speaks-', 1)).toEqual(['ko']);
  expect(ticked(request, 'speaks-')).toEqual(['ko', 'ja']);
  expect(ticked(request, 'none-')).toEqual([]);
});
