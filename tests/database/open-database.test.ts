import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deepTest, describe, expect, jest, test } from '#jest';
import { openDatabase } from '../../src/database/open-database.ts';
import { run, scratchDatabase, scratchFolder } from '../support/scratch-database.ts';

/** A long timeout, for child processes on a machine that is busy with other tests. */
jest.setTimeout(60_000);

const child = (name: string) => join(import.meta.dirname, 'children', name);
const inProcess = (name: string, ...args: string[]) => promisify(execFile)(process.execPath, [child(name), ...args]);
const mortal = new URL('./children/mortal-worker.ts', import.meta.url);
const withTable = async (script?: URL) => {
  const database = await scratchDatabase(undefined, script);
  await run(database.queries, 'create table things (id text primary key not null, size integer) strict');
  return database;
};

describe('The database', () => {
  test('is durable, enforces references, and refuses values of another type', async () => {
    const { queries } = await withTable();
    const pragma = async (name: string) => Object.values((await run<object>(queries, `pragma ${name}`))[0] ?? {})[0];
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('foreign_keys')).toBe(1);
    expect(await pragma('recursive_triggers')).toBe(1);
    await expect(run(queries, 'insert into things values (?, ?)', 'a', 'large')).rejects.toThrow(
      /TEXT value in INTEGER/,
    );
    const loose = await run(
      queries,
      "select name from pragma_table_list where strict = 0 and type = 'table' and name not like 'sqlite%' and name not like 'kysely%'",
    );
    expect(loose).toEqual([]);
  });

  test('makes its folder, and a file that only its owner may read', async () => {
    const folder = join(await scratchFolder(), 'not', 'yet');
    const { queries } = await scratchDatabase(folder);
    await run(queries, 'create table things (id text) strict');
    for (const name of ['kotozute.db', 'kotozute.db-wal', 'kotozute.db-shm']) {
      expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
    }
  });

  test('gives back texts, whole numbers, bytes and null as they were', async () => {
    const { queries } = await scratchDatabase();
    await run(queries, 'create table kinds (t text, n integer, b blob, z text) strict');
    const bytes = Buffer.from('a window on a shared pool');
    await run(queries, 'insert into kinds values (?, ?, ?, ?)', '言伝', -(2 ** 53) + 1, bytes, null);
    const [row] = await run<{ t: string; n: number; b: Uint8Array; z: null }>(queries, 'select * from kinds');
    expect(row).toEqual({ t: '言伝', n: -(2 ** 53) + 1, b: expect.anything(), z: null });
    expect(Buffer.from(row?.b ?? []).equals(bytes)).toBe(true);
  });

  test('refuses an object as the first value, instead of shifting the values after it', async () => {
    const { queries } = await withTable();
    await expect(run(queries, 'insert into things values (?, ?)', new Date(0), 1)).rejects.toThrow(/^Value 1 of/);
    expect(await run(queries, 'select * from things')).toEqual([]);
  });

  test('passes errors on with their codes', async () => {
    const { queries } = await withTable();
    await run(queries, "insert into things values ('a', 1)");
    const error = await run(queries, "insert into things values ('a', 2)").catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'ERR_SQLITE_ERROR', errcode: 1555, kind: 'refused' });
    const other = await run(queries, 'select * from nowhere').catch((reason: unknown) => reason);
    expect(other).toMatchObject({ kind: 'other', message: 'no such table: nowhere' });
  });

  test('finishes pending statements when it is closed, and takes none afterwards', async () => {
    const folder = await scratchFolder();
    const database = await openDatabase(folder);
    await run(database.queries, 'create table things (id integer) strict');
    const asked = Array.from({ length: 20 }, (_, id) => run(database.queries, 'insert into things values (?)', id));
    await Promise.all([database.close(), ...asked]);
    await expect(run(database.queries, 'select 1')).rejects.toThrow(/destroyed|closed/);
    await database.close();
    const again = await scratchDatabase(folder);
    expect(await run(again.queries, 'select count(*) as count from things')).toEqual([{ count: 20 }]);
  });

  test('reports a file that is no database in words for staff', async () => {
    const folder = await scratchFolder();
    await promisify(execFile)('sh', ['-c', `yes nonsense | head -c 8192 > ${join(folder, 'kotozute.db')}`]);
    await expect(openDatabase(folder)).rejects.toMatchObject({
      kind: 'unusable',
      message: expect.stringContaining('put the last backup in its place'),
    });
  });
});

describe('Transactions', () => {
  test('are kept whole or not at all', async () => {
    const { queries, transaction } = await withTable();
    const failed = transaction(async (inside) => {
      await run(inside, "insert into things values ('a', 1)");
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    expect(await run(queries, 'select * from things')).toEqual([]);
  });

  test('twenty at once on one connection run one after the other', async () => {
    const { queries, transaction } = await withTable();
    await run(queries, "insert into things values ('a', 0)");
    const add = () =>
      transaction(async (inside) => {
        const [row] = await run<{ size: number }>(inside, 'select size from things');
        await run(inside, 'update things set size = ?', (row?.size ?? 0) + 1);
      });
    await Promise.all(Array.from({ length: 20 }, add));
    expect(await run(queries, 'select size from things')).toEqual([{ size: 20 }]);
  });

  test('fail at once, instead of waiting for ever, if their work uses the database directly', async () => {
    const { queries, transaction } = await withTable();
    const wrong = { kind: 'misused', message: expect.stringContaining('only what the transaction hands out') };
    await expect(transaction(() => run(queries, 'select 1'))).rejects.toMatchObject(wrong);
    await expect(transaction(() => transaction(async () => 1))).rejects.toMatchObject(wrong);
    let later: Promise<unknown> = Promise.resolve();
    await transaction(async () => {
      later = new Promise((resolve) => setTimeout(resolve, 50)).then(() => run(queries, 'select 1 as one'));
    });
    expect(await later).toEqual([{ one: 1 }]);
  });

  test('refuse all further statements once one has failed, as PostgreSQL does', async () => {
    const { queries, transaction } = await withTable();
    const work = transaction(async (inside) => {
      await run(inside, "insert into things values ('a', 1)");
      await expect(run(inside, "insert into things values ('a', 1)")).rejects.toThrow(/UNIQUE/);
      await expect(run(inside, "insert into things values ('b', 1)")).rejects.toThrow(/must be undone/);
    });
    await expect(work).rejects.toThrow(/must be undone/);
    expect(await run(queries, 'select * from things')).toEqual([]);
  });

  test('of two processes that read and then write lose no change', async () => {
    const folder = await scratchFolder();
    const database = await scratchDatabase(folder);
    await run(database.queries, 'create table counters (id text primary key not null, value integer) strict');
    await run(database.queries, 'create table notes (text text not null) strict');
    await run(database.queries, "insert into counters values ('c', 0)");
    await Promise.all(['7', '1234'].map((seed) => inProcess('adds.ts', folder, '60', seed)));
    const [counted] = await run<{ value: number }>(database.queries, 'select value from counters');
    const [noted] = await run<{ count: number }>(database.queries, 'select count(*) as count from notes');
    expect(counted?.value).toBe(noted?.count);
    expect(counted?.value).toBeGreaterThan(150);
  });
});

describe('Trouble', () => {
  deepTest(
    'a file that another program holds is reported in words for staff after five seconds, and the event loop stays free',
    async () => {
      const folder = await scratchFolder();
      const database = await scratchDatabase(folder);
      await run(database.queries, 'create table things (id text) strict');
      const holder = spawn(process.execPath, [child('holds.ts'), join(folder, 'kotozute.db')]);
      try {
        await once(holder.stdout, 'data');
        const began = performance.now();
        let [last, longest] = [began, 0];
        const ticking = setInterval(() => {
          longest = Math.max(longest, performance.now() - last);
          last = performance.now();
        }, 20);
        const error = await database.transaction(async () => 1).catch((reason: unknown) => reason);
        clearInterval(ticking);
        const waited = performance.now() - began;
        expect(error).toMatchObject({
          kind: 'busy',
          errcode: 5,
          message: expect.stringMatching(/5 seconds.*Try again/),
        });
        expect(waited).toBeGreaterThan(4500);
        expect(waited).toBeLessThan(9000);
        expect(longest).toBeLessThan(1500);
        expect(await run(database.queries, 'select * from things')).toEqual([]);
      } finally {
        holder.kill();
        await once(holder, 'exit');
      }
      await run(database.queries, "insert into things values ('afterwards')");
    },
  );

  test('a full disk is reported in words for staff and leaves nothing half written; work goes on when there is room', async () => {
    const { queries, transaction } = await withTable();
    await run(queries, "insert into things values ('before', 0)");
    await run(queries, 'pragma max_page_count = 1');
    const fill = transaction(async (inside) => {
      for (let id = 0; id < 200; id += 1)
        await run(inside, 'insert into things values (?, 1)', `${id}${'.'.repeat(4000)}`);
    });
    await expect(fill).rejects.toMatchObject({
      kind: 'full',
      errcode: 13,
      message: expect.stringContaining('Make room'),
    });
    expect(await run(queries, 'select id from things')).toEqual([{ id: 'before' }]);
    await run(queries, 'pragma max_page_count = 1000000');
    await run(queries, "insert into things values ('after', 0)");
  });

  test('an error about a full disk that a transaction ignores still undoes all of its statements', async () => {
    const { queries, transaction } = await withTable();
    await run(queries, 'pragma max_page_count = 1');
    const work = transaction(async (inside) => {
      await run(inside, 'insert into things values (?, 1)', '.'.repeat(2_000_000)).catch(() => {});
      await run(inside, "insert into things values ('outside', 1)").catch(() => {});
    });
    await expect(work).rejects.toThrow(/must be undone/);
    await run(queries, 'pragma max_page_count = 1000000');
    expect(await run(queries, 'select id from things')).toEqual([]);
  });

  test.each(['by exit', 'by error'])(
    'a thread that dies %s rejects its current question, and a new thread answers the next one',
    async (how) => {
      const { queries } = await withTable(mortal);
      await run(queries, "insert into things values ('kept', 1)");
      const waiting = [run(queries, `select '${how}'`), run(queries, 'select 2 as two')];
      await expect(waiting[0]).rejects.toMatchObject({ kind: 'lost', message: expect.stringContaining('try again') });
      expect(await waiting[1]).toEqual([{ two: 2 }]);
      expect(await run(queries, 'select id from things')).toEqual([{ id: 'kept' }]);
    },
  );

  test('a running transaction is lost with its thread, and none of its later steps is done', async () => {
    const { queries, transaction } = await withTable(mortal);
    const work = transaction(async (inside) => {
      await run(inside, "insert into things values ('a', 1)");
      await run(inside, "select 'by exit'").catch(() => {});
      await run(inside, "insert into things values ('b', 1)").catch(() => {});
      await run(inside, "insert into things values ('c', 1)");
    });
    await expect(work).rejects.toMatchObject({ kind: 'lost' });
    expect(await run(queries, 'select * from things')).toEqual([]);
    await transaction((inside) => run(inside, "insert into things values ('d', 1)"));
    expect(await run(queries, 'select id from things')).toEqual([{ id: 'd' }]);
  });

  test('a thread that cannot start rejects its questions instead of leaving them open', async () => {
    await expect(openDatabase(await scratchFolder(), new URL('./nowhere.ts', import.meta.url))).rejects.toMatchObject({
      kind: 'lost',
    });
  });
});

describe('Starting', () => {
  deepTest('four processes at once on an empty folder all find the tables', async () => {
    const folder = await scratchFolder();
    await Promise.all(Array.from({ length: 4 }, () => inProcess('opens.ts', folder)));
    const { queries } = await scratchDatabase(folder);
    expect(await run(queries, 'select * from accounts')).toEqual([]);
  });

  test('a database of a later version is refused in one sentence', async () => {
    const folder = await scratchFolder();
    const database = await openDatabase(folder);
    await run(
      database.queries,
      "insert into kysely_migration values ('2999-01-01-future', '2999-01-01T00:00:00.000Z')",
    );
    await database.close();
    const error = await openDatabase(folder).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      kind: 'too-new',
      message: expect.stringContaining('later version of Kotozute (2999'),
    });
  });
});
