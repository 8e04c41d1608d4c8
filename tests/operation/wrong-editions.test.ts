import { describe, expect, test } from '#jest';
import { createDoctor } from '../support/doctor.ts';
import { expectTold, type Told } from '../support/told-checks.ts';

/*
 * Mistakes in an edition when a line is taken live. Each test makes one mistake and expects the one check that
 * reports it, with its sentence.
 */

const { live } = createDoctor();

describe('An edition', () => {
  test('past its review date is reported in one sentence', async () => {
    const doctor = await live();
    const clock = () => Date.parse('2027-01-02T01:00:00Z');
    doctor.world.now = clock;
    const told: Told = {
      ...{ id: 'edition-review', state: 'warn', found: '2027-01-01', mendedBy: 'staff' },
      about: 'The review date of the content',
      mend: 'Check the values under “Numbers, dates and hours” in the console, correct their review dates and publish; until then, callers hear that the content may be out of date.',
    };
    await expectTold(doctor, told, { clock });
  });

  test('with a destination that nobody has tried is reported in one sentence', async () => {
    const doctor = await live();
    const { edition } = doctor.lookedAt;
    const destinations = edition.line.destinations.map((each) => ({
      ...each,
      dials: each.dials.map(({ triedOn: _, ...dial }) => dial),
    }));
    const line = { ...doctor.lookedAt, edition: { ...edition, line: { ...edition.line, destinations } } };
    const told: Told = {
      ...{ id: 'destination-tried', state: 'warn', found: '+81300000000', mendedBy: 'staff' },
      about: 'Some numbers of destinations were never tried; in production these numbers are said instead of dialled.',
      mend: 'Try them by telephone, write the day under “Tried on” at the destination in the console, and publish.',
    };
    await expectTold(doctor, told, { line });
  });

  test('with languages whose sounds are missing is reported once for each language, with the number of its sounds', async () => {
    const { wrong, lookedAt } = await live();
    const found = await wrong({ line: { ...lookedAt, hasSound: async () => false } });
    expect(found.map(({ id, state, about }) => [id, state, about.en])).toEqual(
      lookedAt.edition.file.languages.map(({ name }) => ['edition-sounds', 'warn', `Sounds in ${name}`]),
    );
    expect(found.every((each) => each.found === '0' && Number(each.expected) > 30)).toBe(true);
  });

  test('that was never published is reported in one sentence', async () => {
    const told: Told = {
      ...{ id: 'edition', state: 'fail', about: 'A published edition' },
      mend: 'Nothing has been published yet: run npm start once.',
    };
    await expectTold(await live(), told, { line: null });
  });

  test('in the voice for demonstrations is reported in one sentence', async () => {
    const { checks } = await live();
    expect((await checks()).find(({ id }) => id === 'edition-voice')).toMatchObject({
      ...{ state: 'fail', expected: 'google', found: 'espeak' },
      mend: { en: 'This voice is for demonstrations: start with SPEECH_ENGINE=google and publish again.' },
    });
  });
});
