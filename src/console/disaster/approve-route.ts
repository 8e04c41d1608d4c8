import { type Request, type Response, Router } from 'express';
import { integer, numberOf, readForm } from '../../frame/read-form.ts';
import { requireMember } from '../../frame/require-member.ts';
import { goTo, show } from '../../frame/show.ts';
import { actorIn, memberOf, visitOf } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import {
  chooseLanguages,
  isReady,
  judgeDisaster,
  type Playlist,
  waitingDisaster,
} from '../../office/disaster/approve-disaster.ts';
import { promptsOf } from '../../office/disaster/disaster-state.ts';
import { announcersFirst } from '../../office/disaster/readiness.ts';
import type { OpenListening } from '../../office/editions/approval/listen.ts';
import { may } from '../../office/staff/role.ts';
import { endElsewhere, notHeard } from '../approvals/heard-elsewhere.ts';
import { whyNot } from '../approvals/why-not.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { approveDisasterView, describeTexts } from './approve-view.ts';

type ApproveParts = Pick<ConsoleParts, 'approvals' | 'report' | 'disaster'>;

/** Comes before the languages in an address that means only the texts of the notice that is on: `of-notice.ja.en`. */
const ofNotice = 'of-notice';

/**
 * `/console/disaster/approve`: the texts of a disaster notice, in playlists. The first playlist is for the announcers'
 * languages. Each other language then has its own. Staff hear the texts of a playlist once, in several listenings one
 * after the other, and approve them together. An address such as `/console/disaster/approve/ja.en` has a playlist for
 * the languages that it names. While a notice is on, its texts come first, because callers hear no other disaster texts
 * now.
 */
export function createApproveRouter(parts: ApproveParts): Router {
  const { approvals, report } = parts;
  const router = Router();
  const approve = requireMember('approve');
  router.get(['/', '/:languages'], async (request, response) => {
    const number = numberOf(request.query.listening);
    const listening = number === null ? null : await approvals.readListening(actorIn(response), number);
    await showApprove(parts, response, { asked: asked(request), listening, isHeard: request.query.heard === 'yes' });
  });

  router.post('/:languages/listening', approve, (request, response) => playNext(request, response));

  router.post('/:languages/listened', approve, async (request, response) => {
    const { t } = visitOf(response);
    const number = readForm(request, t, { listening: integer }).typed.listening;
    const result = await approvals.endListening(actorIn(response), number);
    if (result.kind === 'heard') return playNext(request, response);
    const why = await notHeard(approvals, response, number, result);
    await showApprove(parts, response, { asked: asked(request), ...why });
  });

  router.post('/:languages/heard-elsewhere', approve, async (request, response) => {
    const { refused } = await endElsewhere(parts, request, response);
    if (refused) return showApprove(parts, response, { asked: asked(request), ...refused, isFile: true });
    await playNext(request, response);
  });

  router.post('/:languages/approve', approve, async (request, response) => {
    const { heard } = await judgeDisaster(approvals, actorIn(response), playlistOf(parts, asked(request)));
    const result = await approvals.approve(actorIn(response), { texts: heard, reader: null });
    if (result.kind === 'approved') return goTo(response, '/disaster/approve', 'disaster-approval.done.approved');
    if (result.kind === 'not-spoken') result.failures.forEach(report);
    await showApprove(parts, response, { asked: asked(request), ...(await whyNot(parts, response, result)) });
  });

  /**
   * Begins the next listening of the playlist, with texts that are still unheard. If all were heard, goes to the
   * approval. If nothing can be played, shows the page with the reason.
   */
  async function playNext(request: Request, response: Response): Promise<void> {
    const path = `/disaster/approve/${asked(request)}`;
    const playlist = playlistOf(parts, asked(request));
    const { unheard, heard, own } = await judgeDisaster(approvals, actorIn(response), playlist);
    if (unheard.length === 0 && heard.length > 0) return goTo(response, `${path}?heard=yes`, 'approvals.done.heard');
    const result = await approvals.beginListening(actorIn(response), unheard);
    if (result.kind === 'begun') return goTo(response, `${path}?listening=${result.number}`);
    if (result.kind === 'not-spoken') result.failures.forEach(report);
    const onlyOwn = unheard.length === 0 && own.length > 0;
    const only = { problems: [visitOf(response).t('disaster-approval.only-own')] };
    const why = onlyOwn ? only : await whyNot(parts, response, result);
    await showApprove(parts, response, { asked: asked(request), ...why });
  }
  return router;
}

/**
 * The playlist that the address names: tags of languages, divided by dots, possibly after `ofNotice`. Some of the tags
 * may not be languages of the line.
 */
const asked = ({ params }: Request): string => String(params.languages ?? '');

function playlistOf({ disaster }: ApproveParts, name: string): Playlist {
  const tags = name.split('.');
  if (tags[0] !== ofNotice) return { tags, only: null };
  const { on } = disaster.state();
  return { tags: tags.slice(1), only: new Set(on ? promptsOf(on) : []) };
}

/** What the form or the address of a request contains, and the outcome of the request. */
interface Sent {
  /** The playlist that the address names; empty by default. */
  readonly asked?: string;
  readonly listening?: OpenListening | null;
  /** Whether the request was about the listening's file. The file and its form are then unfolded. */
  readonly isFile?: boolean;
  /** Whether the address says that the playlist was heard to its end. */
  readonly isHeard?: boolean;
  /** Sentences that say why the request was refused. */
  readonly problems?: readonly string[];
  /** What the program says about these problems, for the technician. */
  readonly details?: readonly string[];
  /** The status of the answer; by default 409 if there are problems, otherwise 200. */
  readonly status?: number;
}

async function showApprove(
  parts: ApproveParts,
  response: Response,
  { asked: name = '', listening = null, isFile = false, isHeard = false, problems = [], details = [], status }: Sent,
): Promise<void> {
  const visit = visitOf(response);
  const situation = await parts.approvals.read();
  const { now, live, draft } = situation;
  const { file } = now.line;
  const waiting = waitingDisaster(situation, null);
  const isNoticeWaiting = waitingDisaster(situation, playlistOf(parts, ofNotice).only).length > 0;
  const asksForNotice = name.split('.')[0] === ofNotice;
  const isOfNotice = isNoticeWaiting && (name === '' || asksForNotice);
  // The notice may have ended, or been approved, since the address was made. The address then counts as one without a
  // playlist.
  const other = asksForNotice ? '' : name;
  const playlist = playlistOf(parts, isOfNotice ? name || ofNotice : other);
  const inPlaylist = waitingDisaster(situation, playlist.only);
  const chosen = chooseLanguages(playlist.tags, file, inPlaylist);
  const names = namesIn(visit, now, [live.draft.line, draft.draft.line]);
  const mayApprove = may(memberOf(response).member.role, 'approve');
  const judged =
    mayApprove && chosen.length > 0
      ? await judgeDisaster(parts.approvals, actorIn(response), { ...playlist, tags: chosen })
      : null;
  show(response, approveDisasterView, {
    status: status ?? (problems.length > 0 ? 409 : 200),
    title: visit.t('disaster-approval.title'),
    trail: [{ path: '/disaster', text: visit.t('disaster.nav') }],
    address: `/console/disaster/approve/${[...(isOfNotice ? [ofNotice] : []), ...chosen].join('.')}`,
    isOfNotice,
    problems,
    details,
    languages: announcersFirst(file).map((tag) => ({
      tag,
      name: names.language(tag),
      isFirst: file.announcers.includes(tag),
      waiting: waiting.filter(({ language }) => language === tag).length,
      isReady: isReady(situation, tag),
      texts: chosen.includes(tag)
        ? describeTexts(
            names,
            situation,
            inPlaylist.filter(({ language }) => language === tag),
          )
        : [],
    })),
    chosen,
    playing: listening && {
      listening,
      names: listening.texts.map(names.text),
      heard: [],
      areSomeChanged: false,
      isFile,
    },
    heard: isHeard ? (judged?.heard.length ?? 0) : 0,
    toHear: judged ? judged.unheard.length + judged.heard.length : 0,
    mayApprove,
  });
}
