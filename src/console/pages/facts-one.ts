import { type Request, type Response, Router } from 'express';
import { factUses, isUnused } from '../../office/drafts/fact-uses.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { fieldOf } from '../form.ts';
import { requireMember } from '../require-member.ts';
import { show, showMessage } from '../show.ts';
import { visitOf } from '../visit.ts';
import { checkFact, nameError } from './facts-check.ts';
import { factTypes, isFactType, newFact, readTyped, takeStep, tidyFact, typedOf, wasTidied } from './facts-form.ts';
import { showFactForm } from './facts-page.ts';
import { showValue } from './facts-value.ts';
import { freshForm, saveForm, sentForm } from './line-form.ts';
import { todayIn } from './line-today.ts';

type FactParts = Pick<ConsoleParts, 'drafts' | 'clock'>;

/** `/console/facts/new` and `/console/facts/<name>`. */
export function createFactRouter(parts: FactParts): Router {
  const { drafts, clock } = parts;
  const router = Router();
  router.use(requireMember('edit'));

  router.get('/new', async (request, response) => {
    const type = String(request.query.type ?? '');
    const { t } = visitOf(response);
    const trail = [{ path: '/facts', text: t('facts.nav') }];
    if (!isFactType(type)) return show(response, 'facts-new', { title: t('facts.add'), trail, types: factTypes });
    const now = await drafts.read();
    const { facts, timeZone } = now.line.file;
    const numbers = Array.from({ length: Object.keys(facts).length + 1 }, (_, index) => `${type}${index + 1}`);
    const name = numbers.find((each) => !Object.hasOwn(facts, each)) ?? type;
    showFactForm(response, now, newFact(name, type, todayIn(timeZone, clock())), freshForm(now), { isNew: true });
  });

  router.post('/new', (request, response) => changeFact(parts, request, response, null));

  router.get('/:name', async (request, response) => {
    const now = await drafts.read();
    const { name } = request.params;
    const fact = Object.hasOwn(now.line.file.facts, name) ? now.line.file.facts[name] : undefined;
    if (!fact) return showMessage(response, 404, 'facts.missing', { back: '/console/facts' });
    showFactForm(response, now, typedOf(name, fact), freshForm(now), { isNew: false });
  });

  router.post('/:name', (request, response) => changeFact(parts, request, response, request.params.name));
  router.post('/:name/remove', (request, response) => removeFact(parts, request, response, request.params.name));
  return router;
}

/** @param existing the name of the fact; null for a new one, whose name is typed */
async function changeFact(
  parts: FactParts,
  request: Request,
  response: Response,
  existing: string | null,
): Promise<void> {
  const { t } = visitOf(response);
  const now = await parts.drafts.read();
  const { file } = now.line;
  const today = todayIn(file.timeZone, parts.clock());
  const name = existing ?? fieldOf(request, 'name').trim();
  const kept = Object.hasOwn(file.facts, name) ? file.facts[name] : undefined;
  const type = existing !== null && kept ? kept.type : fieldOf(request, 'type');
  const isNew = existing === null;
  // One that somebody has just removed may come back with what was typed; what can be no fact's name is no address.
  const isNothing = !isNew && !kept && nameError(name, [], t) !== null;
  if (isNothing || !isFactType(type)) return showMessage(response, 404, 'facts.missing', { back: '/console/facts' });
  const typed = readTyped(request, name, type);
  const step = fieldOf(request, 'step');
  if (step !== '') {
    const newRow = step === 'add' ? typed.rows.length : null;
    return showFactForm(response, now, takeStep(typed, step, today), sentForm(request), { isNew, newRow });
  }
  const tidy = tidyFact(typed);
  const { fact, errors } = checkFact(tidy, today, t);
  const wrongName = isNew ? nameError(name, Object.keys(file.facts), t) : null;
  if (!fact || wrongName) {
    const all = { ...errors, ...(wrongName && { name: wrongName }) };
    return showFactForm(response, now, tidy, sentForm(request, { status: 422, errors: all }), { isNew });
  }
  const about = { name, before: kept && !isNew ? showValue('ja', kept) : null, after: showValue('ja', fact) };
  const change = { file: { ...file, facts: { ...file.facts, [name]: fact } }, what: 'fact', about } as const;
  const notice = wasTidied(typed, tidy) ? 'facts.done.tidied' : 'facts.done.saved';
  const form = await saveForm(parts, request, response, change, { path: '/facts', notice });
  if (form) showFactForm(response, await parts.drafts.read(), tidy, form, { isNew });
}

/** Only what nothing uses can go. */
async function removeFact(parts: FactParts, request: Request, response: Response, name: string): Promise<void> {
  const { t } = visitOf(response);
  const now = await parts.drafts.read();
  const { [name]: fact, ...facts } = now.line.file.facts;
  if (!fact || !Object.hasOwn(now.line.file.facts, name))
    return showMessage(response, 404, 'facts.missing', { back: '/console/facts' });
  const showAgain = (form: ReturnType<typeof sentForm>) =>
    showFactForm(response, now, typedOf(name, fact), form, { isNew: false });
  if (!isUnused(factUses(now, name))) {
    return showAgain(sentForm(request, { status: 422, problems: [t('facts.still-used')] }));
  }
  const about = { name, before: showValue('ja', fact), after: null };
  const change = { file: { ...now.line.file, facts }, what: 'fact', about } as const;
  const form = await saveForm(parts, request, response, change, { path: '/facts', notice: 'facts.done.removed' });
  if (form) showAgain(form);
}
