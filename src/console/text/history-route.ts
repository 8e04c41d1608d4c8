import { Router } from 'express';
import { formatMoment } from '../../frame/format-moment.ts';
import { formatPerson } from '../../frame/format-person.ts';
import { integer, numberOf, readForm } from '../../frame/read-form.ts';
import { requireMember } from '../../frame/require-member.ts';
import { goTo, show, showMessage } from '../../frame/show.ts';
import { actorIn, memberOf, visitOf } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import { blocksPublication } from '../../office/drafts/check-text.ts';
import { compareAll } from '../../office/drafts/compare-texts.ts';
import { may } from '../../office/staff/role.ts';
import { stretchesOf } from './change.ts';
import { historyView } from './history-view.ts';
import { openText, seenFields } from './open-text.ts';
import type { TextParts } from './page.ts';
import { partsOfText } from './sentence.ts';

/** Maximum number of revisions on a page. More would take long, because each is compared with the one before it. */
const perPage = 20;

/**
 * The history of a text, at addresses below the address of the text. `/history` shows the newest revisions, and
 * `/history?before=<revision>` shows older ones. `/restore` restores a revision.
 */
export function createTextHistoryRouter(parts: Pick<TextParts, 'drafts'>): Router {
  const { drafts } = parts;
  const router = Router();

  router.get('/:language/:prompt/history', async (request, response) => {
    const visit = visitOf(response);
    const { t, language: consoleLanguage } = visit;
    const open = await openText(parts, request, response);
    if (!open) return;
    const { now, language, prompt, path, text, sourceNow } = open;
    const names = namesIn(visit, now);
    const kept = await drafts.history(language, prompt);
    // Until the first change is saved, the draft is the prompts folder, and no revisions are stored. The text itself is
    // then shown as its only revision.
    const all = kept.length > 0 || !text ? kept : [text];
    const before = numberOf(request.query.before);
    const from = before === null ? all : all.filter(({ revision }) => revision < before);
    const partsOf = partsOfText(now.draft, { language, prompt }, names);
    const revisions = from.slice(0, perPage);
    const compared = await compareAll(
      revisions.map(({ sentences }, index) => ({
        language,
        before: from[index + 1]?.sentences ?? [],
        after: sentences,
      })),
    );
    const entries = revisions.map((entry, index) => ({
      revision: entry.revision,
      who: formatPerson(visit, entry.by),
      when: formatMoment(consoleLanguage, entry.at),
      what: t(`text.acts.${entry.act}`),
      isReady: entry.isReady,
      isNewest: entry.revision === text?.revision,
      reason: entry.reason,
      sentences: entry.sentences.map(partsOf),
      change: stretchesOf(compared[index] ?? [], partsOf),
    }));
    show(response, historyView, {
      title: t('text.history.title'),
      trail: [
        { path: '/texts', text: t('ledger.nav') },
        { path, text: t('text.title', { language: names.language(language), prompt: names.prompt(prompt) }) },
      ],
      address: `/console${path}`,
      tag: language,
      entries,
      isFirst: from.length === all.length,
      older: from.length > perPage ? (entries.at(-1)?.revision ?? null) : null,
      basedOn: text?.revision ?? 0,
      sourceNow,
      mayEdit: may(memberOf(response).member.role, 'edit'),
    });
  });

  router.post('/:language/:prompt/restore', requireMember('edit'), async (request, response) => {
    const open = await openText(parts, request, response);
    if (!open) return;
    const { language, prompt, path } = open;
    const { revision, ...seen } = readForm(request, visitOf(response).t, { ...seenFields, revision: integer }).typed;
    const earlier = (await drafts.history(language, prompt)).find((each) => each.revision === revision);
    const isHeldBack =
      earlier !== undefined && blocksPublication(open.now, { language, prompt, sentences: earlier.sentences });
    const { kind } = await drafts.restoreText(actorIn(response), { language, prompt, ...seen }, revision, !isHeldBack);
    if (kind === 'saved') return goTo(response, path, isHeldBack ? 'text.done.draft' : 'text.done.restored');
    if (kind === 'unchanged') return goTo(response, path, 'text.done.unchanged');
    if (kind === 'conflict') return showMessage(response, 409, 'text.meanwhile', { back: `/console${path}/history` });
    showMessage(response, 404, 'text.missing', { back: `/console${path}/history` });
  });
  return router;
}
