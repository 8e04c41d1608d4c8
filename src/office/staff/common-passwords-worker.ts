import { parentPort, workerData } from 'node:worker_threads';
import { createPasswordJudge } from './password-judge.ts';

const { password, words, fewestGuesses }: { password: string; words: readonly string[]; fewestGuesses: number } =
  workerData;
parentPort?.postMessage(createPasswordJudge()(password, words) < fewestGuesses);
