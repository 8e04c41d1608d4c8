import { parentPort, workerData } from 'node:worker_threads';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** "Safely unguessable: moderate protection from offline slow-hash scenario", of 0 to 4. */
const good = 3;

const { password, words }: { password: string; words: readonly string[] } = workerData;
const judge = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
parentPort?.postMessage(judge.check(password, [...words]).score < good);
