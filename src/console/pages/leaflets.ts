import { type Response, Router } from 'express';
import { type Leaflet, leafletOf } from '../../office/leaflet/leaflet.ts';
import { isOutdated, readPrints, recordPrint } from '../../office/leaflet/prints.ts';
import { actorOf } from '../../office/staff/desk/actor.ts';
import { may } from '../../office/staff/role.ts';
import { parseSentence } from '../../words/sentence-template.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { goTo, show, showMessage } from '../show.ts';
import { showMoment } from '../show-moment.ts';
import { memberOf, visitOf } from '../visit.ts';
import { createLeafletNamesRouter } from './leaflet-names.ts';
import { showMark } from './show-mark.ts';
import { showSaid } from './show-said.ts';
import type { ShownPart } from './show-sentence.ts';

type LeafletPageParts = Pick<ConsoleParts, 'shelf' | 'editions' | 'approvals' | 'memos' | 'clock' | 'drafts'>;

/** `/console/leaflets`: a printed sheet for each language of what callers hear now. */
export function createLeafletsPage(parts: LeafletPageParts): ConsolePage {
  const { shelf, editions, memos, clock } = parts;
  const router = Router();
  router.get('/', async (_request, response) => {
    const { t, language } = visitOf(response);
    const { current } = shelf;
    const prints = await readPrints(memos);
    const languages = current.file.languages.flatMap(({ tag }) => {
      const leaflet = leafletOf(current, tag);
      if (!leaflet) return [];
      const last = prints[tag];
      return [
        {
          ...{ tag, name: leaflet.name, key: leaflet.languageKey.key },
          isOutdated: isOutdated(last, leaflet),
          last: last ? t('leaflets.last', { when: showMoment(language, last.at), who: last.who }) : t('leaflets.never'),
        },
      ];
    });
    const hasNumber = current.file.leaflet?.number !== undefined;
    show(response, 'leaflets', {
      title: t('leaflets.title'),
      languages,
      hasNumber,
      mayEdit: may(memberOf(response).member.role, 'edit'),
    });
  });
  router.use('/names', createLeafletNamesRouter(parts));
  router.get('/:tag', async (request, response) => {
    const leaflet = leafletOf(shelf.current, String(request.params.tag));
    if (leaflet) await showLeaflet(parts, response, leaflet);
    else showMessage(response, 404, 'leaflets.unknown', { back: '/console/leaflets' });
  });
  router.post('/:tag/printed', async (request, response) => {
    const leaflet = leafletOf(shelf.current, String(request.params.tag));
    if (!leaflet) return showMessage(response, 404, 'leaflets.unknown', { back: '/console/leaflets' });
    const actor = actorOf(memberOf(response).member);
    await recordPrint({ memos, audit: editions.audit, clock }, actor, shelf.current.hash, leaflet);
    goTo(response, '/leaflets', 'leaflets.done.printed');
  });
  return {
    path: '/leaflets',
    navKey: 'leaflets.nav',
    aboutKey: 'leaflets.about',
    act: 'read',
    router,
    news: async ({ t }) => {
      const prints = await readPrints(memos);
      const count = shelf.current.file.languages.filter(({ tag }) => {
        const leaflet = leafletOf(shelf.current, tag);
        return leaflet !== null && isOutdated(prints[tag], leaflet);
      }).length;
      return count === 0 ? null : t('leaflets.news', { count });
    },
  };
}

async function showLeaflet(parts: LeafletPageParts, response: Response, leaflet: Leaflet): Promise<void> {
  const { shelf, editions, approvals, memos, clock } = parts;
  const { t, language } = visitOf(response);
  const last = (await readPrints(memos))[leaflet.language];
  const record = await editions.find(shelf.current.hash);
  const unapproved = record ? await approvals.unapproved(record) : [];
  const own = unapproved.filter((text) => text.language === leaflet.language).length;
  const offers = (list: Leaflet['topics']) =>
    list.map(({ key, sentences }) => ({ key, sentences: sentences.map(showSaid) }));
  show(response, 'leaflet', {
    title: t('leaflets.one', { name: leaflet.name }),
    trail: [{ path: '/leaflets', text: t('leaflets.title') }],
    leaflet: {
      ...leaflet,
      start: leaflet.start.map(showSaid),
      languageKey: offers([leaflet.languageKey])[0],
      topics: offers(leaflet.topics),
      commands: offers(leaflet.commands),
      emergency: leaflet.emergency.map(showSaid),
      addresses: leaflet.addresses.map((each) => ({ ...each, name: plainParts(each.name) })),
      contacts: leaflet.contacts.map((each) => ({
        ...each,
        name: plainParts(each.name),
        hours: each.hours.map(showSaid),
      })),
    },
    isOutdated: isOutdated(last, leaflet),
    mark: record && showMark(t, own),
    footer: t('leaflets.footer', { number: record?.number ?? 0, when: showMoment(language, clock()) }),
  });
}

/** A name with readings, as it stands in the line's file. */
const plainParts = (name: string): ShownPart[] =>
  parseSentence(name).map((part) => (part.kind === 'place' ? { ...part, value: null } : part));
