import type { Bilingual } from '../common/bilingual.ts';
import type { AssetHost } from './asset-host.ts';

/**
 * What Twilio does when a number is called. The names are those of Twilio's API. A setting that is not set is empty.
 */
export interface NumberSettings {
  readonly voiceUrl: string;
  readonly voiceMethod: string;
  readonly voiceFallbackUrl: string;
  readonly voiceFallbackMethod: string;
  readonly statusCallback: string;
  readonly statusCallbackMethod: string;
  /** If an application or a trunk is set, Twilio uses it and ignores the addresses. */
  readonly voiceApplicationSid: string;
  readonly trunkSid: string;
}

/** A number of the account. */
export interface TwilioNumber extends NumberSettings {
  readonly sid: string;
  /** In E.164 form. */
  readonly number: string;
  /** Whether the number can be called at all. */
  readonly hasVoice: boolean;
}

/**
 * The parts of a Twilio account that are read or changed. Nothing else in the account is ever touched. Every method
 * throws a TwilioApiError if its request fails.
 */
export interface TwilioApi {
  account(): Promise<{ readonly status: string; readonly type: string }>;
  numbers(): Promise<readonly TwilioNumber[]>;
  change(sid: string, settings: Partial<NumberSettings>): Promise<void>;
  /** Which numbers in Japan the account may dial. */
  dialling(): Promise<{
    readonly ordinary: boolean;
    readonly special: boolean;
    /** The prefixes that count as special, in E.164 form. */
    readonly specialPrefixes: readonly string[];
  }>;
  /**
   * Calls a telephone. When somebody answers, Twilio follows the TwiML at `url`.
   * @param call `to` and `from` are in E.164 form; `from` must be a number of the account
   */
  call(call: {
    readonly to: string;
    readonly from: string;
    readonly url: string;
    readonly method: 'GET' | 'POST';
  }): Promise<void>;
  /** Files that Twilio serves itself. */
  readonly files: AssetHost;
  /** The time in the header of Twilio's last answer, in milliseconds since the epoch; null before the first answer. */
  readonly time: number | null;
}

/** Why a request to Twilio failed. `build-failed`: the build of files for the Assets failed, or did not end in time. */
export type TwilioTrouble =
  | 'credentials'
  | 'test-credentials'
  | 'unknown'
  | 'too-many'
  | 'refused'
  | 'server'
  | 'build-failed'
  | 'unreachable'
  | 'unreadable';

/** What each trouble means, and what to do about it. */
export const troubleTexts: Readonly<Record<TwilioTrouble, { readonly about: Bilingual; readonly mend: Bilingual }>> = {
  credentials: {
    about: {
      ja: 'Twilioが、アカウントのSIDと認証トークンの組を受け付けません。',
      en: 'Twilio does not accept this account SID with this auth token.',
    },
    mend: {
      ja: 'Twilioの管理画面の「Account Info」から、本番用(Liveの)SIDとトークンを写して、TWILIO_ACCOUNT_SIDとTWILIO_AUTH_TOKENに入れてください。テスト用のトークンは使えません。',
      en: 'Copy the live SID and token from “Account Info” in Twilio’s console into TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN; test credentials do not work here.',
    },
  },
  'test-credentials': {
    about: {
      ja: '設定されているSIDとトークンは、Twilioのテスト用のものです。',
      en: 'The account SID and auth token of the settings are Twilio’s test credentials.',
    },
    mend: {
      ja: 'テスト用の組では、電話を受けられません。Twilioの管理画面の「Account Info」から、本番用(Liveの)SIDとトークンを写して、TWILIO_ACCOUNT_SIDとTWILIO_AUTH_TOKENに入れてください。',
      en: 'With test credentials, no call is answered. Copy the live SID and token from “Account Info” in Twilio’s console into TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.',
    },
  },
  unknown: {
    about: {
      ja: 'このアカウント(か、その番号)は、Twilioにありません。',
      en: 'Twilio does not know this account, or one of its numbers.',
    },
    mend: {
      ja: 'TWILIO_ACCOUNT_SIDを、番号を買ったアカウント(サブアカウントで買ったときは、そのサブアカウント)のものにしてください。',
      en: 'Set TWILIO_ACCOUNT_SID to the account that owns the number; if a subaccount bought the number, to that subaccount.',
    },
  },
  'too-many': {
    about: { ja: 'Twilioが、問い合わせが多すぎると答えました。', en: 'Twilio answered that it was asked too often.' },
    mend: { ja: '1分ほど待って、もう一度実行してください。', en: 'Wait a minute and run it again.' },
  },
  refused: {
    about: { ja: 'Twilioが、この操作を断りました。', en: 'Twilio refused to do this.' },
    mend: {
      ja: '出ている番号は、Twilioのエラーコードです。twilio.com/docs/api/errors でその番号を調べてください。電話をかけるときは、その番号にかけてよいか(Voice → Geo permissions)も確かめてください。',
      en: 'The number shown is Twilio’s error code: look it up at twilio.com/docs/api/errors. For a call, also see whether the account may dial that number (Voice → Geo permissions).',
    },
  },
  'build-failed': {
    about: {
      ja: 'Twilioに送ったファイルを、公開できる形にまとめられませんでした。',
      en: 'Twilio could not build what was sent to its Assets.',
    },
    mend: {
      ja: '前の代替案内はそのままです。もう一度実行してください。続くときは、Twilioの管理画面の「Functions and Assets」で、ビルドの記録を見てください。',
      en: 'The earlier fallback is still there. Run it again; if this continues, look at the builds under Functions and Assets in Twilio’s console.',
    },
  },
  server: {
    about: { ja: 'Twilioが、内部のエラーと答えました。', en: 'Twilio answered with an internal error.' },
    mend: {
      ja: 'status.twilio.comを見て、あとでもう一度実行してください。',
      en: 'Look at status.twilio.com and run it again later.',
    },
  },
  unreachable: {
    about: { ja: 'TwilioのAPIにつながりません。', en: 'Twilio’s API cannot be reached.' },
    mend: {
      ja: 'このサーバーから api.twilio.com、voice.twilio.com、serverless.twilio.com、serverless-upload.twilio.com の443番にHTTPSでつながるように、ネットワークの設定を確かめてください。',
      en: 'Let this server reach api.twilio.com, voice.twilio.com, serverless.twilio.com and serverless-upload.twilio.com over HTTPS, port 443.',
    },
  },
  unreadable: {
    about: { ja: 'TwilioのAPIの答えを読み取れません。', en: 'The answer from Twilio’s API cannot be read.' },
    mend: {
      ja: '途中のプロキシが答えを書き換えていないか、確かめてください。',
      en: 'Look for a proxy on the way that changes what is answered.',
    },
  },
};

/** A request to Twilio failed; `trouble` says why. The message contains no token and no telephone number. */
export class TwilioApiError extends Error {
  override readonly name = 'TwilioApiError';
  readonly trouble: TwilioTrouble;
  /** The status of the answer and the code of the error, or what went wrong. It has no other part of the answer. */
  readonly detail: string;
  /** Twilio's code of the error; null if Twilio gave none. */
  readonly twilioCode: number | null;

  constructor(trouble: TwilioTrouble, detail: string, twilioCode: number | null = null) {
    super(`${troubleTexts[trouble].about.en} (${detail}) ${troubleTexts[trouble].mend.en}`);
    this.trouble = trouble;
    this.detail = detail;
    this.twilioCode = twilioCode;
  }
}
