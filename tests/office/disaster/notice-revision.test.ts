import { execFileSync } from 'node:child_process';
import { pino } from 'pino';
import { expect, test } from '#jest';
import { noticePath, readNoticeFile, writeNoticeFile } from '../../../src/edition/notice-file.ts';
import { openDisaster } from '../../../src/office/open-disaster.ts';
import { scratchFolder } from '../../support/scratch-database.ts';

const open = (dataFolder: string) =>
  openDisaster({
    config: { dataFolder },
    office: null,
    line: () => {
      throw new Error('Nobody asks for the line here.');
    },
    approved: async () => [],
    clock: Date.now,
    log: pino({ level: 'silent' }),
  });

test('If both stores are lost, revisions continue from what the line knows, so that it does not ignore the next notice', async () => {
  const folder = await scratchFolder();
  expect((await open(folder)).disaster.state.revision).toBe(0);
  await writeNoticeFile(folder, { revision: 7, notice: null });
  expect((await open(folder)).disaster.state).toMatchObject({ revision: 7, on: null });
});

test('Reading a notice file fails, instead of waiting, if a pipe is in its place', async () => {
  const folder = await scratchFolder();
  execFileSync('mkfifo', [noticePath(folder)]);
  await expect(readNoticeFile(folder)).rejects.toThrow(/not a regular file/);
});
