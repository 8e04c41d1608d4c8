import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Audio tools of other projects. Tests compare the results of the product's code with theirs. */
type Tool = 'sox' | 'ffmpeg';

/** Makes a folder for the files that a tool reads and writes, and deletes it afterwards. */
export function inFolder<T>(use: (path: (name: string) => string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'kotozute-audio-'));
  try {
    return use((name) => join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs a tool. @returns its standard error, to which both tools print their measurements */
export function runTool(tool: Tool, args: readonly string[]): string {
  const { status, stderr, error } = spawnSync(tool, args, { encoding: 'utf8' });
  if (status !== 0) throw error ?? new Error(`${tool} ${args.join(' ')}: ${stderr}`);
  return stderr;
}

/** The results of `sox … stats` for a WAV file, by the names that sox prints, such as `Pk lev dB`. */
export function soxStats(wav: Uint8Array): ReadonlyMap<string, number> {
  return inFolder((path) => {
    writeFileSync(path('in.wav'), wav);
    const lines = runTool('sox', [path('in.wav'), '-n', 'stats']).split('\n');
    return new Map(
      lines.flatMap((line) => {
        const [, name, value] = /^(\S.*?) {2,}(-?[\d.]+)/.exec(line) ?? [];
        return name && value ? [[name, Number(value)] as const] : [];
      }),
    );
  });
}

/** Integrated loudness in LUFS (ITU-R BS.1770, gated), measured by ffmpeg. */
export function integratedLoudness(wav: Uint8Array): number {
  return inFolder((path) => {
    writeFileSync(path('in.wav'), wav);
    const report = runTool('ffmpeg', ['-hide_banner', '-i', path('in.wav'), '-af', 'ebur128', '-f', 'null', '-']);
    return Number(/Integrated loudness:\s+I:\s+(-?[\d.]+) LUFS/.exec(report)?.[1]);
  });
}

/** G.711 µ-law codes of 16-bit samples, encoded by the tool. */
export function muLawBy(tool: Tool, values: Int16Array): Uint8Array {
  return inFolder((path) => {
    writeFileSync(path('in.raw'), values);
    const input =
      tool === 'sox' ? ['-t', 's16', '-r', '8000', '-c', '1'] : ['-f', 's16le', '-ar', '8000', '-ac', '1', '-i'];
    const output = tool === 'sox' ? ['-t', 'ul'] : ['-f', 'mulaw'];
    runTool(tool, [...(tool === 'sox' ? ['-D'] : []), ...input, path('in.raw'), ...output, path('out.raw')]);
    return new Uint8Array(readFileSync(path('out.raw')));
  });
}

/** A WAV file that the tool made from another one. @param options the tool's options for the output */
export function rewrittenBy(tool: Tool, wav: Uint8Array, options: readonly string[]): Uint8Array {
  return inFolder((path) => {
    writeFileSync(path('in.wav'), wav);
    const input = tool === 'sox' ? ['-D', path('in.wav')] : ['-i', path('in.wav')];
    runTool(tool, [...input, ...options, path('out.wav')]);
    return new Uint8Array(readFileSync(path('out.wav')));
  });
}
