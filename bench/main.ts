import { availableParallelism, cpus, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { createProgressBar } from '../src/office/progress-bar.ts';
import { bundledPrompts } from './draft.ts';
import type { GroupParts } from './group.ts';
import { groups, onRequest } from './groups/groups.ts';
import { OptionsError, readOptions } from './options.ts';
import { fullPlan, quickPlan } from './plan.ts';
import { prepareSounds, type Sounds } from './prepare-sounds.ts';
import { decimal, toMarkdown, whole } from './table.ts';

const load = () =>
  loadavg()
    .map((each) => decimal(each))
    .join(' ');

async function run(args: readonly string[]): Promise<void> {
  const { quick, groups: names } = readOptions(args, Object.keys(groups), onRequest);
  const begun = performance.now();
  const audioCacheFolder = resolve(process.env.AUDIO_CACHE_DIR || 'audio-cache');
  const bar = createProgressBar(process.stderr, () => performance.now(), 'en');
  let sounds: Promise<Sounds> | null = null;
  const parts: GroupParts = {
    plan: quick ? quickPlan : fullPlan,
    promptsFolder: bundledPrompts,
    audioCacheFolder,
    sounds: () => {
      sounds ??= prepareSounds(bundledPrompts, audioCacheFolder, bar);
      return sounds;
    },
  };
  console.log(`# Bench, ${new Date().toISOString().slice(0, 16)}Z${quick ? ', quick' : ''}\n`);
  console.log(`Node ${process.versions.node} on ${process.platform}-${process.arch}, ${availableParallelism()} cores`);
  console.log(`(${cpus()[0]?.model ?? 'unknown'}), load before: ${load()}\n`);
  for (const name of names) {
    const measure = groups[name];
    if (measure) console.log(toMarkdown(await measure(parts)));
  }
  console.log(`Load after: ${load()}; took ${whole((performance.now() - begun) / 1000)} s.`);
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof OptionsError ? error.message : error);
  process.exitCode = 1;
}
