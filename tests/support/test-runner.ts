import createRunner from 'jest-light-runner';
import Tinypool from 'tinypool';

/** A channel for messages to and from the processes of workers. The pool only passes the messages on. */
export interface WorkerChannel {
  /** @param listener sends a message to the process of one worker */
  onMessage(listener: (message: unknown) => void): void;
  /** Receives a message from the process of a worker. */
  postMessage(message: unknown): void;
}

const lasting = new WeakMap<WorkerChannel, WorkerChannel>();

/**
 * Wraps a channel so that it answers every worker. When the first worker asks, the runner's own channel answers all
 * workers that it knows, and then forgets them. On a busy machine, another worker may start later. It gets no answer,
 * and its first file never ends.
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
