import type { Line } from '../call/line.ts';
import type { Check } from './check.ts';
import type { TwilioApi } from './twilio-api.ts';

const whereToPermit = {
  ja: 'Twilioの管理画面の「Voice > Settings > Geo permissions」で、日本を許可してください。',
  en: 'Permit Japan under “Voice > Settings > Geo permissions” in Twilio’s console.',
};

/** Checks whether the account may dial numbers in Japan, and the numbers to which calls are put through. */
export async function checkDialling(
  { destinations }: Pick<Line, 'destinations'>,
  api: Pick<TwilioApi, 'dialling'>,
): Promise<Check[]> {
  const { ordinary, special, specialPrefixes } = await api.dialling();
  const numbers = [...new Set(destinations.flatMap(({ dials }) => dials.map(({ number }) => number)))];
  const permission: Check = {
    id: 'dialling-japan',
    about: { ja: '日本の番号への転送', en: 'Putting calls through to numbers in Japan' },
    ...(ordinary ? { state: 'ok' } : { state: 'fail', expected: '+81', found: '–', mend: whereToPermit }),
  };
  const blocked = special
    ? []
    : numbers.filter((number) => specialPrefixes.some((prefix) => number.startsWith(prefix)));
  return [
    permission,
    ...blocked.map(
      (number): Check => ({
        id: 'dialling-prefix',
        state: 'fail',
        about: {
          ja: `転送先${number}の番号の始まりは、特別な番号として、転送が止められています。`,
          en: `Calls to ${number} are blocked: its prefix counts as a special service.`,
        },
        found: specialPrefixes.find((prefix) => number.startsWith(prefix)) ?? '',
        mend: {
          ja: '転送先を普通の番号(市外局番や050)に変えるか、Twilioの管理画面の「Geo permissions」で、日本の「High-risk special services」を許可してください。',
          en: 'Use an ordinary number of that destination (geographic or 050), or permit “high-risk special services” for Japan in Twilio’s console under “Geo permissions”.',
        },
      }),
    ),
  ];
}

/** Warns of numbers that were never tried. In production, the line does not dial these numbers, but says them. */
export function checkTried({ destinations }: Pick<Line, 'destinations'>): Check[] {
  const numbers = destinations
    .flatMap(({ dials }) => dials.filter(({ triedOn }) => !triedOn))
    .map(({ number }) => number);
  if (numbers.length === 0) return [];
  return [
    {
      id: 'destination-tried',
      state: 'warn',
      about: {
        ja: 'まだ試していない転送先があります。本番では転送せず、番号を読み上げます。',
        en: 'Some numbers of destinations were never tried; in production these numbers are said instead of dialled.',
      },
      found: [...new Set(numbers)].join(', '),
      mend: {
        ja: '電話で試して、つながった日を管理画面の「転送先」の「試した日」に入れて、公開してください。',
        en: 'Try them by telephone, write the day under “Tried on” at the destination in the console, and publish.',
      },
      mendedBy: 'staff',
    },
  ];
}
