import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Kysely, sql, type Transaction } from 'kysely';
import { describe, expect, test } from '#jest';
import { bytes, counted, strict } from '../../src/database/column-types.ts';
import { migrate } from '../../src/database/migrate.ts';
import { migrations } from '../../src/database/migrations.ts';
import type { Schema } from '../../src/database/open-database.ts';
import { run, scratchDatabase } from '../support/scratch-database.ts';

const half = {
  async up(db: Kysely<unknown>) {
    await sql`create table half (id text) strict`.execute(db);
    throw new Error('stopped in the middle');
  },
};

describe('Migrations', () => {
  test('every file is in the list under its own name', () => {
    const files = readdirSync(join(import.meta.dirname, '../../src/database'), { recursive: true, encoding: 'utf8' });
    const names = files.map((name) => basename(name, '.ts')).filter((name) => /^\d{4}-/.test(name));
    expect(Object.keys(migrations)).toEqual(names.toSorted());
  });

  test('one that fails leaves nothing behind, and runs again once it is corrected', async () => {
    const { queries, transaction } = await scratchDatabase();
    const attempt = (steps: typeof migrations) =>
      transaction((inside) => migrate(inside as Transaction<Schema>, { ...migrations, ...steps }));
    await expect(attempt({ '2999-half': half })).rejects.toThrow('stopped in the middle');
    expect(await run(queries, "select name from sqlite_schema where name = 'half'")).toEqual([]);
    const whole = {
      up: async (db: Kysely<unknown>) => void (await sql`create table half (id text) strict`.execute(db)),
    };
    await attempt({ '2999-half': whole });
    await attempt({ '2999-half': whole });
    expect(await run(queries, 'select * from half')).toEqual([]);
  });
});

describe('Columns of bytes', () => {
  test('give back bytes, and refuse other values', async () => {
    const { queries, transaction } = await scratchDatabase();
    await transaction(async (inside) => {
      await strict((inside as Transaction<Schema>).schema.createTable('samples'))
        .addColumn('key', 'integer', counted)
        .addColumn('sound', bytes(), (column) => column.notNull())
        .execute();
    });
    await run(queries, 'insert into samples (sound) values (?)', Buffer.from([0, 255, 7]));
    const [row] = await run<{ key: number; sound: Uint8Array }>(queries, 'select * from samples');
    expect(row?.key).toBe(1);
    expect([...(row?.sound ?? [])]).toEqual([0, 255, 7]);
    await expect(run(queries, 'insert into samples (sound) values (?)', 'text')).rejects.toThrow(/BLOB column/);
  });
});

describe('The audit’s table', () => {
  test.each([
    "update audit set act = 'nothing'",
    'delete from audit',
    "insert or replace into audit values (1, '2026-11-22T00:00:00.000Z', null, '', 'nothing', '{}')",
  ])('refuses "%s"', async (statement) => {
    const { queries } = await scratchDatabase();
    await run(queries, "insert into audit values (1, '2026-11-22T00:00:00.000Z', null, 'a', 'signed-in', '{}')");
    await expect(run(queries, statement)).rejects.toThrow('rows of "audit" stay as they were written');
    expect(await run(queries, 'select act from audit')).toEqual([{ act: 'signed-in' }]);
  });
});
