import { readFileSync } from 'node:fs';
import { maxHeaderSize } from 'node:http';
import { join } from 'node:path';
import { expect, test } from '#jest';
import { limits as callLimits } from '../src/call/limits.ts';
import { loggedError } from '../src/common/log.ts';
import { mostProxies } from '../src/config-fields.ts';
import { unreadLimits } from '../src/console/publish/unread-reasons.ts';
import { keptSheets } from '../src/console/sheets/kept-sheets.ts';
import { mostArchives } from '../src/console/sounds/route.ts';
import { editionKind, pointerKind } from '../src/edition/edition-folder.ts';
import { noticeKind } from '../src/edition/notice-file.ts';
import { formLimits } from '../src/frame/form.ts';
import { visitsPerMinute } from '../src/frame/limit-visitors.ts';
import { uploadLimits } from '../src/frame/uploads.ts';
import {
  arrivesWithin,
  longestUnread,
  mostBodies,
  mostUnanswered,
  readsAnswerWithin,
} from '../src/http/bound-requests.ts';
import { phoneLimits } from '../src/line/browser-phone/phone-router.ts';
import { lookEvery } from '../src/line/follow-file.ts';
import { longestStrayPath } from '../src/line/line-app.ts';
import { mostBytes } from '../src/line/office-proxy.ts';
import { acceptLanguageLimits } from '../src/line/pages/preferred-language.ts';
import { progressLimits } from '../src/line/requests-in-progress.ts';
import { mostKinds } from '../src/line/throttled-log.ts';
import { longestRespelled } from '../src/line/twilio/check-signature.ts';
import { longestBody, mostParameters } from '../src/line/twilio/read-webhook.ts';
import { mostCharacters } from '../src/office/drafts/tidy-sentences.ts';
import { soundFileLimits } from '../src/office/editions/intake/unpack-sounds.ts';
import { intervals } from '../src/office/editions/maintain-audio.ts';
import { nativeReviewLifetime, nativeReviewLimits } from '../src/office/editions/native-review/native-review-state.ts';
import { longestText } from '../src/office/files/text-file.ts';
import { dictionaryLimits } from '../src/office/readings/dictionary.ts';
import { sheetLimits } from '../src/office/sheets/limits.ts';
import { judgedLength, judgeTimeout } from '../src/office/staff/common-passwords.ts';
import { mostAccounts } from '../src/office/staff/known-browser.ts';
import { passwordLength } from '../src/office/staff/password-rules.ts';
import { longestTyped } from '../src/office/staff/passwords.ts';
import { attemptWindow, paces } from '../src/office/staff/throttle.ts';
import { longestSound } from '../src/sound/file-audio-store.ts';
import { espeakTimeoutMs } from '../src/speech/engines/espeak/espeak-engine.ts';
import { defaultRetryPolicy } from '../src/speech/engines/google/google-client.ts';
import { maxAnswerBytes } from '../src/speech/engines/google/read-answer.ts';

const seconds = (milliseconds: number) => milliseconds / 1000;
const { stranger, strangersKept, staff, staffSigningIn, staffGivenBack } = formLimits;
const sheet = [sheetLimits.rows, sheetLimits.columns, sheetLimits.characters];

/** The rows of the table in `docs/limits.md`, each with its numbers in their order, taken from the code. */
const rows: Readonly<Record<string, readonly number[]>> = {
  'any request': [
    ...[maxHeaderSize, mostBodies, mostUnanswered],
    ...[arrivesWithin.headers, arrivesWithin.request, readsAnswerWithin, longestUnread].map(seconds),
  ],
  'a request that the line hands to the office': [
    ...[mostBytes.of, mostBytes.ofSounds, progressLimits.all, progressLimits.ofAddress],
    ...[progressLimits.largeOfAddress, progressLimits.largeFrom, seconds(progressLimits.makesWayAfter)],
    ...[seconds(progressLimits.slowAfter), progressLimits.slowestBody],
  ],
  'files between office and line': [editionKind.longest, noticeKind.longest, pointerKind.longest, lookEvery],
  'Twilio’s webhooks': [longestBody, longestRespelled, mostParameters, 1],
  'what staff and native readers type about a review': [
    ...[
      nativeReviewLimits.reader,
      nativeReviewLimits.comment,
      unreadLimits.languages,
      unreadLimits.reason,
      nativeReviewLimits.open,
    ],
    nativeReviewLifetime / 86_400_000,
  ],
  'all sounds of a language as one file': [mostArchives],
  'sounds that staff take in': [
    ...[
      soundFileLimits.bytes + uploadLimits.around,
      soundFileLimits.bytes,
      soundFileLimits.unpackedBytes,
      longestSound,
    ],
    soundFileLimits.files,
  ],
  'visits to `/console`': [visitsPerMinute.stranger, visitsPerMinute.known],
  'a form of a stranger': [stranger.bytes, stranger.fields, 1],
  'a stranger’s form, kept over signing in': [strangersKept.bytes, strangersKept.fields, 1],
  'a form of staff': [staff.bytes, staffSigningIn.bytes, staff.fields, staffSigningIn.fields, 1],
  'a form of staff that is too long, given back with the answer': [staffGivenBack.bytes, staffGivenBack.fields, 1],
  'an upload of staff': [sheetLimits.bytes + uploadLimits.around, uploadLimits.parts, uploadLimits.name, 1],
  'a comparison of sheets, until it is taken in': [keptSheets.most, seconds(keptSheets.longest)],
  'attempts to sign in': [
    ...[paces.pair, paces.address, paces.account, paces.known].map(({ free }) => free),
    ...[paces.pair, paces.address, paces.account, paces.known].map(({ pause }) => seconds(pause)),
    seconds(attemptWindow),
  ],
  'a password': [longestTyped, passwordLength.longest, judgedLength, seconds(judgeTimeout)],
  'the cookie of a known browser': [mostAccounts],
  'JSON of the browser phone': [phoneLimits.bytes, phoneLimits.perMinute, phoneLimits.state],
  'the languages that a browser asks for': [acceptLanguageLimits.characters, acceptLanguageLimits.entries],
  'a call on the rehearsal phone': [callLimits.turnsPerCall],
  'a translators’ workbook': [sheetLimits.bytes, sheetLimits.unpackedBytes, sheetLimits.files, ...sheet],
  'a translators’ CSV file': [sheetLimits.bytes, ...sheet],
  'the prompts folder': [],
  'a text typed into the console': [mostCharacters],
  'a text whose readings are looked up': [
    ...[dictionaryLimits.characters, dictionaryLimits.waiting],
    ...[dictionaryLimits.timeout, dictionaryLimits.idle].map(seconds),
  ],
  'a sound of the audio cache': [longestSound, seconds(intervals.inspect)],
  'a sound that Google answers with': [
    maxAnswerBytes,
    seconds(defaultRetryPolicy.attempt),
    seconds(defaultRetryPolicy.total),
  ],
  'a sound of the embedded voice': [seconds(espeakTimeoutMs)],
  'the disaster file': [longestText],
  '`TRUST_PROXY`': [mostProxies.count, mostProxies.addresses],
  'addresses that strangers make up, in the log': [longestStrayPath, mostKinds],
  'an error, in the log': [loggedError.message, loggedError.stack, loggedError.causes, loggedError.causes],
};

test('the table of limits says what the code does', () => {
  const text = readFileSync(join(import.meta.dirname, '../docs/limits.md'), 'utf8');
  const [, , ...written] = text.split('\n').filter((line) => line.startsWith('|'));
  const found = written.map((line) => {
    const [reader = '', ...cells] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    // Only digits are compared. A number in words, such as "one each", is no constant in the code.
    const numbers = [...cells.join(' ').matchAll(/\d[\d,]*/g)].map(([number]) => Number(number.replaceAll(',', '')));
    return [reader, numbers];
  });
  expect(Object.fromEntries(found)).toEqual(rows);
  expect(found).toHaveLength(Object.keys(rows).length);
});
