import { type Html, html, nothing } from '../frame/html.ts';
import type { Translate } from '../frame/translate.ts';

/**
 * The id of a rule, in a folded part of the page. Technicians can look the id up in the manual of the prompts folder.
 * Empty if the finding has no rule.
 */
export const ruleView = (t: Translate, rule: string): Html =>
  rule === ''
    ? nothing
    : html`<details class="more finding-more"><summary>${t('frame.more')}</summary><p>${t('findings.rule', { rule })}</p></details>`;
