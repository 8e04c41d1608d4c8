import type { Request, Response } from 'express';
import type { LineFile } from '../../words/line-file.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { show, showMessage } from '../show.ts';
import { showMoment } from '../show-moment.ts';
import { type Visit, visitOf } from '../visit.ts';

type Choice = NonNullable<LineFile['disaster']>['places'][number];

/** Beyond this many kinds, places and actions their names are told in one language only, so that they fit on the sheet. */
const namedInBoth = 30;

/** What the sheet tells, step by step. */
const steps = ['sign-in', 'open', 'fill-in', 'confirm', 'switch-on', 'call', 'renew', 'end'] as const;
/** What callers hear, and what is different while it is on. */
const heard = ['new', 'in-progress', 'not-approved', 'person'] as const;

/** `/console/disaster/card`: what to do on the day, on one sheet of A4, with this line's own words and commands. */
export async function showDisasterCard(
  { shelf, editions, publicUrl, clock }: Pick<ConsoleParts, 'shelf' | 'editions' | 'publicUrl' | 'clock'>,
  request: Request,
  response: Response,
): Promise<void> {
  const visit = visitOf(response);
  const { t, language } = visit;
  const { file, hash } = shelf.current;
  if (!file.disaster) return showMessage(response, 404, 'disaster-card.none', { back: '/console/disaster' });
  const record = await editions.find(hash);
  const { kinds, places, actions } = file.disaster;
  const lists = [kinds, places, actions] as const;
  const isLong = lists.flat().length > namedInBoth;
  const buttons = buttonsOf(visit);
  show(response, 'disaster-card', {
    title: t('disaster-card.title'),
    trail: [{ path: '/disaster', text: t('disaster.nav') }],
    line: file.name[language],
    address: `${publicUrl ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`}/console`,
    number: numberOf(file),
    steps: steps.map((step) => ({
      step,
      what: t(`disaster-card.step.${step}`, buttons),
      how: t(`disaster-card.how.${step}`, buttons),
    })),
    heard: heard.map((who) => t(`disaster-card.heard.${who}`)),
    commands: {
      on: `npm run disaster -- on ${['kind', 'place', 'action'].map((each) => `--${each} ${t(`disaster-card.${each}`)}`).join(' ')}`,
      others: ['status', 'renew', 'off'].map((command) => ({
        command: `npm run disaster -- ${command}`,
        text: t(`disaster-card.command.${command}`),
      })),
    },
    isLong,
    lists: [
      { option: '--kind', legend: t('disaster.kind'), choices: kinds.map(toChoice(visit, isLong)) },
      { option: '--place', legend: t('disaster.places'), choices: places.map(toChoice(visit, isLong)) },
      { option: '--action', legend: t('disaster.actions'), choices: actions.map(toChoice(visit, isLong)) },
    ],
    footer: record
      ? t('disaster-card.footer', { number: record.number, when: showMoment(language, clock()) })
      : showMoment(language, clock()),
  });
}

/** The words on the screen, so that the sheet never calls a button by another name. */
const buttonsOf = ({ t }: Visit): Record<string, string> => ({
  signIn: t('sign-in.submit'),
  menu: t('disaster.nav'),
  kind: t('disaster.kind'),
  places: t('disaster.places'),
  actions: t('disaster.actions'),
  at: t('disaster.at'),
  until: t('disaster.until'),
  confirm: t('disaster.to-confirm'),
  back: t('disaster.back'),
  on: t('disaster.do-it.on'),
  done: t('disaster.done.on'),
  renew: t('disaster.renew'),
  change: t('disaster.change'),
  end: t('disaster.end.on'),
});

/** The number that everybody calls; null where the office has not written it down yet. */
function numberOf({ leaflet, facts }: LineFile): string | null {
  const fact = leaflet?.number === undefined ? undefined : facts[leaflet.number];
  return fact?.type === 'phone' ? fact.value : null;
}

const toChoice =
  ({ language }: Visit, isLong: boolean) =>
  ({ id, name }: Choice) => ({
    id,
    names: (isLong ? [language] : (['ja', 'en'] as const)).map((tag) => ({ tag, text: name[tag] })),
  });
