import { type Request, type Response, Router } from 'express';
import type { ConsoleParts } from '../console-parts.ts';
import { fieldOf } from '../form.ts';
import { requireMember } from '../require-member.ts';
import { showMessage } from '../show.ts';
import { visitOf } from '../visit.ts';
import { destinationErrors, idError, toDestination } from './destinations-check.ts';
import {
  type DestinationFile,
  newDestination,
  readDestination,
  takeDestinationStep,
  tidyDestination,
  typedDestination,
} from './destinations-form.ts';
import { showDestinationForm, usersOf } from './destinations-page.ts';
import { freshForm, saveForm, sentForm } from './line-form.ts';
import { todayIn } from './line-today.ts';

type DestinationParts = Pick<ConsoleParts, 'drafts' | 'clock'>;

/** `/console/destinations/new` and `/console/destinations/<id>`. */
export function createDestinationRouter(parts: DestinationParts): Router {
  const { drafts, clock } = parts;
  const router = Router();
  router.use(requireMember('edit'));
  router.get('/new', async (_request, response) => {
    const now = await drafts.read();
    showDestinationForm(response, now, newDestination(''), freshForm(now), { isNew: true, now: clock() });
  });
  router.post('/new', (request, response) => changeDestination(parts, request, response, null));
  router.get('/:id', async (request, response) => {
    const now = await drafts.read();
    const found = now.line.file.destinations.find(({ id }) => id === request.params.id);
    if (!found) return showMessage(response, 404, 'destinations.missing', { back: '/console/destinations' });
    showDestinationForm(response, now, typedDestination(found), freshForm(now), { isNew: false, now: clock() });
  });
  router.post('/:id', (request, response) => changeDestination(parts, request, response, request.params.id));
  router.post('/:id/remove', (request, response) => removeDestination(parts, request, response, request.params.id));
  return router;
}

/** @param existing the id of the destination; null for a new one, whose id is typed */
async function changeDestination(
  parts: DestinationParts,
  request: Request,
  response: Response,
  existing: string | null,
): Promise<void> {
  const { t } = visitOf(response);
  const now = await parts.drafts.read();
  const { file } = now.line;
  const page = { isNew: existing === null, now: parts.clock() };
  const id = existing ?? fieldOf(request, 'id').trim();
  const isKept = file.destinations.some((each) => each.id === id);
  if (!page.isNew && !isKept && idError(id, [], t) !== null) {
    return showMessage(response, 404, 'destinations.missing', { back: '/console/destinations' });
  }
  const typed = readDestination(request, id);
  const step = fieldOf(request, 'step');
  if (step !== '') {
    const focus = new Map([
      ['add-dial', `number-${typed.dials.length}`],
      ['add-closed', `from-${typed.closed.length}`],
    ]).get(step);
    const stepped = takeDestinationStep(typed, step);
    return showDestinationForm(response, now, stepped, sentForm(request), { ...page, ...(focus && { focus }) });
  }
  const tidy = tidyDestination(typed);
  const ids = file.destinations.map((each) => each.id);
  const wrongId = page.isNew ? idError(id, ids, t) : null;
  const errors = {
    ...destinationErrors(tidy, file, todayIn(file.timeZone, page.now), t),
    ...(wrongId && { id: wrongId }),
  };
  if (Object.keys(errors).length > 0) {
    return showDestinationForm(response, now, tidy, sentForm(request, { status: 422, errors }), page);
  }
  const destination = toDestination(tidy);
  const before = file.destinations.find((each) => each.id === id);
  const destinations = before
    ? file.destinations.map((each) => (each.id === id ? destination : each))
    : [...file.destinations, destination];
  const about = { name: id, before: summary(before), after: summary(destination) };
  const change = { file: { ...file, destinations }, what: 'destination', about } as const;
  const notice = isRewritten(typed.dials, tidy.dials) ? 'destinations.done.tidied' : 'destinations.done.saved';
  const form = await saveForm(parts, request, response, change, { path: '/destinations', notice });
  if (form) showDestinationForm(response, await parts.drafts.read(), tidy, form, page);
}

/** Whether a number was brought into the form in which it is dialled. */
const isRewritten = (typed: readonly { number: string }[], tidy: readonly { number: string }[]): boolean =>
  tidy.some(({ number }) => !typed.some((each) => each.number === number));

/** What the audit says of a destination. */
const summary = (destination: DestinationFile | undefined): string | null =>
  destination === undefined
    ? null
    : [
        destination.number,
        destination.dials.map(({ number, triedOn }) => (triedOn ? `${number} (${triedOn})` : number)).join(', '),
        destination.hours ?? '–',
        destination.languages.join(' '),
      ].join(' / ');

/** Only where nothing leads to can go, and one has to stay. */
async function removeDestination(
  parts: DestinationParts,
  request: Request,
  response: Response,
  id: string,
): Promise<void> {
  const { t } = visitOf(response);
  const now = await parts.drafts.read();
  const { file } = now.line;
  const found = file.destinations.find((each) => each.id === id);
  if (!found) return showMessage(response, 404, 'destinations.missing', { back: '/console/destinations' });
  const showAgain = (form: ReturnType<typeof sentForm>) =>
    showDestinationForm(response, now, typedDestination(found), form, { isNew: false, now: parts.clock() });
  if (usersOf(file, id).length > 0) {
    return showAgain(sentForm(request, { status: 422, problems: [t('destinations.still-used')] }));
  }
  const destinations = file.destinations.filter((each) => each.id !== id);
  const about = { name: id, before: summary(found), after: null };
  const change = { file: { ...file, destinations }, what: 'destination', about } as const;
  const done = { path: '/destinations', notice: 'destinations.done.removed' };
  const form = await saveForm(parts, request, response, change, done);
  if (form) showAgain(form);
}
