import type { Texts } from '../../frame/text.ts';

/** What the audit says about the disaster notice and drills. */
export const disasterActsTexts = {
  'disaster-on': {
    ja: '災害のお知らせ「{{kind}}」を流しました(場所:{{places}}、行動:{{actions}}、承認済みの言語:{{languages}})。',
    en: 'Switched the disaster notice “{{kind}}” on (places: {{places}}; what to do: {{actions}}; approved languages: {{languages}}).',
  },
  'disaster-changed': {
    ja: '災害のお知らせを「{{kind}}」に変えました(場所:{{places}}、行動:{{actions}}、承認済みの言語:{{languages}})。',
    en: 'Changed the disaster notice to “{{kind}}” (places: {{places}}; what to do: {{actions}}; approved languages: {{languages}}).',
  },
  'disaster-off': {
    ja: '災害のお知らせ「{{kind}}」を終わりにしました({{minutes}}分間)。',
    en: {
      one: 'Switched the disaster notice “{{kind}}” off after {{minutes}} minute.',
      other: 'Switched the disaster notice “{{kind}}” off after {{minutes}} minutes.',
    },
  },
  'disaster-renewed': {
    ja: '災害のお知らせ「{{kind}}」が今も正しいことを確かめました。',
    en: 'Confirmed that the disaster notice “{{kind}}” is still right.',
  },
  'drill-on': {
    ja: '災害の訓練「{{kind}}」を始めました(場所:{{places}}、行動:{{actions}})。',
    en: 'Began the disaster drill “{{kind}}” (places: {{places}}; what to do: {{actions}}).',
  },
  'drill-changed': {
    ja: '災害の訓練を「{{kind}}」に変えました(場所:{{places}}、行動:{{actions}})。',
    en: 'Changed the disaster drill to “{{kind}}” (places: {{places}}; what to do: {{actions}}).',
  },
  'drill-off': {
    ja: '災害の訓練「{{kind}}」を終わりにしました({{minutes}}分間)。',
    en: {
      one: 'Ended the disaster drill “{{kind}}” after {{minutes}} minute.',
      other: 'Ended the disaster drill “{{kind}}” after {{minutes}} minutes.',
    },
  },
  'drill-right': {
    ja: '災害の訓練「{{kind}}」を記録しました。正しく聞こえました(流すまで{{seconds}}秒)。{{comment}}',
    en: 'Recorded the disaster drill “{{kind}}”: heard as it should be (it took {{seconds}} s to switch it on). {{comment}}',
  },
  'drill-wrong': {
    ja: '災害の訓練「{{kind}}」を記録しました。直すところがありました(流すまで{{seconds}}秒)。{{comment}}',
    en: 'Recorded the disaster drill “{{kind}}”: something was wrong (it took {{seconds}} s to switch it on). {{comment}}',
  },
  'drill-stopped': { ja: '災害の訓練を途中でやめました。', en: 'Gave up a disaster drill.' },
  'drill-renewed': {
    ja: '災害の訓練「{{kind}}」を続けることを確かめました。',
    en: 'Confirmed that the disaster drill “{{kind}}” continues.',
  },
} as const satisfies Texts;
