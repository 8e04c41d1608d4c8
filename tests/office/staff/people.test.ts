import { expect, test } from '#jest';
import { createPeopleMemory } from '../../../src/office/staff/desk/people-memory.ts';
import { exactName, toPeople, unknownPeople } from '../../../src/office/staff/people.ts';
import { createTestDesk } from '../../support/test-desk.ts';

const hanako = { id: '1', name: 'hanako', display: '山田花子' };
const by = (accountId: string | null, accountName: string) => ({ accountId, accountName });

test('People are called by their current display name, and unknown people by the user name that was recorded', () => {
  const people = toPeople([hanako, { id: '2', name: 'taro', display: '太郎' }]);
  expect(people.nameOf(by('1', 'hanako'))).toBe('山田花子');
  // The recorded user name is an earlier one: the first account is renamed before anybody has used it.
  expect(people.nameOf(by('1', 'admin'))).toBe('山田花子');
  expect(people.nameOf(by('9', 'jiro'))).toBe('jiro');
  expect(people.nameOf(by(null, 'hanako'))).toBe('hanako');
  expect([people.nameOfAccount('taro'), people.nameOfAccount('jiro')]).toEqual(['太郎', 'jiro']);
  expect([exactName(people, 'taro'), exactName(people, 'jiro')]).toEqual(['太郎(taro)', 'jiro']);
  expect(unknownPeople.nameOf(by('1', 'hanako'))).toBe('hanako');
});

test('The user name is added if two people have the same name, or if a name is the user name of another person', () => {
  const people = toPeople([
    hanako,
    { id: '2', name: 'hanako2', display: '山田花子' },
    { id: '3', name: 'jiro', display: 'hanako' },
    { id: '4', name: 'sato', display: 'sato' },
  ]);
  expect(['1', '2', '3', '4'].map((id) => people.nameOf(by(id, '?')))).toEqual([
    '山田花子(hanako)',
    '山田花子(hanako2)',
    'hanako(jiro)',
    'sato',
  ]);
  expect(exactName(people, 'hanako')).toBe('山田花子(hanako)');
});

test.each(['Tanaka(sato)', 'Tanaka(SATO)', 'Ｔａｎａｋａ（ｓａｔｏ）', 'Tanaka( sato )', 'tanaka', ' SATO'])(
  'Nobody can pass as another person by calling themselves "%s"',
  (display) => {
    const people = toPeople([
      { id: '1', name: 'sato', display: 'Tanaka' },
      { id: '2', name: 'jiro', display },
      { id: '3', name: 'mori', display: 'Mori (mori)' },
      { id: '4', name: 'ueda', display: 'Ueda (part-time)' },
    ]);
    expect(people.nameOf(by('2', 'jiro'))).toBe(`${display}(jiro)`);
    expect(exactName(people, 'sato')).toBe('Tanaka(sato)');
    expect(['3', '4'].map((id) => people.nameOf(by(id, '?')))).toEqual(['Mori (mori)', 'Ueda (part-time)']);
  },
);

test('Names are read once in ten seconds, and at once after the console has changed an account', async () => {
  const time = { now: 0 };
  let reads = 0;
  const accounts = [{ ...hanako }];
  const list = async () => {
    reads += 1;
    return accounts.map((each) => ({
      ...each,
      role: 'viewer' as const,
      password: null,
      isActive: true,
      createdAt: 0,
    }));
  };
  const memory = createPeopleMemory({ list }, () => time.now);
  const name = async () => (await memory.read()).nameOf(by('1', 'hanako'));
  await Promise.all([name(), name()]);
  accounts[0] = { ...hanako, display: '鈴木花子' };
  expect([await name(), reads]).toEqual(['山田花子', 1]);
  expect(await memory.afterChange(Promise.resolve('changed'))).toBe('changed');
  expect([await name(), reads]).toEqual(['鈴木花子', 2]);
  accounts[0] = { ...hanako, display: '佐藤花子' };
  time.now = 10_001;
  expect([await name(), reads]).toEqual(['佐藤花子', 3]);
});

test('Names are read again after the database could not be read', async () => {
  let isBroken = true;
  const memory = createPeopleMemory({
    list: async () => {
      if (isBroken) throw new Error('away');
      return [];
    },
  });
  await expect(memory.read()).rejects.toThrow('away');
  isBroken = false;
  expect((await memory.read()).nameOfAccount('hanako')).toBe('hanako');
});

test('The desk uses a new name at once', async () => {
  const { desk, letIn } = createTestDesk();
  const { signedIn } = await letIn('hanako', 'administrator');
  const { id } = signedIn.member;
  expect((await desk.people()).nameOf(by(id, 'hanako'))).toBe('hanakoさん');
  await desk.changeDisplay({ ...by(id, 'hanako'), role: 'administrator' }, id, '山田花子');
  expect((await desk.people()).nameOf(by(id, 'hanako'))).toBe('山田花子');
});
