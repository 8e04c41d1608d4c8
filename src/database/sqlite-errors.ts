import type { Bilingual } from '../common/bilingual.ts';
import { messageOf } from '../common/errors.ts';
import { StorageError, type StorageErrorKind } from '../common/storage-error.ts';

/**
 * The parts of an error that are sent to another thread. An error object itself would lose its class and its fields on
 * the way.
 */
export interface ErrorParts {
  readonly message: string;
  readonly code?: string;
  readonly errcode?: number;
}

/** Prepares an error for sending to another thread. */
export function toErrorParts(error: unknown): ErrorParts {
  const field = (name: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  const [code, errcode] = [field('code'), field('errcode')];
  return {
    message: messageOf(error),
    ...(typeof code === 'string' && { code }),
    ...(typeof errcode === 'number' && { errcode }),
  };
}

const damaged: readonly [StorageErrorKind, Bilingual] = [
  'unusable',
  {
    ja: 'データベースのファイルが壊れています。サービスを止めて、最後のバックアップと入れ替えてください。',
    en: 'The database file is damaged. Stop the service and put the last backup in its place.',
  },
];
const forbidden: readonly [StorageErrorKind, Bilingual] = [
  'unusable',
  {
    ja: 'データベースのファイルを開けないか、書き込めません。DATA_DIR が、サービスを動かすアカウントのものかどうか確かめてください。',
    en: 'The database file cannot be opened or written. Check that DATA_DIR belongs to the account that runs the service.',
  },
];

/** What to say if the system refused to create DATA_DIR, or to create or open the database file in it. */
const noFolder: readonly [StorageErrorKind, Bilingual] = [
  'unusable',
  {
    ja: 'DATA_DIR を使えません。DATA_DIR に、このアカウントが読み書きできるフォルダーを設定してください。',
    en: 'DATA_DIR cannot be used. Set it to a folder that this account can read and write.',
  },
];

/** SQLite's primary result code for a full disk. */
const diskFull = 13;

/** What went wrong, and what the operator can do about it, by SQLite's primary result code. */
const troubles: Readonly<Record<number, readonly [StorageErrorKind, Bilingual]>> = {
  3: forbidden,
  5: [
    'busy',
    {
      ja: 'ほかのプログラムがデータベースを使っていて、5秒待っても終わらないので、何も変えませんでした。もう一度試してください。続くときは、バックアップなど、kotozute.db を開いているプログラムを探してください。',
      en:
        'Another program has locked the database for more than 5 seconds, so nothing was changed. Try again. ' +
        'If this continues, look for a backup or another program that has kotozute.db open.',
    },
  ],
  8: forbidden,
  10: [
    'unusable',
    {
      ja: 'DATA_DIR のあるディスクでエラーが起きたので、何も変えませんでした。ディスクを調べてください。',
      en: 'The disk that holds DATA_DIR reports an error, so nothing was changed. Check the disk.',
    },
  ],
  11: damaged,
  [diskFull]: [
    'full',
    {
      ja: 'ディスクがいっぱいなので、何も変えませんでした。DATA_DIR のあるディスクに空きを作って、もう一度試してください。',
      en: 'The disk is full, so nothing was changed. Make room on the disk that holds DATA_DIR and try again.',
    },
  ],
  14: forbidden,
  19: [
    'refused',
    {
      ja: 'データベースの決まりに合わない変更なので、保存できませんでした。',
      en: 'The database refused a change that would violate a constraint.',
    },
  ],
  26: damaged,
};

/** Recreates an error on the receiving side, with a message for the operator. */
export function toStorageError({ message, code, errcode }: ErrorParts): StorageError {
  const codes = { ...(code !== undefined && { code }), ...(errcode !== undefined && { errcode }) };
  const isOfSystem = errcode === undefined && /^E[A-Z]+$/.test(code ?? '');
  const ofSystem = code === 'ENOSPC' ? troubles[diskFull] : noFolder;
  const known = isOfSystem ? ofSystem : troubles[(errcode ?? 0) & 0xff];
  if (!known) return new StorageError('other', message, codes);
  const [kind, { ja, en }] = known;
  return new StorageError(kind, { ja: `${ja}(${message})`, en: `${en} (${message})` }, codes);
}
