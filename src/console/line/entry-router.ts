import { type Request, type Response, Router } from 'express';
import { readForm, textLine } from '../../frame/read-form.ts';
import { requireMember } from '../../frame/require-member.ts';
import { show, showMessage } from '../../frame/show.ts';
import type { Translate } from '../../frame/translate.ts';
import { visitOf } from '../../frame/visit.ts';
import type { LineFile } from '../../words/line-file.ts';
import { todayIn } from '../../words/value-dates.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { EntryContext, EntryForm, EntryKind, FieldErrors, TypedEntry } from './entry-kind.ts';
import { type EntryPage, entryView } from './entry-view.ts';
import { askToAgree, freshForm, saveForm, sentForm } from './line-form.ts';

/**
 * The pages for adding, changing and removing entries of one kind. The form for a new entry is at `addAt`. If the kind
 * has `saved`, the form of each entry is at `/<id>`. If it also has `removal`, a `POST` to `/<id>/remove` removes the
 * entry.
 */
export function createEntryRouter<Entry, Typed>(
  { drafts, clock }: Pick<ConsoleParts, 'drafts' | 'clock'>,
  kind: EntryKind<Entry, Typed>,
): Router {
  const { name, auditName: what, idField, saved, removal } = kind;
  const path = `/${name}`;
  const addAt = kind.addAt ?? 'new';
  const addPath = `/${addAt}`;
  // An entry cannot have the id `addAt`, because its address would be that of the form for new entries.
  const isId = (id: string) => id !== addAt && kind.isId(id);
  const router = Router();
  router.use(requireMember('edit'));

  router.get(addPath, async (request, response, next) => {
    const context = await read();
    const fresh = kind.fresh(request, context);
    if (!fresh) return next('router');
    showForm(response, { ...context, ...fresh, isNew: true, kept: undefined, form: freshForm(context.now) });
  });
  router.post(addPath, (request, response) => change(request, response, null));

  if (saved) {
    router.get('/:id', async (request, response) => {
      const { id } = request.params;
      const context = await read();
      const kept = await saved.find(context.now.line.file, id);
      if (!kept) return showMissing(response);
      const typed = saved.typedOf(kept, context);
      showForm(response, { ...context, id, typed, isNew: false, kept, form: freshForm(context.now) });
    });
    router.post('/:id', (request, response) => change(request, response, request.params.id));
  }

  /** @param existing the id of the entry; null for a new entry, because its id is typed or made from its name */
  async function change(request: Request, response: Response, existing: string | null): Promise<void> {
    const visit = visitOf(response);
    const { t } = visit;
    const context = await read();
    const { file } = context.now.line;
    const isNew = existing === null;
    const about = readForm(request, t, { step: textLine(60), [idField.name]: textLine(idField.longest) });
    const typedId = existing ?? about.typed[idField.name] ?? '';
    const step = kind.step ? about.typed.step : '';
    const kept = isNew ? undefined : await saved?.find(file, typedId);
    // If the kind allows removal, an unknown id may belong to an entry that was removed while its form was open. This
    // form can still be saved.
    const isEntry = isNew || kept !== undefined || (removal !== undefined && isId(typedId));
    const sent = isEntry ? kind.read(request, t, kept, step !== '', context) : null;
    if (!sent) return showMissing(response);
    const entry = { ...context, id: typedId, typed: sent.typed, isNew, kept };
    if (kind.step && step !== '') {
      const { status = 200, ...stepped } = await kind.step(sent.typed, step, entry, visit);
      return showForm(response, { ...entry, ...stepped, form: sentForm(request, { status }) });
    }
    if (isFull(response, entry)) return;

    const tidy = { ...entry, typed: kind.tidy?.(sent.typed) ?? sent.typed };
    const isFree = (asked: string) => isId(asked) && !kind.idsIn(file).includes(asked);
    const made = isNew && typedId === '' ? kind.idFrom?.(tidy.typed, context, isFree) : undefined;
    const id = made ?? typedId;
    const result = await kind.check({ ...tidy, id }, visit);
    const { entry: checked, errors: wrong } = result;
    const errors = { ...wrong, ...sent.errors };
    if (isNew) Object.assign(errors, idErrors(id, file, t), about.errors);
    if (!checked || Object.keys(errors).length > 0) {
      return showForm(response, { ...tidy, form: sentForm(request, { status: 422, errors }) });
    }
    const put = (into: LineFile) => kind.put(into, id, checked);
    const changesOf = (before: LineFile) => kind.keys?.changes(before, put(before)) ?? [];
    const unagreed = askToAgree(request, t, changesOf(file));
    if (unagreed) return showForm(response, { ...tidy, form: unagreed });

    const after = put(file);
    const audited = {
      ...{ name: id, before: kind.summary(file, id), after: kind.summary(after, id) },
      ...(kind.changes && !isNew && { changes: kind.changes(file, after, id) }),
    };
    const saving = { file: after, what, about: audited };
    const done = { path, notice: (result.errors === null ? result.notice : undefined) ?? kind.done(tidy, sent.typed) };
    const form = await saveForm({ drafts }, request, response, saving, done, async (actor) =>
      kind.andThen?.({ ...tidy, id }, actor),
    );
    if (!form) return;
    const newest = await read();
    const theirs = newest.now.line.file;
    showForm(response, {
      ...tidy,
      ...newest,
      kept: isNew ? undefined : await saved?.find(theirs, id),
      form: { ...form, changes: changesOf(theirs) },
    });
  }

  /** The error of the id of a new entry, by the name of its field; empty if the entry can have this id. */
  function idErrors(id: string, file: LineFile, t: Translate): FieldErrors {
    if (!isId(id)) return { [idField.name]: t(idField.wrong) };
    return kind.idsIn(file).includes(id) ? { [idField.name]: t(`${name}.wrong.taken`) } : {};
  }

  if (removal && saved) {
    router.post('/:id/remove', async (request, response) => {
      const { t } = visitOf(response);
      const { id } = request.params;
      const context = await read();
      const { file } = context.now.line;
      const kept = await saved.find(file, id);
      if (!kept) return showMissing(response);
      const about = { name: id, before: kind.summary(file, id), after: null };
      const saving = { file: removal.without(file, id), what, about };
      const form = removal.isUsed(context.now, id)
        ? sentForm(request, { status: 422, problems: [t(removal.stillUsed)] })
        : await saveForm({ drafts }, request, response, saving, { path, notice: removal.done });
      if (!form) return;
      showForm(response, { ...context, id, typed: saved.typedOf(kept, context), isNew: false, kept, form });
    });
  }

  return router;

  async function read(): Promise<EntryContext> {
    const now = await drafts.read();
    const at = clock();
    return { now, at, today: todayIn(now.line.file.timeZone, at) };
  }

  function showMissing(response: Response): void {
    showMessage(response, 404, `${name}.missing`, { back: `/console${path}` });
  }

  /** @returns true if the entry cannot be added because there are too many. In that case an answer has been sent */
  function isFull(response: Response, { now, id, isNew }: TypedEntry<Entry, Typed>): boolean {
    const { file } = now.line;
    const isAdded = isNew || !kind.idsIn(file).includes(id);
    const full = isAdded ? kind.full?.(file) : null;
    if (full) showMessage(response, 422, full, { back: `/console${path}` });
    return Boolean(full);
  }

  function showForm(response: Response, entry: EntryForm<Entry, Typed>): void {
    if (isFull(response, entry)) return;
    const visit = visitOf(response);
    show<EntryPage<Entry, Typed>>(response, entryView, {
      status: entry.form.status,
      title: kind.title(entry, visit),
      trail: [{ path, text: visit.t(`${name}.nav`) }],
      kind,
      entry,
    });
  }
}
