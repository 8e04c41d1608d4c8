import { messageOf } from '../common/errors.ts';
import { fetchStatus } from '../common/fetch-answer.ts';
import type { Alert, RaiseAlert } from './alert.ts';
import type { AlertKind } from './alert-texts.ts';

/** Receives alerts: a webhook, or mail. */
export interface AlertReceiver {
  /** @throws Error when the alert was not delivered. The message is logged, so it must not contain a secret */
  send(alert: Alert): Promise<void>;
}

/** Milliseconds for which a receiver that has received an alert gets no other alert of that kind. */
const toldEvery = 3_600_000;

/** Milliseconds until an alert that was not delivered may be sent again. Strangers can cause some kinds as often as they like. */
const triedEvery = 60_000;

/**
 * Sends alerts to all receivers, independently of each other.
 * @param now milliseconds, only ever increasing
 * @param failed called when an alert could not be delivered; it is sent again when it is raised again, after a minute at the
 * earliest
 */
export function createAlerts(
  receivers: readonly AlertReceiver[],
  now: () => number,
  failed: (why: string) => void,
): RaiseAlert {
  const all = receivers.map((receiver) => ({ receiver, told: new Map<AlertKind, number>() }));
  return (kind, { details = [], since = null } = {}) => {
    for (const { receiver, told } of all) {
      const before = told.get(kind);
      if (before !== undefined && now() - before < toldEvery) continue;
      told.set(kind, now());
      receiver.send({ kind, details, since }).catch((error: unknown) => {
        told.set(kind, now() - toldEvery + triedEvery);
        failed(messageOf(error));
      });
    }
  };
}

/**
 * Sends a sign of life to a service that raises an alarm when it receives none.
 * @param told called with null when the service was reached, and otherwise with the reason why not
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
 * Sends a request to an address. The address may be a secret, so no error message contains it.
 * @throws Error with the status of an answer other than 200 to 299, or NoAnswerError with the code of the failure
 */
export async function reach(url: string, init: RequestInit): Promise<void> {
  const status = await fetchStatus(url, init);
  if (status < 200 || status > 299) throw new Error(`status ${status}`);
}
