import type { Page } from 'playwright-core';

/** The loudness of single tones in decibels, by frequency in hertz. */
export type Loudness = Readonly<Record<number, number>>;

/**
 * The parts of the browser's objects that are used here. The functions below run in the browser, but the types for Node
 * do not include the browser's objects.
 */
interface Node {
  connect(node: Node): Node;
}
interface Analyser extends Node {
  fftSize: number;
  smoothingTimeConstant: number;
  readonly frequencyBinCount: number;
  getFloatFrequencyData(decibels: Float32Array): void;
}
interface Context {
  readonly destination: Node;
  readonly sampleRate: number;
  createAnalyser(): Analyser;
}
interface Band {
  readonly input: Node;
  readonly output: Node;
  setOn(isOn: boolean): void;
}
declare const AudioNode: { readonly prototype: Node & { readonly context: Context } };
declare const OfflineAudioContext: new (
  channels: number,
  length: number,
  sampleRate: number,
) => Context & { startRendering(): Promise<{ getChannelData(channel: number): Float32Array }> };
declare const AudioBufferSourceNode: new (
  context: Context,
  options: { buffer: unknown },
) => Node & { start(at: number): void };
declare const AudioBuffer: new (options: {
  length: number;
  sampleRate: number;
}) => { copyToChannel(samples: Float32Array, channel: number): void };
declare const pageSound: { readonly context: Context; readonly analyser: Analyser } | undefined;

/**
 * Measures how much of each frequency the page's telephone filter lets through. The filter comes from the page's own
 * module, and the browser renders its sound offline.
 */
export const responseOf = (page: Page, isOn: boolean, frequencies: readonly number[]): Promise<Loudness> =>
  page.evaluate(
    async ([isOn, frequencies]) => {
      const module = '/phone/assets/telephone-band.js';
      const { createTelephoneBand } = await import(module);
      const rate = 48_000;
      const context = new OfflineAudioContext(1, rate, rate);
      const band: Band = createTelephoneBand(context);
      band.setOn(isOn);
      const click = new AudioBuffer({ length: 1, sampleRate: rate });
      click.copyToChannel(Float32Array.of(1), 0);
      const source = new AudioBufferSourceNode(context, { buffer: click });
      source.connect(band.input);
      band.output.connect(context.destination);
      source.start(0.5);
      const heard = (await context.startRendering()).getChannelData(0).slice(rate / 2);
      const decibelsAt = (frequency: number) => {
        let [real, imaginary] = [0, 0];
        for (const [index, sample] of heard.entries()) {
          const angle = (2 * Math.PI * frequency * index) / rate;
          real += sample * Math.cos(angle);
          imaginary += sample * Math.sin(angle);
        }
        return 20 * Math.log10(Math.hypot(real, imaginary));
      };
      return Object.fromEntries(frequencies.map((frequency) => [frequency, decibelsAt(frequency)]));
    },
    [isOn, frequencies] as const,
  );

/** Attaches an analyser to every sound that leaves the page through Web Audio from now on. */
export const watchWebAudio = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { connect } = AudioNode.prototype;
    AudioNode.prototype.connect = function (this: Node & { readonly context: Context }, node: Node) {
      if (node === this.context.destination) {
        const analyser = this.context.createAnalyser();
        analyser.fftSize = 8192;
        analyser.smoothingTimeConstant = 0;
        Object.assign(globalThis, { pageSound: { context: this.context, analyser } });
        connect.call(this, analyser);
      }
      return connect.call(this, node);
    };
    Object.assign(globalThis, { pageSound: undefined });
  });

/** The loudness of tones in the sound that now leaves the page through Web Audio. Null if no sound has left it yet. */
export const loudnessOf = (page: Page, frequencies: readonly number[]): Promise<Loudness | null> =>
  page.evaluate((frequencies) => {
    if (pageSound === undefined) return null;
    const { context, analyser } = pageSound;
    const bins = new Float32Array(analyser.frequencyBinCount);
    analyser.getFloatFrequencyData(bins);
    const at = (frequency: number) => {
      const middle = Math.round((frequency * analyser.fftSize) / context.sampleRate);
      return Math.max(...bins.slice(middle - 2, middle + 3));
    };
    return Object.fromEntries(frequencies.map((frequency) => [frequency, at(frequency)]));
  }, frequencies);
