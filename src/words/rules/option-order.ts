import { lookup } from '../by-name.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { keyPromptsOf } from '../prompt-ids.ts';
import { baseLanguage } from './language-of.ts';
import { findingIn, placeholderMark, sentencesOf, type WrittenSentence } from './written-sentence.ts';

/**
 * What may come after the key, without spaces and commas: words for the key and for pressing it, "now", and "please".
 */
const afterKey: Readonly<Record<string, RegExp>> = lookup({
  en: /^(?:now)?(?:please)?$/iu,
  es: /^(?:ahora)?(?:porfavor)?$/iu,
  pt: /^(?:agora)?(?:porfavor)?$/iu,
  vi: /^$/u,
  id: /^$/u,
  fil: /^$/u,
  zh: /^[号號]?[键鍵]?$/u,
  ko: /^번?(?:키)?(?:을|를)?(?:눌러주세요|눌러주십시오|누르세요|누르십시오|입니다)?$/u,
  ja: /^(?:番)?(?:(?:を|の?ボタンを)?(?:押して|おして)ください|です)?$/u,
});

/**
 * Words for pressing a key, without spaces and commas. If an option has only such words before the key, it says the key
 * first.
 */
const pressWords =
  /^(?:please|porfavor|請|请)?(?:press|dial|push|key|marque|pulse|oprima|presione|tecle|aperte|pressione|digite|按|bấm|tekan|pindutin)?(?:the|el|la|o|a|number|key|número|tecla|phím|tombol)*$/iu;

/**
 * M-02: an option must say what a key is for before it says the key. Callers who hear the digit first have forgotten it
 * by the time they know what it is for. A language for which the order cannot be checked gets one warning.
 * Source: the principle "result, then action" in the guidelines of Mitel, ACIxD and others.
 */
export function optionOrder(draft: Draft): Finding[] {
  const offers = keyPromptsOf(draft.line);
  const unknown = new Set<string>();
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    if (!offers.has(sentence.prompt)) return [];
    const around = aroundKey(sentence);
    if (around === null) return [];
    const base = baseLanguage(sentence.language);
    const allowed = afterKey[base];
    if (!allowed) {
      if (unknown.has(base)) return [];
      unknown.add(base);
      return [
        findingIn(sentence, 'M-02', 'warning', {
          ja: `「${base}」では、用件とキーの順番を確認できません。「〜は、キー」の順になっているか、読める人に見てもらってください。`,
          en: `The order of options cannot be checked in "${base}"; ask somebody who reads it whether every option says what it is for before it says the key.`,
        }),
      ];
    }
    if (allowed.test(around.after) && !pressWords.test(around.before)) return [];
    return [
      findingIn(sentence, 'M-02', 'error', {
        ja: `「${sentence.shown}」は、先にキーを言っています。「〜は、{{key}}」の順にしてください。`,
        en: `"${sentence.shown}" says the key first; say what it is for and then {{key}}.`,
      }),
    ];
  });
}

/**
 * What is said before and after the key, up to the nearest full stop, without spaces and commas; null unless the key
 * occurs exactly once.
 */
function aroundKey({ parts, surface }: WrittenSentence): { readonly before: string; readonly after: string } | null {
  const names = parts.flatMap((part) => (part.kind === 'placeholder' ? [part.name] : []));
  if (names.filter((name) => name === 'key').length !== 1) return null;
  const pieces = surface.split(placeholderMark);
  const at = names.indexOf('key');
  const bare = (text: string) => text.replaceAll(/[\s、，,]+/gu, '');
  const [before = ''] = pieces
    .slice(0, at + 1)
    .join(placeholderMark)
    .split(/[.。!?]\s*/u)
    .slice(-1);
  const [after = ''] = pieces
    .slice(at + 1)
    .join(placeholderMark)
    .split(/[.。!?]/u);
  return { before: bare(before), after: bare(after) };
}
