import type { Page } from 'playwright-core';

/** How loud single tones are, in decibels, by their frequency in hertz. */
export type Loudness = Readonly<Record<number, number>>;

/** What is used of the browser's own objects: these functions run there, where TypeScript for Node knows none of them. */
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

/** How much of each frequency the page's stretch of telephone line lets through: the page's own module, rendered offline. */
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

/** Puts an ear to all that will leave the page through Web Audio. */
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

/** How loud tones are in what leaves the page through Web Audio at this moment; null while nothing does. */
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
