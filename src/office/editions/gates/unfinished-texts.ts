import type { Bilingual } from '../../../common/bilingual.ts';
import { requiredPromptsIn } from '../../../words/prompt-ids.ts';
import { noMarks, stateOf } from '../../drafts/ledger.ts';
import type { TextState } from '../../drafts/text-state.ts';
import { type Gate, type Hindrance, hindranceAt } from './gate.ts';

const wrong: Partial<Readonly<Record<TextState, Bilingual>>> = {
  draft: {
    ja: 'まだ下書きです。書き終えたら「公開してよい」で保存してください。',
    en: 'is still a draft; when it is done, save it as ready to publish.',
  },
  stale: {
    ja: '元の文が変わりました。訳を見直して保存してください。',
    en: 'was made from a source text that has changed; review the translation and save it.',
  },
};

/**
 * Open if every text that callers can reach was marked as ready to publish by its author, and no source text has
 * changed since its translations were made. Missing texts do not close this gate, because the checks report them as
 * errors.
 */
export const unfinishedTexts: Gate = {
  id: 'unfinished-texts',
  passing: 'never',
  asks: 'words',
  title: { ja: '書き終わっていない文', en: 'Texts that are not finished' },
  advice: { ja: '書き終えると公開できます。', en: 'Finish these texts first.' },
  commandAdvice: null,
  page: null,
  async look({ now }) {
    const { line } = now.draft;
    return line.languages.flatMap(({ tag: language }) =>
      requiredPromptsIn(line, language).flatMap((prompt): Hindrance[] => {
        // Approval is left out, because it has a gate of its own that can be passed in an emergency.
        const text = wrong[stateOf(now, noMarks, language, prompt)];
        return text ? [hindranceAt({ language, prompt }, text)] : [];
      }),
    );
  },
};
