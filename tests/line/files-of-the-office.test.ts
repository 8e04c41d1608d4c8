import { rename, rm, writeFile } from 'node:fs/promises';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import request from 'supertest';
import { cleanUp, describe, expect, jest, test } from '#jest';
import { keptEditions } from '../../src/edition/edition.ts';
import { editionKind, pointerKind } from '../../src/edition/edition-folder.ts';
import { noticeKind, noticePath, writeNoticeFile } from '../../src/edition/notice-file.ts';
import { type SharedFileKind, toShared } from '../../src/edition/shared-file.ts';
import { followFile, lookEvery } from '../../src/line/follow-file.ts';
import { toBareNotice } from '../../src/office/disaster/write-notice.ts';
import { toEditionFile } from '../../src/office/editions/to-edition-file.ts';
import { longestCall, lookEvery as officeLooksEvery } from '../../src/office/editions/write-editions.ts';
import { audioPath, createFileAudioStore } from '../../src/sound/file-audio-store.ts';
import { seal } from '../../src/sound/seal.ts';
import { writeMuLawWav } from '../../src/sound/wav.ts';
import { disasterDraft } from '../support/disaster-draft.ts';
import { chosen, lineOn, narrationChosen, officeFiles, otherWords, twoEditions } from '../support/line-on-files.ts';
import { type FileState, fileRows } from '../support/office-files.ts';
import { scratchFolder } from '../support/scratch-database.ts';
import { actionOf, post } from '../support/twilio-call.ts';
import { until } from '../support/until.ts';

/** Milliseconds between two checks of its files by a line. */
const every = 5;
/** Waits until a line has checked its files a few times. */
const looks = () => setTimeout(20 * every);
/** The parts of the runtime that stay real while timers are faked. */
const untouched = ['Date', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate'] as const;

const { first, second } = twoEditions(disasterDraft());
const warning = 'The river is very high.';
const on = {
  ...{ id: 'n1', kind: 'flood', places: ['north'], actions: ['leave'], at: '2026-11-24T09:00' },
  ...{ languages: ['en'], since: 0, until: null, confirmedAt: 0, by: { accountId: null, accountName: 'somebody' } },
};
const hears = async (app: Parameters<typeof chosen>[0]) => (await chosen(app)).text;

/** Leaves a file in one of the states. If a line could read it, the line would take over `value`. */
type Leave = (path: string, kind: SharedFileKind, value: unknown) => Promise<void>;

/** Replaces a file atomically, so that no line reads half of it. */
async function replace(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(`${path}.new`, bytes);
  await rename(`${path}.new`, path);
}

const leaves: Readonly<Record<FileState, Leave>> = {
  absent: (path) => rm(path, { force: true }),
  // With the space, only the checksum is wrong.
  damaged: (path, kind, value) => replace(path, Buffer.concat([toShared(kind, value), Buffer.from(' ')])),
  'of a later version': (path, kind, value) => replace(path, toShared({ ...kind, format: kind.format + 1 }, value)),
};

const unread = 'the live edition cannot be read; callers hear the previous one';
const unheard = 'the disaster notice cannot be read; its last known state stays in effect';
const lost = 'an edition on which a call began cannot be read; the call goes on with the current one';

/** An office that has published `first`. `leaveLive` leaves a pointer that, if readable, names `second`. */
async function begin(leave: Leave) {
  const place = await officeFiles();
  await place.publish(first);
  const pathOf = (name: string) => join(place.data, 'editions', name);
  return {
    place,
    leaveLive: () => leave(pathOf('live'), pointerKind, { number: 2, edition: second.hash }),
    leaveEdition: (edition: typeof first) =>
      leave(pathOf(`${edition.hash}.edition`), editionKind, toEditionFile(edition)),
  };
}

/** Checks a statement of the table of files in `src/README.md`. @returns what the line has logged */
type Check = (leave: Leave) => Promise<readonly string[]>;

/**
 * For each file, the statements of its row in the table, each with its check. The message is what the line logs if the
 * cell says "logged once".
 */
const statements: Readonly<Record<string, Readonly<Record<string, readonly [Check, string?]>>>> = {
  '`editions/live`': {
    'keeps the edition it has': [
      async (leave) => {
        const { place, leaveLive } = await begin(leave);
        await place.folder.write(toEditionFile(second));
        const { app, told } = await lineOn(place, { lookEvery: every });
        await leaveLive();
        await looks();
        expect(await hears(app)).not.toContain(otherWords);
        return told;
      },
      unread,
    ],
    'without one, a call waits up to 3.5 s for it': [
      async (leave) => {
        const { place, leaveLive } = await begin(leave);
        await leaveLive();
        const { app, told } = await lineOn(place);
        const request = Object.assign(new IncomingMessage(new Socket()), { method: 'GET', url: '/' });
        const response = new ServerResponse(request);
        jest.useFakeTimers({ doNotFake: [...untouched] });
        cleanUp(jest.useRealTimers);
        app(request, response);
        jest.advanceTimersByTime(3499);
        expect(response.writableEnded).toBe(false);
        jest.advanceTimersByTime(1);
        expect([response.writableEnded, response.statusCode]).toEqual([true, 503]);
        return told;
      },
    ],
  },
  '`editions/<hash>.edition`': {
    'keeps the edition it has': [
      async (leave) => {
        const { place, leaveEdition } = await begin(leave);
        await leaveEdition(second);
        const { app, told } = await lineOn(place, { lookEvery: every });
        await place.folder.writePointer({ number: 2, edition: second.hash });
        await looks();
        expect(await hears(app)).not.toContain(otherWords);
        return told;
      },
      unread,
    ],
    'a call that began on it continues on the current one': [
      async (leave) => {
        const { place, leaveEdition } = await begin(leave);
        const menu = await post((await lineOn(place)).app, '/twilio/voice');
        await place.publish(second);
        await leaveEdition(first);
        const { app, told } = await lineOn(place);
        // Two webhooks, as from two calls.
        for (const _ of [1, 2]) expect((await chosen(app, actionOf(menu.text))).text).toContain(otherWords);
        return told;
      },
      lost,
    ],
  },
  '`notice`': {
    'what it knew stays in effect': [
      async (leave) => {
        const { place } = await begin(leave);
        await writeNoticeFile(place.data, toBareNotice({ revision: 1, on }));
        const { app, told } = await lineOn(place, { lookEvery: every });
        await leave(noticePath(place.data), noticeKind, { revision: 2, notice: null });
        await looks();
        expect(await hears(app)).toContain(warning);
        return told;
      },
      unheard,
    ],
    'at the start, no notice': [
      async (leave) => {
        const { place } = await begin(leave);
        await leave(noticePath(place.data), noticeKind, toBareNotice({ revision: 1, on }));
        const { app, told } = await lineOn(place);
        expect(await hears(app)).not.toContain(warning);
        return told;
      },
    ],
  },
  sounds: {
    'noticed when it is requested, and at a check every minute': [
      async () => {
        const { place } = await begin(leaves.absent);
        const { key } = narrationChosen(first);
        const store = createFileAudioStore(place.sounds);
        await store.write(key, seal(writeMuLawWav(new Uint8Array(800).fill(0x90)), key));
        jest.useFakeTimers({ doNotFake: [...untouched, 'setTimeout'] });
        cleanUp(jest.useRealTimers);
        const requested = await lineOn(place);
        const checked = await lineOn(place);
        for (const { app } of [requested, checked]) expect(await hears(app)).toContain(`/audio/${key}.wav`);
        await replace(join(place.sounds, audioPath(key)), Buffer.from('damaged'));
        expect((await request(requested.app).get(`/audio/${key}.wav`)).status).toBe(404);
        expect(await hears(requested.app)).toContain('<Say');
        jest.advanceTimersByTime(60_000);
        await until('the check', async () => (await hears(checked.app)).includes('<Say'));
        return [...requested.told, ...checked.told];
      },
    ],
    'from then on said by `<Say>`': [async () => []],
    'said by `<Say>`': [
      async (leave) => {
        const { app, told } = await lineOn((await begin(leave)).place);
        expect(await hears(app)).toContain('<Say');
        return told;
      },
    ],
    '–': [async () => []],
  },
};

describe('A file of the office', () => {
  const rows = fileRows();

  test('has a row in the table exactly if it has checks here', () => {
    expect(rows.map(({ file }) => file)).toEqual(Object.keys(statements));
  });

  const cases = rows.flatMap(({ file, states }) =>
    states.flatMap(([state, said]) =>
      said.flatMap((statement, index) =>
        statement === 'logged once' ? [] : [{ file, state, statement, isLogged: said[index + 1] === 'logged once' }],
      ),
    ),
  );
  test.each(cases)('$file, $state: $statement', async ({ file, state, statement, isLogged }) => {
    const [check, message] = statements[file]?.[statement] ?? [];
    if (!check) throw new Error('src/README.md says something that no test checks.');
    expect(await check(leaves[state])).toEqual(isLogged ? [message] : []);
  });

  test.each(['damaged', 'of a later version'] as const)(
    'that is already %s when the line starts is logged once, too',
    async (state) => {
      const { place, leaveLive } = await begin(leaves[state]);
      await leaveLive();
      await leaves[state](noticePath(place.data), noticeKind, { revision: 2, notice: null });
      const { told } = await lineOn(place, { lookEvery: every });
      await looks();
      expect(told).toEqual([unheard, unread]);
    },
  );

  test('is read every 200 ms, if it has changed', async () => {
    const read = rows.filter((row) => row.read === `every ${lookEvery} ms, if it has changed`);
    expect(read.map(({ file }) => file)).toEqual(['`editions/live`', '`notice`']);
    const path = join(await scratchFolder(), 'file');
    let times = 0;
    const take = async () => {
      times += 1;
    };
    const closing = new AbortController();
    cleanUp(() => closing.abort());
    await followFile(path, take, () => {}, closing.signal, every);
    expect(times).toBe(0);
    for (const count of [1, 2]) {
      // Renamed, as the office does it. A file written in place is empty at first, which would count as another change.
      await writeFile(`${path}.new`, 'x'.repeat(count));
      await rename(`${path}.new`, path);
      await until('the change', () => times > 0 && times >= count);
      await looks();
      expect(times).toBe(count);
    }
  });

  test('is checked as often and kept as long by the office as the table says', () => {
    const { written } = rows.find(({ file }) => file === '`editions/<hash>.edition`') ?? {};
    const { usually, first: before } = officeLooksEvery;
    expect([usually, longestCall, keptEditions + 1]).toEqual([60_000, 5 * 3_600_000, 9]);
    expect(written).toContain(`checked every minute; every ${before / 1000} s before the first publication`);
    expect(written).toContain('every edition that was live in the last five hours, and at least the last nine');
  });
});
