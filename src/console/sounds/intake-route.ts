import type { Request, Response } from 'express';
import { show, showMessage } from '../../frame/show.ts';
import { fileOf } from '../../frame/uploads.ts';
import { actorIn, memberOf, visitOf } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import { draftOf } from '../../office/editions/edition-content.ts';
import { may } from '../../office/staff/role.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { type Intake, soundsView } from './intake-view.ts';

type IntakeParts = Pick<ConsoleParts, 'drafts' | 'editions' | 'shelf' | 'intake'>;

/**
 * Answers with the page `/console/sounds`. It has links to save the sounds of each language, and a form that imports
 * sound files.
 * @param intake the outcome of the submitted form; null if no form was submitted
 */
export async function showSounds(
  { drafts }: Pick<IntakeParts, 'drafts'>,
  response: Response,
  intake: Intake | null = null,
): Promise<void> {
  const visit = visitOf(response);
  const now = await drafts.read();
  const names = namesIn(visit, now);
  show(response, soundsView, {
    status: intake === null || intake.kind === 'taken' ? 200 : 422,
    title: visit.t('sounds.title'),
    languages: now.line.file.languages.map(({ tag }) => ({ tag, name: names.language(tag) })),
    mayTake: may(memberOf(response).member.role, 'approve'),
    intake,
  });
}

/** Answers `POST /console/sounds`: imports sounds made by a Kotozute, as a WAV file or a ZIP file of WAV files. */
export async function takeSounds(parts: IntakeParts, request: Request, response: Response): Promise<void> {
  const { drafts, editions, shelf, intake } = parts;
  const file = fileOf(request, 'file');
  if (!file) return showSounds(parts, response, { kind: 'no-file' });
  const live = await editions.find(shelf.current.hash);
  const sources = [(await drafts.read()).draft, ...(live ? [draftOf(live)] : [])];
  const result = await intake.take(actorIn(response), sources, file);
  switch (result.kind) {
    case 'not-allowed':
      return showMessage(response, 403, 'frame.not-allowed');
    case 'busy':
      return showMessage(response, 503, 'sounds.taking', { back: '/console/sounds' });
    default:
      return showSounds(parts, response, result);
  }
}
