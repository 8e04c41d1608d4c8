import { type Html, html, nothing } from '../../frame/html.ts';
import { banner, enterButton } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import { agreementTo, type LineFormState } from './line-form.ts';

/**
 * The beginning of a form that changes the line: the revision on which the form is based, the button that Enter
 * presses, and the errors.
 */
export function lineHead({ t }: Visit, { basedOn, conflict, errors, problems }: LineFormState): Html {
  const trouble = conflict
    ? banner({ kind: 'error', text: t('line.conflict', conflict) })
    : Object.keys(errors).length > 0
      ? banner({ kind: 'error', text: t('line.not-saved') })
      : nothing;
  return html`<input type="hidden" name="basedOn" value="${basedOn}">
${enterButton(t('line.save'))}
${trouble}
${problems.map((text) => banner({ kind: 'error', text }))}`;
}

/**
 * The keys on printed leaflets that would become wrong, and the checkbox to agree; nothing if there are no such keys.
 * @param nameOf the name of an entry by its id
 */
export function lineKeys({ t }: Visit, { changes, errors }: LineFormState, nameOf: (id: string) => string): Html {
  if (changes.length === 0) return nothing;
  const wrong = errors.agreed;
  return html`<div class="agree">
<h2>${t('line.keys.title')}</h2>
<p>${t('line.keys.about')}</p>
<ul>
${changes.map(({ key, before, after }) => html`<li>${after === null ? t('line.keys.gone', { key, before: nameOf(before) }) : t('line.keys.moved', { key, before: nameOf(before), after: nameOf(after) })}</li>`)}
</ul>
${wrong ? html`<p class="field-error" id="agreed-error">${wrong}</p>` : ''}
<label class="choice"><input type="checkbox" name="agreed" value="${agreementTo(changes)}" required${wrong ? html` aria-invalid="true" autofocus aria-describedby="agreed-error"` : ''}> ${t('line.keys.agree')}</label>
</div>`;
}
