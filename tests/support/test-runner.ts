import createRunner from 'jest-light-runner';
import Tinypool from 'tinypool';

/** How a worker's process and the pool tell each other what the pool does not understand. */
export interface WorkerChannel {
  /** @param listener takes a message to one worker's process */
  onMessage(listener: (message: unknown) => void): void;
  /** What a worker's process said. */
  postMessage(message: unknown): void;
}

const lasting = new WeakMap<WorkerChannel, WorkerChannel>();

/**
 * The same channel, but one that answers every worker. The runner's own answers all workers when the first one asks, and
 * forgets them: one that starts more slowly, on a busy machine, then asks in vain and its first file never ends.
 */
export function lastingChannel(channel: WorkerChannel): WorkerChannel {
  const known = lasting.get(channel);
  if (known) return known;
  const listeners = new Set<(message: unknown) => void>();
  const made: WorkerChannel = {
    onMessage(listener) {
      listeners.add(listener);
    },
    postMessage(message) {
      for (const listener of listeners) channel.onMessage(listener);
      channel.postMessage(message);
    },
  };
  lasting.set(channel, made);
  return made;
}

const { run } = Tinypool.prototype;
Tinypool.prototype.run = function (task, options) {
  const channel = options?.channel as WorkerChannel | undefined;
  return run.call(this, task, channel ? { ...options, channel: lastingChannel(channel) } : options);
};

export default createRunner;
