import { messageOf } from '../common/errors.ts';
import { fetchStatus } from '../common/fetch-answer.ts';
import type { Alert, RaiseAlert } from './alert.ts';
import type { AlertKind } from './alert-texts.ts';

/** Receives alerts: a webhook, or mail. */
export interface AlertReceiver {
  /** @throws Error when it was not delivered; its message is logged, so it has no secret in it */
  send(alert: Alert): Promise<void>;
}

/** Milliseconds between two alerts of one kind. */
const toldEvery = 3_600_000;

/** Milliseconds until an alert that was not delivered may be sent again. Strangers can raise some kinds as often as they like. */
const triedEvery = 60_000;

/**
 * Sends alerts to all receivers, each on its own.
 * @param now milliseconds, only ever increasing
 * @param failed called when an alert could not be delivered; it is then sent when it is raised again, a minute later at the earliest
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
 * Sends a sign of life to a service that raises an alarm when none comes.
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
 * Sends a request to an address. The address may be a secret, so no message contains it.
 * @throws Error with the status or the code of the failure when the answer is not one of success
 */
export async function reach(url: string, init: RequestInit): Promise<void> {
  const status = await fetchStatus(url, init);
  if (status < 200 || status > 299) throw new Error(`status ${status}`);
}
