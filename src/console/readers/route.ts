import { type Request, type Response, Router } from 'express';
import { copyField } from '../../frame/fields.ts';
import { formatMoment } from '../../frame/format-moment.ts';
import { formatPerson } from '../../frame/format-person.ts';
import { html, type View } from '../../frame/html.ts';
import { banner, type Status } from '../../frame/parts.ts';
import { chosen, numberOf, readForm, textLine } from '../../frame/read-form.ts';
import { requireMember } from '../../frame/require-member.ts';
import { goTo, show, showMessage } from '../../frame/show.ts';
import { actorIn, memberOf, type Visitor, visitOf } from '../../frame/visit.ts';
import { type Names, namesIn } from '../../naming/names.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { unreadPrompts } from '../../office/drafts/unread-texts.ts';
import type { ListedReview } from '../../office/editions/native-review/native-review-desk.ts';
import type { Remark } from '../../office/editions/native-review/native-review-records.ts';
import { isOpen, nativeReviewLimits } from '../../office/editions/native-review/native-review-state.ts';
import { may } from '../../office/staff/role.ts';
import { requiredPromptsIn } from '../../words/prompt-ids.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { pathOfText } from '../text/open-text.ts';
import { describeRemark } from '../text/reader-remarks.ts';
import { partsOfText } from '../text/sentence.ts';
import { type DescribedReview, type ReadersData, readersView } from './list-view.ts';
import { oneReviewView } from './one-view.ts';

type ReadersParts = Pick<ConsoleParts, 'nativeReviews' | 'approvals' | 'drafts' | 'publicUrl'>;

/** Maximum number of reviews in the list, newest first. An office has fewer reviews under way at the same time. */
const mostListed = 100;

const back = '/console/readers';

/**
 * `/console/readers`: links for native readers without accounts. `/<number>` below it shows the answers of the reader
 * of one link.
 */
export function createReadersPage(parts: ReadersParts): ConsolePage {
  const { nativeReviews, drafts } = parts;
  const router = Router();
  const mayEdit = requireMember('edit');

  router.get('/', (_request, response) => showList(parts, response));

  router.post('/', mayEdit, async (request, response) => {
    const { t } = visitOf(response);
    const { typed, errors, isGood } = readForm(request, t, {
      language: chosen,
      reader: textLine(nativeReviewLimits.reader),
    });
    if (!isGood) return showList(parts, response, { typed, errors }, 422);
    const made = await nativeReviews.make(actorIn(response), typed);
    switch (made.kind) {
      case 'made':
        return showLink(parts, request, response, { ...typed, ...made });
      case 'not-allowed':
        return showMessage(response, 403, 'frame.not-allowed');
      case 'unknown-language':
        return showList(parts, response, { typed, errors: { language: t('readers.wrong.unknown-language') } }, 422);
      default:
        return showList(parts, response, { typed, errors: { reader: t(`readers.wrong.${made.kind}`) } }, 422);
    }
  });

  router.get('/:number', async ({ params }, response) => {
    const visit = visitOf(response);
    const number = numberOf(params.number);
    const found = number === null ? null : await nativeReviews.remarksOf(number);
    if (!found) return showMessage(response, 404, 'readers.unknown', { back });
    const now = await drafts.read();
    const names = namesIn(visit, now);
    const review = describe(visit, names, found);
    show(response, oneReviewView, {
      title: visit.t('readers.one-title', { reader: review.reader, language: review.language }),
      trail: [{ path: '/readers', text: visit.t('readers.title') }],
      review,
      remarks: found.remarks.map((remark) => {
        const sentences = remark.isCurrent ? (now.find(remark.language, remark.prompt)?.sentences ?? []) : [];
        const said = { ...remark, reader: review.reader };
        return {
          ...describeRemark(visit, said, sentences, partsOfText(now.draft, remark, names)),
          prompt: remark.prompt,
          name: names.prompt(remark.prompt),
          isCurrent: remark.isCurrent,
          settled:
            remark.settled &&
            visit.t('readers.settled-by', {
              who: formatPerson(visit, remark.settled.by),
              when: formatMoment(visit.language, remark.settled.at),
            }),
        };
      }),
      mayEdit: may(memberOf(response).member.role, 'edit'),
      isOpen: isOpen(found.state),
    });
  });

  router.post('/:number/revoke', mayEdit, async ({ params }, response) => {
    const number = numberOf(params.number);
    const { kind } = number === null ? { kind: 'unknown' } : await nativeReviews.revoke(actorIn(response), number);
    if (kind === 'revoked') return goTo(response, `/readers/${number}`, 'readers.done.revoked');
    if (kind === 'over-before') return goTo(response, `/readers/${number}`);
    showMessage(response, 404, 'readers.unknown', { back });
  });

  // Forms are posted to this address. A browser that opens it as a page is redirected to the list.
  router.get('/remarks/:number', ({ params }, response, next) =>
    numberOf(params.number) === null ? next() : response.redirect(303, '/console/readers'),
  );

  router.post('/remarks/:number', mayEdit, async (request, response) => {
    const number = numberOf(request.params.number);
    const from = numberOf(readForm(request, visitOf(response).t, { from: chosen }).typed.from);
    const settled = number === null ? null : await nativeReviews.settle(actorIn(response), number);
    if (settled?.kind !== 'settled') return showMessage(response, 404, 'readers.unknown', { back });
    const { language, prompt } = settled;
    goTo(response, from === null ? pathOfText(language, prompt) : `/readers/${from}`, 'readers.done.settled');
  });

  return {
    path: '/readers',
    group: 'publish',
    navKey: 'readers.nav',
    aboutKey: 'readers.about',
    act: 'read',
    router,
  };
}

const emptyForm = { typed: { language: '', reader: '' }, errors: {} };

async function showList(
  { nativeReviews, approvals }: ReadersParts,
  response: Response,
  form: Pick<ReadersData, 'typed' | 'errors'> = emptyForm,
  status = 200,
): Promise<void> {
  const visit = visitOf(response);
  const situation = await approvals.read();
  const { now } = situation;
  const line = now.line.file;
  const remarks = await nativeReviews.openIn(situation, null);
  const names = namesIn(visit, now);
  show(response, readersView, {
    status,
    title: visit.t('readers.title'),
    languages: line.languages.map(({ tag, name }) => ({
      ...{ tag, name, called: names.language(tag) },
      ...unreadIn(now, tag, remarks),
    })),
    reviews: (await nativeReviews.list(situation, mostListed)).map((each) => describe(visit, names, each)),
    mayMake: may(memberOf(response).member.role, 'edit'),
    ...form,
  });
}

/**
 * Counts three kinds of texts of a language: written texts that no native reader has reviewed, texts with an open
 * remark, and all texts that the language needs.
 */
function unreadIn(now: DraftNow, tag: string, remarks: readonly Pick<Remark, 'language' | 'prompt'>[]) {
  const objected = new Set(remarks.filter(({ language }) => language === tag).map(({ prompt }) => prompt));
  return {
    unread: unreadPrompts(now, tag).filter((prompt) => !objected.has(prompt)).length,
    objected: objected.size,
    all: requiredPromptsIn(now.line.file, tag).length,
  };
}

function describe(
  visitor: Pick<Visitor, 't' | 'language' | 'people'>,
  names: Names,
  { review, state, progress }: ListedReview,
): DescribedReview {
  const { t, language } = visitor;
  const kinds = {
    waiting: 'information',
    begun: 'information',
    finished: 'good',
    revoked: 'plain',
    over: 'plain',
  } as const;
  const status: Status = { kind: kinds[state], text: t(`readers.state.${state}`) };
  return {
    number: review.number,
    reader: review.reader,
    tag: review.language,
    language: names.language(review.language),
    who: formatPerson(visitor, review.by),
    when: formatMoment(language, review.madeAt),
    until: formatMoment(language, review.validUntil),
    status,
    progress,
  };
}

interface LinkData {
  readonly reader: string;
  readonly language: string;
  readonly until: string;
  readonly address: string;
}

/** Shows a new link. A link can be shown only once, because only the hash of its token is stored. */
async function showLink(
  { drafts, publicUrl }: ReadersParts,
  request: Request,
  response: Response,
  made: { readonly token: string; readonly reader: string; readonly language: string; readonly validUntil: number },
): Promise<void> {
  const visit = visitOf(response);
  const { t, language } = visit;
  const origin = publicUrl ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`;
  show(response, linkView, {
    title: t('readers.link-title'),
    trail: [{ path: '/readers', text: t('readers.title') }],
    reader: made.reader,
    language: namesIn(visit, await drafts.read()).language(made.language),
    until: formatMoment(language, made.validUntil),
    address: `${origin}/console/reading/${made.token}`,
  });
}

const linkView: View<LinkData> = (
  { reader, language, until, address },
  { t },
) => html`<p>${t('readers.link-about', { reader, language, until })}</p>
${banner({ kind: 'warning', text: t('readers.link-once') })}
${copyField(t, { label: t('readers.link'), value: address })}
<p><a href="/console/readers">${t('readers.back')}</a></p>`;
