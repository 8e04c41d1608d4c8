import type { LanguageTag } from '../../call/line.ts';

/** An official term of the source language and how the other languages say it. */
export interface GlossaryTerm {
  readonly term: string;
  /** Whether it is an error if a translation lacks the right words for the term. Otherwise it is a warning. */
  readonly isRequired: boolean;
  /** Whether callers need an explanation of the term. */
  readonly needsExplanation: boolean;
  /** Correct translations by language tag, such as `zh-Hans`. A language that is not listed is not checked. */
  readonly approved: Readonly<Record<LanguageTag, readonly string[]>>;
}

/** The language of the terms. */
export const glossaryLanguage = 'ja';

/**
 * The official terms about My Number. Sources: the government's leaflet of 2015 (English), the pages for foreign
 * residents of the Ministry of Internal Affairs and Communications (Korean, simplified Chinese, Spanish, Portuguese),
 * and J-LIS. No government page was found for traditional Chinese, so a native reader must still check those terms.
 */
export const glossary: readonly GlossaryTerm[] = [
  {
    term: 'マイナンバー',
    isRequired: true,
    // The line is about My Number, and its first topic explains the word.
    needsExplanation: false,
    approved: {
      en: ['My Number', 'Individual Number'],
      ko: ['마이넘버', '개인번호'],
      'zh-Hans': ['个人编号', 'My Number'],
      'zh-Hant': ['個人編號', 'My Number'],
      es: ['My Number', 'número personal'],
      pt: ['My Number', 'número individual', 'número de pessoa física'],
    },
  },
  {
    term: '個人番号',
    isRequired: false,
    needsExplanation: true,
    approved: {
      en: ['Individual Number'],
      ko: ['개인번호'],
      'zh-Hans': ['个人编号', 'My Number'],
      'zh-Hant': ['個人編號', 'My Number'],
      es: ['número personal'],
      pt: ['número individual', 'número de pessoa física'],
    },
  },
  {
    term: '通知カード',
    isRequired: true,
    needsExplanation: true,
    approved: {
      en: ['Notification Card'],
      ko: ['통지카드'],
      'zh-Hans': ['通知卡'],
      'zh-Hant': ['通知卡'],
      es: ['tarjeta de notificación', 'ficha de notificación'],
      pt: ['cartão de notificação'],
    },
  },
  {
    term: '個人番号カード',
    isRequired: true,
    needsExplanation: true,
    approved: {
      en: ['Individual Number Card', 'My Number Card'],
      ko: ['개인번호 카드', '마이넘버카드'],
      'zh-Hans': ['个人编号卡'],
      'zh-Hant': ['個人編號卡'],
      es: ['tarjeta de número personal'],
      pt: ['cartão de número individual', 'cartão de número de pessoa física', 'cartão My Number'],
    },
  },
  {
    term: '住民票',
    isRequired: false,
    needsExplanation: true,
    approved: {
      en: ['residence certificate', 'certificate of residence', 'resident record'],
      ko: ['주민표'],
      'zh-Hans': ['住民票'],
      'zh-Hant': ['住民票'],
      es: ['certificado de residencia'],
      pt: ['atestado de residência'],
    },
  },
  {
    term: '市町村',
    isRequired: false,
    needsExplanation: false,
    approved: {
      en: ['municipality', 'municipalities', 'municipal'],
      ko: ['시구정촌'],
      'zh-Hans': ['市区町村'],
      'zh-Hant': ['市區町村'],
      es: ['municipalidad'],
      pt: ['município'],
    },
  },
  {
    term: '身分証明書',
    isRequired: false,
    needsExplanation: true,
    approved: {
      en: ['ID card', 'identification document'],
      ko: ['신분증명서'],
      'zh-Hans': ['身份证明书'],
      'zh-Hant': ['身分證明文件', '身份證明書'],
      es: ['documento de identidad'],
      pt: ['documento de identificação'],
    },
  },
  {
    term: '申込書',
    isRequired: false,
    needsExplanation: true,
    approved: {
      en: ['application'],
      ko: ['신청서'],
      'zh-Hans': ['申请书'],
      'zh-Hant': ['申請書'],
      es: ['solicitud'],
      pt: ['solicitação'],
    },
  },
];
