import { type Request, type Response, Router } from 'express';
import { chosen, readForm, ticked } from '../../frame/read-form.ts';
import { requireMember } from '../../frame/require-member.ts';
import { show } from '../../frame/show.ts';
import { visitOf } from '../../frame/visit.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { freshForm, type LineFormState, saveForm, sentForm } from '../line/line-form.ts';
import { startView } from './start-view.ts';

/** The settings that apply until a caller has chosen a language. */
type Start = Pick<LineFile, 'announcers' | 'defaultDestination'>;

/**
 * The last part of the address. Other addresses have a language tag here. The word `start` cannot be a tag, because the
 * first part of a tag has only two or three letters.
 */
export const startAddress = 'start';

/** `/console/languages/start`: the announcers, and the destination of callers who have not chosen a language yet. */
export function createStartRouter({ drafts }: Pick<ConsoleParts, 'drafts'>): Router {
  const router = Router();
  const route = router.route(`/${startAddress}`).all(requireMember('edit'));
  route.get(async (_request, response) => {
    const now = await drafts.read();
    showStart(response, now, now.line.file, freshForm(now));
  });
  route.post(async (request, response) => {
    const { t } = visitOf(response);
    const now = await drafts.read();
    const { file } = now.line;
    const typed = readStart(request, response, file);
    const isDestination = file.destinations.some(({ id }) => id === typed.defaultDestination);
    const errors = {
      ...(typed.announcers.length === 0 && { announcers: t('languages.start.no-announcer') }),
      ...(!isDestination && { defaultDestination: t('languages.wrong.destination') }),
    };
    if (Object.keys(errors).length > 0) {
      return showStart(response, now, typed, sentForm(request, { status: 422, errors }));
    }
    const about = { name: 'start', before: summary(file), after: summary(typed) };
    const change = { file: { ...file, ...typed }, what: 'line', about } as const;
    const done = { path: '/languages', notice: 'languages.done.saved' } as const;
    const form = await saveForm({ drafts }, request, response, change, done);
    if (form) showStart(response, await drafts.read(), typed, form);
  });
  return router;
}

/** Reads the form. Announcers keep their order. New announcers follow, in the order of the menu. */
function readStart(request: Request, response: Response, { announcers, languages }: LineFile): Start {
  const { typed } = readForm(request, visitOf(response).t, { defaultDestination: chosen });
  const tags = [...new Set([...announcers, ...languages.map(({ tag }) => tag)])];
  const isOffered = (tag: string) => languages.some((each) => each.tag === tag);
  const announcing = ticked(request, 'announces-');
  return {
    announcers: tags.filter((tag) => isOffered(tag) && announcing.includes(tag)),
    defaultDestination: typed.defaultDestination,
  };
}

const summary = ({ announcers, defaultDestination }: Start): string =>
  `${announcers.join(', ')} / ${defaultDestination}`;

function showStart(response: Response, { line }: DraftNow, typed: Start, form: LineFormState): void {
  const { t, language } = visitOf(response);
  const { languages, destinations } = line.file;
  show(response, startView, {
    status: form.status,
    title: t('languages.start.title'),
    trail: [{ path: '/languages', text: t('languages.nav') }],
    form,
    languages: languages.map(({ tag, name }) => ({ tag, name, isChosen: typed.announcers.includes(tag) })),
    destinations: destinations.map(({ id, name }) => ({ value: id, text: name[language] })),
    destination: typed.defaultDestination,
  });
}
