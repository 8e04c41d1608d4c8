import { type Html, html, nothing } from '../../frame/html.ts';
import type { Translate } from '../../frame/translate.ts';

/** The id of a rule, for whoever looks it up in the manual of the prompts folder; nothing where there is none. */
export const ruleView = (t: Translate, rule: string): Html =>
  rule === ''
    ? nothing
    : html`<details class="more finding-more"><summary>${t('findings.more')}</summary><p>${t('findings.rule', { rule })}</p></details>`;
