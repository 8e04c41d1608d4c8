import { messageOf } from '../common/errors.ts';
import { fetchStatus } from '../common/fetch-answer.ts';
import { type AlertKind, alertTexts } from './alert-texts.ts';

/** What receives the alerts, and how it wants them written. */
export type AlertFormat = 'slack' | 'teams' | 'plain';

/** Where alerts go. */
export interface AlertTarget {
  readonly url: string;
  readonly format: AlertFormat;
  /** The address of the line, so that whoever has several knows which one it is; null if it has none. */
  readonly line: string | null;
}

/** Milliseconds between two alerts of one kind. */
const toldEvery = 3_600_000;

/** Milliseconds until an alert that was not delivered may be sent again. Strangers can raise some kinds as often as they like. */
const triedEvery = 60_000;

/** Raises an alert. It is sent in the background, once per kind and hour; nothing waits for it. */
export type RaiseAlert = (kind: AlertKind) => void;

/**
 * Sends alerts to a webhook. They consist of fixed texts: nothing of a call, a caller or a secret can be in them.
 * @param now milliseconds, only ever increasing
 * @param failed called when an alert could not be delivered; it is then sent when it is raised again, a minute later at the earliest
 */
export function createAlerts(
  { url, format, line }: AlertTarget,
  now: () => number,
  failed: (why: string) => void,
): RaiseAlert {
  const told = new Map<AlertKind, number>();
  const send = async (kind: AlertKind): Promise<void> => {
    try {
      await reach(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(bodyOf(format, kind, line)),
      });
    } catch (error) {
      told.set(kind, now() - toldEvery + triedEvery);
      failed(messageOf(error));
    }
  };
  return (kind) => {
    const before = told.get(kind);
    if (before !== undefined && now() - before < toldEvery) return;
    told.set(kind, now());
    void send(kind);
  };
}

/** What is sent, in both languages, as its receiver wants it. */
function bodyOf(format: AlertFormat, kind: AlertKind, line: string | null): object {
  const { ja, en } = alertTexts[kind];
  const head = `言伝 Kotozute${line === null ? '' : ` ${line}`}`;
  switch (format) {
    case 'slack':
      return { text: `*${head}*\n${ja}\n${en}` };
    case 'teams': {
      const block = (text: string) => ({ type: 'TextBlock', text, wrap: true });
      const content = { type: 'AdaptiveCard', version: '1.4', body: [head, ja, en].map(block) };
      return {
        type: 'message',
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
      };
    }
    case 'plain':
      return { line, kind, ja, en };
  }
}

/**
 * Tells a service that waits for it that all is well.
 * @param told called with the reason when it was not reached, and with null when it was
 */
export async function sendHeartbeat(url: string, told: (why: string | null) => void): Promise<void> {
  try {
    await reach(url, { redirect: 'follow' });
    told(null);
  } catch (error) {
    told(messageOf(error));
  }
}

/**
 * Reaches an address, which may be a secret: it is in no message.
 * @throws Error with the status or the code of the failure when the answer is not one of success
 */
async function reach(url: string, init: RequestInit): Promise<void> {
  const status = await fetchStatus(url, init);
  if (status < 200 || status > 299) throw new Error(`status ${status}`);
}
