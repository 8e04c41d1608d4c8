import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Bilingual } from '../common/bilingual.ts';
import { ExplainedError } from '../common/explained-error.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import { readConfig } from '../config.ts';
import { backUpDatabase, isUnfinished } from '../database/back-up.ts';
import { firstPublication, hasPublications } from '../database/check-database.ts';
import { databaseFile } from '../database/open-database.ts';
import { createEditionFolder } from '../edition/edition-folder.ts';
import { createBackupNote } from '../office/files/backup-note.ts';
import { asksForHelp } from './arguments.ts';
import { makeFolder } from './make-folder.ts';
import { runMain } from './run-command.ts';
import { MisuseError, readOptions, refuseMore } from './wrong-options.ts';

/* npm run backup: copies the database into one file, even while the service is running. */

const help: Bilingual = {
  ja: `使い方: npm run backup [-- <ファイル>]
        npm run backup -- --made-elsewhere

データベースを、サービスが動いている間でも、一つのファイルにコピーします。ファイルを書かなければ、DATA_DIR の backups フォルダーに、
今日の日付の名前で作り、新しい七つだけを残します。できたファイルは、別のディスクにコピーしてください。
--made-elsewhere は、何もコピーせずに、ほかの方法で今バックアップを取ったことだけを記録します。`,
  en: `Use: npm run backup [-- <file>]
     npm run backup -- --made-elsewhere

Copies the database into one file, also while the service is running. Without a file, it is made in the folder backups in DATA_DIR
and named after today's date; the seven newest are kept there. Copy it to another disk afterwards.
--made-elsewhere copies nothing; it only records that a backup has just been made in another way.`,
};

const texts = {
  made: (path: string, megabytes: string, isReplaced: boolean): Bilingual => ({
    ja: `「${path}」にバックアップを作りました(${megabytes} MB)。${isReplaced ? '同じ名前の前のファイルを置き換えました。' : ''}別のディスクにコピーしてください。`,
    en: `A backup was made: ${path} (${megabytes} MB).${isReplaced ? ' It replaces the earlier file of that name.' : ''} Copy it to another disk.`,
  }),
  recorded: {
    ja: 'ほかの方法でバックアップを取ったことを記録しました。',
    en: 'It is recorded that a backup was made in another way.',
  },
  unrecorded: {
    ja: 'バックアップを取ったことは記録できませんでした。DATA_DIR に書けるか確かめてください。',
    en: 'It could not be recorded that a backup was made. Check that DATA_DIR can be written to.',
  },
  fileNeedless: {
    ja: '--made-elsewhere を付けるときは、ファイルを書かないでください。',
    en: 'Name no file together with --made-elsewhere.',
  },
  lost: (folder: string): Bilingual => ({
    ja: `「${folder}」のデータベースは、公開中の版を知りません。失われたか、別のものに替わっています。よいバックアップを消さないように、バックアップは作りませんでした。サービスを止めて、前のバックアップから戻してください(docs/operation.ja.md)。今のデータベースを取っておくときは、ファイルの名前を付けて実行してください。`,
    en: `The database in "${folder}" does not contain the edition that callers hear. The database was lost or replaced. No backup was made, so that no good backup is deleted. Stop the service and restore an earlier backup (docs/operation.md). To back up the present database anyway, give a file name.`,
  }),
  nothing: (folder: string): Bilingual => ({
    ja: `「${folder}」にデータベースがありません。DATA_DIR を確かめてください。`,
    en: `There is no database in "${folder}"; look at DATA_DIR.`,
  }),
} as const;

async function main(language: TerminalLanguage): Promise<number> {
  if (asksForHelp()) {
    console.log(help[language]);
    return 0;
  }
  const { positionals, values } = readOptions({
    allowPositionals: true,
    options: { 'made-elsewhere': { type: 'boolean' } },
  });
  const [file, ...rest] = positionals;
  refuseMore(rest);
  const isElsewhere = values['made-elsewhere'] === true;
  if (isElsewhere && file !== undefined) throw new MisuseError(texts.fileNeedless);
  const { dataFolder } = readConfig({ DATA_DIR: process.env.DATA_DIR });
  if (!existsSync(join(dataFolder, databaseFile))) throw new ExplainedError(texts.nothing(dataFolder));
  const told = isElsewhere ? texts.recorded : await makeBackup(dataFolder, file);
  const isRecorded = await createBackupNote(dataFolder)
    .write({ at: Date.now() })
    .then(
      () => true,
      () => false,
    );
  if (!isElsewhere || isRecorded) console.log(told[language]);
  if (!isRecorded) console.error(texts.unrecorded[language]);
  return isRecorded ? 0 : 1;
}

/**
 * Makes a backup.
 * @param file the path of the backup. By default it is made in the folder `backups` of DATA_DIR. Old backups in this
 * folder are then deleted, unless an earlier database was lost
 * @returns the message about the backup
 * @throws ExplainedError as `backUpDatabase` does; also if no file was named and `isLost` is true
 */
async function makeBackup(dataFolder: string, file: string | undefined): Promise<Bilingual> {
  const usual = join(dataFolder, 'backups');
  if (file === undefined && (await isLost(dataFolder))) throw new ExplainedError(texts.lost(dataFolder));
  const path = file ?? join(usual, nameOf(Temporal.Now.plainDateISO()));
  await makeFolder(dirname(path));
  const isReplaced = existsSync(path);
  const bytes = await backUpDatabase(dataFolder, path);
  const first = firstPublication(dataFolder);
  const isMadeAnew = first !== null && first.number > 1;
  if (file === undefined) await deleteOld(usual, basename(path), isMadeAnew ? first.at : null);
  return texts.made(path, (bytes / 1e6).toFixed(1), isReplaced);
}

/** Whether callers hear a published edition, but the database has no publications. */
async function isLost(dataFolder: string): Promise<boolean> {
  const live = await createEditionFolder(dataFolder).pointerIfReadable();
  return live !== null && live.number > 0 && !hasPublications(dataFolder);
}

/** The name of the backup of a day in the usual folder. */
const nameOf = (day: Temporal.PlainDate): string => `kotozute-${day.toString()}.db`;

const toDay = (moment: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(Temporal.Now.timeZoneId()).toPlainDate();

/** How many backups are kept in the usual folder. If a backup is made every night, more would fill the disk. */
const mostKept = 7;

/** A day in milliseconds. */
const day = 86_400_000;

/**
 * Deletes the oldest backups of the usual folder, so that `mostKept` remain. Also deletes unfinished copies that are
 * more than a day old. Files with other names are left alone.
 * @param made the name of the new backup. It stays, even if other backups have later dates because the clock was wrong
 * @param since when the database was created after an earlier one had been lost, in milliseconds since the epoch; null
 * if it was not. Backups up to that day may be of the lost database. They contain what this one lacks, so they stay
 */
async function deleteOld(folder: string, made: string, since: number | null): Promise<void> {
  const names = await readdir(folder);
  const kept = since === null ? '' : nameOf(toDay(since));
  const others = names
    .filter((name) => name !== made && name > kept && /^kotozute-\d{4}-\d\d-\d\d\.db$/.test(name))
    .toSorted();
  const left = await Promise.all(
    names.filter(isUnfinished).map(async (name) => {
      const found = await stat(join(folder, name)).catch(() => null);
      return found && Date.now() - found.mtimeMs > day ? [name] : [];
    }),
  );
  for (const name of [...others.slice(0, 1 - mostKept), ...left.flat()]) await rm(join(folder, name), { force: true });
}

await runMain(main, { help });
