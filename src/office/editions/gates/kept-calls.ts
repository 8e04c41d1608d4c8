import type { OfficeEdition } from '../edition.ts';
import type { Gate, Hindrance } from './gate.ts';

/** A saved test call whose course differs from what is expected. */
export interface RedCall {
  readonly title: string;
  /** The first turn that differs, 1 for the greeting. */
  readonly turn: number;
}

/**
 * Open if every saved test call takes the expected course.
 * @param makeCalls runs the test calls on an edition and returns those whose course differs
 */
export const keptCalls = (makeCalls: (edition: OfficeEdition) => Promise<readonly RedCall[]>): Gate => ({
  id: 'kept-calls',
  passing: 'never',
  asks: 'edition',
  title: { ja: '前と違う動きをしたテストの電話', en: 'Test calls that take a different course' },
  advice: {
    ja: 'リハーサル電話の「テストの電話」で確かめてください。',
    en: 'Look at the test calls of the rehearsal phone.',
  },
  commandAdvice: null,
  page: '/rehearsal/calls',
  async look({ edition }) {
    const calls = edition ? await makeCalls(edition) : [];
    return calls.map(
      ({ title, turn }): Hindrance => ({
        place: null,
        rule: 'W-04',
        ja: `「${title}」は、${turn}番目の案内が前と違います。`,
        en: `“${title}”: turn ${turn} is the first that differs from what is expected.`,
      }),
    );
  },
});
