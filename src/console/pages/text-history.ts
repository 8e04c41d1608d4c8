import { Router } from 'express';
import { blocksPublication } from '../../office/drafts/check-text.ts';
import { compareAll } from '../../office/drafts/compare-texts.ts';
import { actorOf } from '../../office/staff/desk/actor.ts';
import { may } from '../../office/staff/role.ts';
import { fieldOf } from '../form.ts';
import { numberOf } from '../number-of.ts';
import { requireMember } from '../require-member.ts';
import { goTo, show, showMessage } from '../show.ts';
import { showPerson } from '../show-act.ts';
import { showMoment } from '../show-moment.ts';
import { memberOf, visitOf } from '../visit.ts';
import { openText } from './open-text.ts';
import { showChange } from './show-change.ts';
import { sentenceShower, valuesIn } from './show-sentence.ts';
import type { TextParts } from './text-page.ts';

/** Revisions on one page; each is compared with the one before it. */
const perPage = 20;

/** What was said in a text before: `…/history?before=<revision>`, and `…/restore`. */
export function createTextHistoryRouter(parts: Pick<TextParts, 'drafts'>): Router {
  const { drafts } = parts;
  const router = Router();

  router.get('/:language/:prompt/history', async (request, response) => {
    const { t, language: consoleLanguage } = visitOf(response);
    const open = await openText(parts, request, response);
    if (!open) return;
    const { now, language, languageName, prompt, path, text, sourceNow } = open;
    const kept = await drafts.history(language, prompt);
    // As long as the files are the draft, the one revision there is stands in no history.
    const all = kept.length > 0 || !text ? kept : [text];
    const before = numberOf(request.query.before);
    const from = before === null ? all : all.filter(({ revision }) => revision < before);
    const showSentence = sentenceShower(valuesIn(now.line.file, language, null));
    const revisions = from.slice(0, perPage);
    const compared = await compareAll(
      revisions.map(({ sentences }, index) => ({
        language,
        before: from[index + 1]?.sentences ?? [],
        after: sentences,
      })),
    );
    const entries = revisions.map((entry, index) => ({
      ...entry,
      who: showPerson(t, entry.by),
      when: showMoment(consoleLanguage, entry.at),
      what: t(`text.acts.${entry.act}`),
      isNewest: entry.revision === text?.revision,
      shown: entry.sentences.map(showSentence),
      change: showChange(compared[index] ?? [], showSentence),
    }));
    show(response, 'text-history', {
      title: t('text.history.title'),
      trail: [
        { path: '/texts', text: t('ledger.nav') },
        { path, text: t('text.title', { language: languageName, prompt }) },
      ],
      address: `/console${path}`,
      tag: language,
      entries,
      isFirst: from.length === all.length,
      older: from.length > perPage ? entries.at(-1)?.revision : null,
      basedOn: text?.revision ?? 0,
      sourceNow,
      mayEdit: may(memberOf(response).member.role, 'edit'),
    });
  });

  router.post('/:language/:prompt/restore', requireMember('edit'), async (request, response) => {
    const open = await openText(parts, request, response);
    if (!open) return;
    const { language, prompt, path } = open;
    const basedOn = numberOf(fieldOf(request, 'basedOn')) ?? 0;
    const chosen = { language, prompt, basedOn, sourceSeen: fieldOf(request, 'sourceSeen') };
    const revision = numberOf(fieldOf(request, 'revision')) ?? 0;
    const earlier = (await drafts.history(language, prompt)).find((each) => each.revision === revision);
    const isHeldBack =
      earlier !== undefined && blocksPublication(open.now, { language, prompt, sentences: earlier.sentences });
    const { kind } = await drafts.restoreText(actorOf(memberOf(response).member), chosen, revision, !isHeldBack);
    if (kind === 'saved') return goTo(response, path, isHeldBack ? 'text.done.draft' : 'text.done.restored');
    if (kind === 'unchanged') return goTo(response, path, 'text.done.unchanged');
    if (kind === 'conflict') return showMessage(response, 409, 'text.meanwhile', { back: `/console${path}/history` });
    showMessage(response, 404, 'text.missing', { back: `/console${path}/history` });
  });
  return router;
}
