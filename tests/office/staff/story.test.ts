import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '#jest';
import { createSqlStaffRecords } from '../../../src/database/staff/sql-staff-records.ts';
import { commandLine } from '../../../src/office/staff/desk/actor.ts';
import { scratchDatabase, scratchFolder } from '../../support/scratch-database.ts';
import { createTestDesk, firefox, goodPassword } from '../../support/test-desk.ts';

test('From the first start until an account is switched off, over two connections, no secret is written to any file', async () => {
  const folder = await scratchFolder();
  const server = createTestDesk(createSqlStaffRecords(await scratchDatabase(folder)));
  const terminal = createTestDesk(createSqlStaffRecords(await scratchDatabase(folder)));

  const first = await server.desk.firstSignInLink();
  if (first.kind !== 'made') throw new Error(first.kind);
  const boss = await server.desk.useLink({ token: first.token, password: goodPassword, userAgent: firefox });
  if (boss.kind !== 'signed-in') throw new Error(boss.kind);
  expect(await terminal.desk.firstSignInLink()).toEqual({ kind: 'not-needed' });

  const { token, signedIn } = await terminal.letIn('tanaka', 'editor');
  expect(await server.desk.readSession(token)).toMatchObject({ kind: 'signed-in' });
  await server.signIn('tanaka', 'the wrong password', '198.51.100.7');
  await server.signIn('secret typed as a name', 'the wrong password', '198.51.100.7');
  const opened = await server.signIn('tanaka', goodPassword, '198.51.100.7');
  if (opened.kind !== 'signed-in') throw new Error(opened.kind);
  const next = 'another good password';
  expect(await server.desk.changePassword(signedIn, { current: goodPassword, next, address: '198.51.100.7' })).toEqual({
    kind: 'changed',
  });
  await terminal.desk.switchOff(commandLine, signedIn.member.id);
  expect(await server.desk.readSession(token)).toEqual({ kind: 'signed-out' });

  expect(await server.acts()).toEqual([
    'first start account-added',
    'first start link-made',
    'administrator link-used',
    'command line account-added',
    'command line link-made',
    'tanaka link-used',
    'tanaka sign-in-refused',
    ' sign-in-refused',
    'tanaka signed-in',
    'tanaka password-changed',
    'command line account-switched-off',
  ]);
  const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
  const bytes = Buffer.concat(files);
  expect(bytes.includes('tanaka')).toBe(true);
  const secrets = [goodPassword, next, 'the wrong password', 'typed as a name', '198.51.100.7', 'Gecko'];
  for (const secret of [...secrets, first.token, boss.token, token, opened.token]) {
    expect(bytes.includes(secret)).toBe(false);
  }
});
