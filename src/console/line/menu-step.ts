import { type Request, type Response, Router } from 'express';
import { type Html, html, type View } from '../../frame/html.ts';
import { banner, csrfField } from '../../frame/parts.ts';
import { requireMember } from '../../frame/require-member.ts';
import { type DoneKey, show, showMessage } from '../../frame/show.ts';
import type { KeyWith, PlainKey } from '../../frame/translate.ts';
import { type Visit, visitOf } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import type { KeyChange } from '../../office/drafts/menu-keys.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { askToAgree, freshForm, type LineFormState, saveForm, sentForm } from './line-form.ts';
import { lineHead, lineKeys } from './line-views.ts';
import { type Menu, menuChanges, orderIn } from './menu.ts';

/** A change of one entry of a menu, made on a separate page, such as switching a language off. */
export interface MenuStep {
  /** The last part of the page's address. */
  readonly step: string;
  /** The title of the page. The name of the entry is filled in. */
  readonly title: KeyWith<'name'>;
  readonly submit: PlainKey;
  readonly isDangerous: boolean;
  readonly done: DoneKey;
  /** @returns the changed file */
  change(file: LineFile, id: string): LineFile;
  /** Why the change cannot be made; null if it can. */
  whyNot(file: LineFile, id: string): PlainKey | null;
  /** Shown above the form, or above the reason why the change cannot be made. */
  readonly aboveView: View<PlannedStep>;
}

/** What a step would change. */
export interface PlannedStep {
  readonly now: DraftNow;
  readonly id: string;
  readonly after: LineFile;
  readonly whyNot: PlainKey | null;
  readonly changes: readonly KeyChange[];
}

/**
 * `/<id>/<step>`: `GET` shows which printed keys would change. `POST` makes the change if the sender agrees to these.
 */
export function createMenuStepRouter(
  { drafts }: Pick<ConsoleParts, 'drafts'>,
  menu: Menu,
  steps: readonly MenuStep[],
): Router {
  const { name } = menu;
  const path = `/${name}`;
  const router = Router();
  for (const step of steps) {
    const route = router.route(`/:id/${step.step}`).all(requireMember('edit'));
    route.get(async (request, response) => {
      const planned = await plan(step, request, response);
      if (planned) showStep(response, step, planned, freshForm(planned.now));
    });
    route.post(async (request, response) => {
      const planned = await plan(step, request, response);
      if (!planned) return;
      const { now, id, after, whyNot, changes } = planned;
      if (whyNot !== null) return showStep(response, step, planned, sentForm(request, { status: 422 }));
      const unagreed = askToAgree(request, visitOf(response).t, changes);
      if (unagreed) return showStep(response, step, planned, unagreed);
      const about = { name: id, before: orderIn(menu, now.line.file), after: orderIn(menu, after) };
      const saving = { file: after, what: name, about };
      const form = await saveForm({ drafts }, request, response, saving, { path, notice: step.done });
      const again = form && (await plan(step, request, response));
      if (again) showStep(response, step, again, form);
    });
  }
  return router;

  /** @returns null if there is no such entry. In that case an answer has been sent */
  async function plan(step: MenuStep, request: Request, response: Response): Promise<PlannedStep | null> {
    const now = await drafts.read();
    const { file } = now.line;
    const id = String(request.params.id);
    if (!menu.entriesIn(file).some((entry) => entry.id === id)) {
      showMessage(response, 404, `${name}.missing`, { back: `/console${path}` });
      return null;
    }
    const after = step.change(file, id);
    return { now, id, after, whyNot: step.whyNot(file, id), changes: menuChanges(menu, file, after) };
  }

  function showStep(response: Response, step: MenuStep, planned: PlannedStep, form: LineFormState): void {
    const visit = visitOf(response);
    const { t } = visit;
    show(response, stepView, {
      status: form.status,
      title: t(step.title, { name: menu.nameOf(namesIn(visit, planned.now), planned.id) }),
      trail: [{ path, text: t(`${name}.nav`) }],
      menu,
      step,
      planned,
      form: { ...form, changes: planned.changes },
    });
  }
}

interface StepPage {
  readonly menu: Menu;
  readonly step: MenuStep;
  readonly planned: PlannedStep;
  readonly form: LineFormState;
}

const stepView: View<StepPage> = (page, visit) => {
  const { menu, step, planned } = page;
  const { t } = visit;
  return html`${step.aboveView(planned, visit)}
${planned.whyNot === null ? stepForm(page, visit) : banner({ kind: 'error', text: t(planned.whyNot) })}
<p class="note"><a href="/console/${menu.name}">${t('line.back')}</a></p>`;
};

const stepForm = (
  { menu, step, planned: { now, id }, form }: StepPage,
  visit: Visit,
): Html => html`<form class="form" method="post" action="/console/${menu.name}/${id}/${step.step}">
${csrfField(visit)}
${lineHead(visit, form)}
${lineKeys(visit, form, (each) => menu.nameOf(namesIn(visit, now), each))}
<button class="button${step.isDangerous ? ' button-danger' : ''}" type="submit">${visit.t(step.submit)}</button>
</form>`;
