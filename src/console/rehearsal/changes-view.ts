import { type Html, html, type View } from '../../frame/html.ts';
import { smallId } from '../../frame/parts.ts';
import { type SentencePart, sentenceView } from '../text/sentence.ts';
import { hearAddress } from './open-rehearsal.ts';

/** A text on one side of a change. */
export interface ChangedSide {
  readonly sentences: readonly (readonly SentencePart[])[];
  /** The address of the text's sound. Null if the text cannot be spoken, or if callers hear it in a different voice. */
  readonly audio: string | null;
}

/** The texts of one language that sound different in the draft. */
interface ChangesData {
  readonly languages: readonly { readonly tag: string; readonly name: string; readonly isHere: boolean }[];
  /** The language of the changes. */
  readonly tag: string;
  /** Whether the live edition was spoken by the current voice; true before the first publication. */
  readonly isVoiceKept: boolean;
  readonly changed: readonly {
    readonly prompt: string;
    readonly name: string;
    readonly href: string;
    /** Whether only values or the voice differ, while the words are the same. */
    readonly isSoundOnly: boolean;
    readonly before: ChangedSide;
    readonly after: ChangedSide;
  }[];
}

export const changesView: View<ChangesData> = ({ languages, tag, isVoiceKept, changed }, { t }) => {
  const side = (which: 'before' | 'after', prompt: string, { sentences, audio }: ChangedSide): Html => {
    const noSound = sentences.length > 0 ? html`<p class="quiet">${t('rehearsal.changes.no-sound')}</p>` : '';
    return html`<td data-label="${t(`rehearsal.changes.${which}`)}"><div>
${sentences.length === 0 ? html`<p class="quiet">${t('rehearsal.changes.nothing')}</p>` : ''}
${sentences.map((parts) => html`<p lang="${tag}">${sentenceView(parts)}</p>`)}
${audio === null ? noSound : html`<audio class="sound" controls preload="none" src="${audio}" data-side="${which}" aria-label="${t(`rehearsal.changes.sound.${which}`, { prompt })}"></audio>`}
</div></td>`;
  };
  const table = () => html`<p role="status">${t('rehearsal.changes.count', { count: changed.length })}</p>
<p class="listen" data-scripted hidden><button class="button" type="button" data-play-all>${t('rehearsal.changes.play')}</button> <button class="button button-quiet" type="button" data-play-none>${t('rehearsal.changes.stop')}</button> <span role="status" data-playing="${t('rehearsal.changes.playing', { prompt: '{prompt}' })}"></span></p>
<table class="table rehearsal-changes">
<caption>${t('rehearsal.changes.caption')}</caption>
<thead><tr><th scope="col">${t('rehearsal.changes.prompt')}</th><th scope="col">${t('rehearsal.changes.before')}</th><th scope="col">${t('rehearsal.changes.after')}</th></tr></thead>
<tbody>
${changed.map(
  ({ prompt, name, href, isSoundOnly, before, after }) => html`<tr data-prompt="${name}">
<td data-label="${t('rehearsal.changes.prompt')}"><div><a class="link-target" href="${href}">${name}</a> ${smallId(prompt)}${isSoundOnly ? html`<br><span class="quiet">${t('rehearsal.changes.sound-only')}</span>` : ''}<br><a class="link-target" href="${hearAddress('draft', tag, prompt)}">${t('rehearsal.hear.link')}</a></div></td>
${side('before', name, before)}
${side('after', name, after)}
</tr>`,
)}
</tbody>
</table>`;
  return html`<p>${t('rehearsal.changes.about')}</p>
<nav class="text-ways" aria-label="${t('rehearsal.changes.languages')}">
${languages.map((each) => html`<a class="link-target" href="/console/rehearsal/changes?language=${each.tag}" lang="${each.tag}"${each.isHere ? html` aria-current="page"` : ''}>${each.name}</a> `)}
</nav>
${isVoiceKept ? '' : html`<p>${t('rehearsal.changes.old-voice')}</p>`}
${changed.length === 0 ? html`<p role="status">${t('rehearsal.changes.none')}</p>` : table()}`;
};
