import type { Bilingual } from '../../../common/bilingual.ts';
import { messageOf } from '../../../common/errors.ts';
import { SpeechError } from '../../engine.ts';

const compareVoice: Bilingual = {
  ja: 'line.yaml の声を、npm run speech -- check の一覧と比べてください',
  en: 'compare the voice in line.yaml with those that "npm run speech -- check" lists',
};

const whatToDo = new Map<string, Bilingual>([
  ['INVALID_ARGUMENT', compareVoice],
  ['NOT_FOUND', compareVoice],
  [
    'UNAUTHENTICATED',
    {
      ja: '認証情報が受け付けられませんでした。サービスアカウントの新しいキーを作ってください',
      en: 'the credentials are not accepted; make a new key for the service account',
    },
  ],
  [
    'PERMISSION_DENIED',
    {
      ja: 'プロジェクトで Cloud Text-to-Speech API を有効にして、サービスアカウントが使えるようにしてください',
      en: 'switch on the Cloud Text-to-Speech API in the project and let the service account use it',
    },
  ],
  [
    'RESOURCE_EXHAUSTED',
    {
      ja: '割り当てを使い切りました。後でもう一度試すか、Google Cloudの管理画面で割り当てを増やしてください',
      en: 'the quota is used up; try again later or have it raised in the Google Cloud console',
    },
  ],
  [
    'UNAVAILABLE',
    {
      ja: 'このマシンが texttospeech.googleapis.com につながるかを確かめて、もう一度試してください',
      en: 'check whether this machine can reach texttospeech.googleapis.com, and try again',
    },
  ],
  [
    'DEADLINE_EXCEEDED',
    {
      ja: '時間がかかりすぎました。このマシンが texttospeech.googleapis.com につながるかを確かめて、もう一度試してください',
      en: 'it took too long; check whether this machine can reach texttospeech.googleapis.com, and try again',
    },
  ],
  ['INTERNAL', { ja: 'Google側の問題です。後でもう一度試してください', en: 'the fault is at Google; try again later' }],
]);
/** Matches Google's messages about a sentence or a text that is too long for a voice. */
const lengthMessage = /too long|longer than the (?:allowed )?limit|exceeds? the (?:maximum|limit)|sentence.*split/i;
const tooLong: Bilingual = {
  ja: '文がこの声には長すぎます。いくつかの文に分けてください',
  en: 'the sentence is too long for the voice; split it into several sentences',
};

const otherwise: Bilingual = {
  ja: 'Cloud Text-to-Speech の文書で調べてください',
  en: 'look it up in the documentation of Cloud Text-to-Speech',
};

/** The names of gRPC's status codes, by number: https://grpc.io/docs/guides/status-codes/ */
const codeNames = [
  'OK',
  'CANCELLED',
  'UNKNOWN',
  'INVALID_ARGUMENT',
  'DEADLINE_EXCEEDED',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'PERMISSION_DENIED',
  'RESOURCE_EXHAUSTED',
  'FAILED_PRECONDITION',
  'ABORTED',
  'OUT_OF_RANGE',
  'UNIMPLEMENTED',
  'INTERNAL',
  'UNAVAILABLE',
  'DATA_LOSS',
  'UNAUTHENTICATED',
];

/**
 * Converts a failure to an error that has the name of Google's code, Google's own message, and what to do. A
 * `SpeechError` is returned unchanged.
 */
export function toSpeechError(error: unknown): SpeechError {
  if (error instanceof SpeechError) return error;
  const { name, words } = rootOf(messageOf(error)) ?? { name: nameOf(error), words: messageOf(error) };
  // A failure to get a token can come with any code, but its cause is always the credentials and not the network.
  const code = /invalid_grant|invalid_client/.test(words) ? 'UNAUTHENTICATED' : name;
  const advice = code === 'INVALID_ARGUMENT' && lengthMessage.test(words) ? tooLong : (whatToDo.get(code) ?? otherwise);
  const reason = brief(words);
  return new SpeechError({
    ja: `Googleの声が ${code} で失敗しました(${reason})。${advice.ja}。`,
    en: `Google's voices failed with ${code} (${reason}): ${advice.en}.`,
  });
}

/**
 * Finds the reason why the attempts failed. When the client gives up retrying, it throws a new error, and the reasons
 * appear only in the message of that error. The last attempt is cut off with DEADLINE_EXCEEDED, so any other reason is
 * preferred.
 */
function rootOf(message: string): { name: string; words: string } | undefined {
  const reason = /(?:^|retrying error \w+: |\{message: )\d+ ([A-Z_]+): (.*?)(?=\s+before any response|, code: |$)/gs;
  const found = [...message.matchAll(reason)].map(([, name = '', words = '']) => ({ name, words }));
  return found.findLast(({ name }) => name !== 'DEADLINE_EXCEEDED') ?? found.at(-1);
}

function nameOf(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return (typeof code === 'number' ? codeNames[code] : undefined) ?? 'UNKNOWN';
}

/** The first line of a message without its full stop, cut to at most 200 characters. */
const brief = (words: string): string => (words.split('\n', 1)[0] ?? '').trim().replace(/\.$/, '').slice(0, 200);
