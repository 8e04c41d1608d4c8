import { type Html, html, type View } from '../../frame/html.ts';
import { banner, csrfField, ifAny } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import type { TakenSounds } from '../../office/editions/intake/sound-intake.ts';

/** The outcome of the submitted form; `no-file` if no file was chosen. */
export type Intake = TakenSounds | { readonly kind: 'no-file' | 'damaged' | 'too-much' };

interface SoundsData {
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
  readonly mayTake: boolean;
  /** Null if no form was submitted. */
  readonly intake: Intake | null;
}

/** Maximum number of refused files that are listed one by one. */
const mostListed = 50;

export const soundsView: View<SoundsData> = ({ languages, mayTake, intake }, visit) => {
  const { t } = visit;
  return html`${intake ? intakeView(intake, visit) : ''}
<section aria-labelledby="save-title">
<h2 id="save-title">${t('sounds.save-title')}</h2>
<p>${t('sounds.save-about')}</p>
<ul>
${languages.map(({ tag, name }) => html`<li><a class="link-target" href="/console/sounds/${tag}.zip">${t('sounds.zip-of', { language: name })}</a></li>`)}
</ul>
</section>
<section aria-labelledby="take-title">
<h2 id="take-title">${t('sounds.take-title')}</h2>
<p>${t('sounds.take-about')}</p>
<p>${t('sounds.take-which')}</p>
${mayTake ? takeForm(intake?.kind === 'no-file', visit) : html`<p>${t('sounds.read-only')}</p>`}
</section>`;
};

function takeForm(isMissing: boolean, visit: Visit): Html {
  const { t } = visit;
  return html`<form class="form" method="post" action="/console/sounds" enctype="multipart/form-data">
${csrfField(visit)}
<div class="field${isMissing ? ' field-wrong' : ''}">
<label for="file">${t('sounds.file')} <span class="field-required">${t('frame.required')}</span></label>
<p class="field-help" id="file-help">${t('sounds.file-help')}</p>
${isMissing ? html`<p class="field-error" id="file-error">${t('sounds.no-file')}</p>` : ''}
<input id="file" name="file" type="file" required accept=".zip,.wav,application/zip,audio/wav" aria-describedby="file-help${isMissing ? ' file-error' : ''}"${isMissing ? html` aria-invalid="true" autofocus` : ''}>
</div>
<button class="button" type="submit">${t('sounds.take')}</button>
</form>`;
}

/**
 * Shows how many sounds were imported, which files were refused, and why. If the whole upload was refused, shows an
 * error instead.
 */
function intakeView(intake: Intake, visit: Visit): Html {
  const { t } = visit;
  switch (intake.kind) {
    case 'no-file':
      return html``;
    case 'damaged':
    case 'too-much':
      return banner({ kind: 'error', text: t(`sounds.wrong.${intake.kind}`), isAnswer: true });
    default:
      return takenView(intake, visit);
  }
}

function takenView({ taken, known, sentences, refused }: TakenSounds, { t }: Visit): Html {
  const told = [
    taken > 0 ? t('sounds.taken', { count: taken, sentences }) : t('sounds.nothing-new'),
    ...(known > 0 ? [t('sounds.known', { count: known })] : []),
    ...(refused.length > 0 ? [t('sounds.refused', { count: refused.length })] : []),
  ];
  const kind = refused.length > 0 ? 'warning' : 'good';
  const left = refused.length - mostListed;
  return html`${banner({ kind, text: told.join(' '), isAnswer: true })}
${ifAny(
  refused.slice(0, mostListed),
  (some) => html`<section aria-labelledby="refused-title">
<h2 id="refused-title">${t('sounds.refused-title')}</h2>
<ul>
${some.map(({ name, why }) => html`<li><span class="sound-file">${name}</span>: ${t(`sounds.why-not.${why}`)}</li>`)}
</ul>
${left > 0 ? html`<p>${t('sounds.refused-more', { count: left })}</p>` : ''}
</section>`,
)}`;
}
