import type { RequestHandler } from 'express';
import { sayableNotice } from '../call/disaster.ts';
import { isPastReview } from '../call/person.ts';
import { formatDay, formatMoment } from '../frame/format-moment.ts';
import { formatPerson } from '../frame/format-person.ts';
import { type StandingBanner, setVisit, type Visitor, visitOf } from '../frame/visit.ts';
import { needsRenewal, type SwitchedOn, toNotice } from '../office/disaster/disaster-state.ts';
import { isDrillDue } from '../office/disaster/drill-desk.ts';
import { readReadiness } from '../office/disaster/readiness.ts';
import type { OpenEmergency } from '../office/editions/approval/emergency.ts';
import { may } from '../office/staff/role.ts';
import type { ConsoleParts } from './console-parts.ts';
import { formatFactDay } from './facts/format-fact.ts';
import { isDatabaseLost } from './first-edition.ts';
import { readScheduleBanners } from './schedule-banner.ts';

type InMemory = Pick<ConsoleParts, 'shelf' | 'disaster' | 'clock' | 'lineStatus' | 'restoredBackup'>;

/**
 * Banners about the disaster notice, failed checks of the line, a restored backup, a drill, and values whose review
 * date has passed. They are made from memory, because every page needs them.
 */
export const createStandingBanners = (parts: InMemory) => (): StandingBanner[] => {
  const { shelf, disaster, clock, lineStatus } = parts;
  const now = clock();
  const { on, drill } = disaster.state();
  const { reviewBy, timeZone } = shelf.current.line;
  const backup = parts.restoredBackup();
  // A check that fails in several languages counts once.
  const failures = new Set(lineStatus?.failures.map(({ id }) => id)).size;
  return [
    ...(on ? [noticeBanner(parts, on, now)] : []),
    ...(failures > 0
      ? [
          {
            kind: 'error' as const,
            text: ({ t }: Visitor) => t('status.banner', { count: failures }),
            href: '/console/status',
          },
        ]
      : []),
    ...(backup
      ? [
          {
            kind: 'warning' as const,
            text: ({ t }: Visitor) => t('frame.restored-backup', backup),
            href: '/console/editions',
          },
        ]
      : []),
    ...(drill
      ? [
          {
            kind: 'information' as const,
            text: ({ t, language }: Visitor) =>
              t('disaster.banner-drill', { since: formatMoment(language, drill.since) }),
            href: '/console/disaster/drill',
          },
        ]
      : []),
    ...(isPastReview(reviewBy, timeZone, new Date(now).toISOString())
      ? [
          {
            kind: 'warning' as const,
            text: ({ t, language }: Visitor) => t('frame.past-review', { date: formatFactDay(language, reviewBy) }),
            href: '/console/facts',
          },
        ]
      : []),
  ];
};

const noticeBanner = (parts: InMemory, on: SwitchedOn, now: number): StandingBanner => ({
  kind: 'error',
  text: (visitor) => noticeSentence(parts, visitor, on, now),
  href: '/console/disaster',
});

/**
 * How much callers hear of the notice that is on: `nothing` if the live edition has no words for the notice,
 * `only-safety` if no language is known to have all texts of the notice approved, otherwise `all`.
 */
export function noticeHeard({ shelf }: Pick<InMemory, 'shelf'>, on: SwitchedOn): 'all' | 'only-safety' | 'nothing' {
  if (sayableNotice(shelf.current.line, toNotice(on)) === null) return 'nothing';
  return (on.languages ?? []).length > 0 ? 'all' : 'only-safety';
}

/**
 * A sentence about how much of the notice callers hear. If they hear all of it, the sentence may ask staff to confirm
 * the notice again.
 */
export function noticeSentence(
  parts: Pick<InMemory, 'shelf'>,
  { t, language }: Visitor,
  on: SwitchedOn,
  now: number,
): string {
  const keys = {
    all: needsRenewal(on, now) ? 'disaster.banner-renew' : 'disaster.banner',
    'only-safety': 'disaster.banner-safety',
    nothing: 'disaster.banner-unheard',
  } as const;
  return t(keys[noticeHeard(parts, on)], { since: formatMoment(language, on.since) });
}

type Stored = InMemory & Pick<ConsoleParts, 'approvals' | 'editions' | 'isLiveForgotten' | 'report'>;

/**
 * Adds the banners that need the database to every whole page of signed-in staff. They are about a lost database,
 * disaster texts and emergency publications that are not approved, and a scheduled or failed publication. Staff who may
 * hold drills also see when a drill is due. If the database cannot be read, the page is shown without these banners.
 * Most submitted forms are answered by a redirect, which shows no banners. So for a form the banners are not read
 * again: if its answer is a page, the page shows the banners that were last read.
 */
export const addStoredBanners = (parts: Stored): RequestHandler => {
  let known: readonly StandingBanner[] | null = null;
  return async (_request, response, next) => {
    const visit = visitOf(response);
    if (!visit.signedIn || visit.isPart) return next();
    try {
      if (visit.isGet || known === null) known = await readBanners(parts);
      const { role } = visit.signedIn.member;
      const seen = [...visit.banners, ...known.filter(({ act }) => act === undefined || may(role, act))];
      setVisit(response, { ...visit, banners: seen });
    } catch (error) {
      parts.report(error);
    }
    next();
  };
};

async function readBanners(parts: Stored): Promise<StandingBanner[]> {
  const unready = await unreadyBanner(parts);
  return [
    ...((await isDatabaseLost(parts)) ? [lostBanner] : []),
    ...(unready ? [unready] : []),
    ...(await parts.approvals.emergencies()).map(toBanner),
    ...(await readScheduleBanners(parts)),
    // As long as disaster texts are not approved in all announcers' languages, a drill is of little use, so there is no
    // reminder.
    ...(unready ? [] : await drillBanners(parts)),
  ];
}

const lostBanner: StandingBanner = {
  kind: 'error',
  text: ({ t }) => t('frame.database-lost'),
  href: '/console/publish',
};

/**
 * The banner that names the announcers' languages in which not all disaster texts are approved; null if there is none.
 */
async function unreadyBanner({ shelf, disaster }: Stored): Promise<StandingBanner | null> {
  const { file } = shelf.current;
  const { lackingFirst = [] } = (await readReadiness(file, disaster.approved)) ?? {};
  if (lackingFirst.length === 0) return null;
  const names = lackingFirst.map((tag) => file.languages.find((each) => each.tag === tag)?.name ?? tag);
  const key = lackingFirst.length < file.announcers.length ? 'disaster.banner-unready-some' : 'disaster.banner-unready';
  return {
    kind: 'warning',
    href: '/console/disaster/approve',
    text: ({ t }) => t(key, { languages: names.join(t('frame.comma')) }),
  };
}

/**
 * The banner that reminds staff of a drill, if none was ever completed or the last completed one was a month ago. There
 * is no reminder while a notice or a drill is on, or if the line has no disaster texts.
 */
async function drillBanners({ shelf, disaster, clock }: Stored): Promise<StandingBanner[]> {
  const { on, drill } = disaster.state();
  const { file, line } = shelf.current;
  if (on || drill || !file.disaster) return [];
  const last = await disaster.drills.lastDone();
  if (!isDrillDue(last, clock(), line.timeZone)) return [];
  return [
    {
      kind: 'information',
      href: '/console/disaster#drills',
      act: 'disaster',
      text: ({ t, language }) =>
        last === null ? t('drill.banner-never') : t('drill.banner-due', { last: formatDay(language, last) }),
    },
  ];
}

/** The banner of an emergency publication: who made it, when and why, and how many texts still have to be approved. */
const toBanner = ({ publication, reason, texts }: OpenEmergency): StandingBanner => ({
  kind: 'warning',
  href: '/console/approvals',
  text: (visitor) =>
    visitor.t('approvals.emergency', {
      who: formatPerson(visitor, publication.by),
      when: formatMoment(visitor.language, publication.at),
      count: texts.length,
      reason,
    }),
});
