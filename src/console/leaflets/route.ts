import { type Response, Router } from 'express';
import { formatMoment } from '../../frame/format-moment.ts';
import { goTo, show, showMessage } from '../../frame/show.ts';
import { actorIn, memberOf, visitOf } from '../../frame/visit.ts';
import { type Leaflet, leafletOf } from '../../office/leaflet/leaflet.ts';
import { isOutdated, readPrints, recordPrint } from '../../office/leaflet/prints.ts';
import { may } from '../../office/staff/role.ts';
import { approvalMark } from '../approvals/approval-mark.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { leafletView } from './leaflet-view.ts';
import { leafletsView } from './list-view.ts';
import { createLeafletNamesRouter } from './names-route.ts';

type LeafletPageParts = Pick<
  ConsoleParts,
  'shelf' | 'editions' | 'approvals' | 'memos' | 'clock' | 'drafts' | 'publicUrl'
>;

/** `/console/leaflets`: a leaflet to print for each language of the live edition. */
export function createLeafletsPage(parts: LeafletPageParts): ConsolePage {
  const { shelf, editions, memos, clock } = parts;
  const router = Router();
  router.get('/', async (_request, response) => {
    const { t, language, people } = visitOf(response);
    const { file } = shelf.current;
    const prints = await readPrints(memos);
    show(response, leafletsView, {
      title: t('leaflets.title'),
      hasNumber: file.leaflet?.number !== undefined,
      mayEdit: may(memberOf(response).member.role, 'edit'),
      sheets: everyLeaflet(parts).map((leaflet) => {
        const last = prints[leaflet.language];
        return {
          tag: leaflet.language,
          name: leaflet.name,
          key: leaflet.languageKey.key,
          isOutdated: isOutdated(last, leaflet),
          printed: last
            ? t('leaflets.last', { when: formatMoment(language, last.at), who: people.nameOfAccount(last.who) })
            : t('leaflets.never'),
        };
      }),
    });
  });
  router.use('/names', createLeafletNamesRouter(parts));
  router.get('/:tag', async (request, response) => {
    const leaflet = leafletOf(shelf.current, request.params.tag, clock());
    if (leaflet) await showLeaflet(parts, response, leaflet);
    else showMessage(response, 404, 'leaflets.unknown', { back: '/console/leaflets' });
  });
  router.post('/:tag/printed', async (request, response) => {
    const leaflet = leafletOf(shelf.current, request.params.tag, clock());
    if (!leaflet) return showMessage(response, 404, 'leaflets.unknown', { back: '/console/leaflets' });
    const actor = actorIn(response);
    await recordPrint({ records: editions, clock }, actor, shelf.current.hash, leaflet);
    goTo(response, '/leaflets', 'leaflets.done.printed');
  });
  return {
    path: '/leaflets',
    navKey: 'leaflets.nav',
    group: 'publish',
    aboutKey: 'leaflets.about',
    act: 'read',
    styles: ['leaflet'],
    router,
    tasks: async ({ t }) => {
      const prints = await readPrints(memos);
      const count = everyLeaflet(parts).filter((leaflet) => isOutdated(prints[leaflet.language], leaflet)).length;
      return count === 0
        ? []
        : [{ kind: 'leaflets', detail: t('leaflets.news', { count }), href: '/console/leaflets' }];
    },
  };
}

/** The leaflets of all languages of the live edition. */
const everyLeaflet = ({ shelf: { current }, clock }: Pick<ConsoleParts, 'shelf' | 'clock'>): Leaflet[] =>
  current.file.languages.flatMap(({ tag }) => leafletOf(current, tag, clock()) ?? []);

async function showLeaflet(parts: LeafletPageParts, response: Response, leaflet: Leaflet): Promise<void> {
  const { shelf, editions, approvals, memos, clock, publicUrl } = parts;
  const { t, language } = visitOf(response);
  const last = (await readPrints(memos))[leaflet.language];
  const record = await editions.find(shelf.current.hash);
  const unapproved = record ? await approvals.unapproved(record) : [];
  const own = unapproved.filter((text) => text.language === leaflet.language).length;
  const when = formatMoment(language, clock());
  show(response, leafletView, {
    title: t('leaflets.one', { name: leaflet.name }),
    trail: [{ path: '/leaflets', text: t('leaflets.title') }],
    leaflet,
    isOutdated: isOutdated(last, leaflet),
    approval: record && approvalMark(t, own),
    page: publicUrl === null ? null : `${publicUrl}/${leaflet.language}`,
    footer: record ? t('leaflets.footer', { number: record.number, when }) : when,
  });
}
