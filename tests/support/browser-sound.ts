import type { Locator, Page } from 'playwright-core';

/** What was heard of a sound during a short time of listening. */
interface Heard {
  /** The positions in the sound, in seconds, at the beginning and at the end of listening. */
  readonly from: number;
  readonly to: number;
  /** The length of the whole sound in seconds. */
  readonly duration: number;
  /** The loudest sample that was heard, from 0 to 1. */
  readonly peak: number;
}

/**
 * The parts of the browser's objects that are used here. The functions below run in the browser, but the types for Node
 * do not include the browser's objects.
 */
interface Media {
  readonly duration: number;
  readonly paused: boolean;
  readonly currentSrc: string;
  currentTime: number;
  captureStream(): unknown;
}
interface Analyser {
  readonly fftSize: number;
  getFloatTimeDomainData(samples: Float32Array): void;
}
declare const AudioContext: new () => {
  createMediaStreamSource(stream: unknown): { connect(analyser: Analyser): void };
  createAnalyser(): Analyser;
  close(): Promise<void>;
};

/** Listens to an audio element until its position has changed and a sound was audible, but at most three seconds. */
export const listen = (audio: Locator): Promise<Heard> =>
  audio.evaluate(async (media: Media) => {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(media.captureStream()).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const from = media.currentTime;
    let peak = 0;
    for (let look = 0; look < 60 && (peak < 0.02 || media.currentTime === from); look++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      analyser.getFloatTimeDomainData(samples);
      peak = samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), peak);
    }
    await context.close();
    return { from, to: media.currentTime, duration: media.duration, peak };
  });

/** Moves to the last moment of the sound, so that it ends by itself. */
export const skipToEnd = (audio: Locator): Promise<void> =>
  audio.evaluate((media: Media) => {
    media.currentTime = media.duration - 0.2;
  });

/** The source of an audio element, whether it is paused, and its position in seconds. */
export const soundNow = (audio: Locator): Promise<{ source: string; isPaused: boolean; time: number }> =>
  audio.evaluate((media: Media) => ({
    source: media.currentSrc,
    isPaused: media.paused,
    time: media.currentTime,
  }));

/** A sound that the page decoded with Web Audio. */
interface Decoded {
  /** The length of the whole sound in seconds. */
  readonly seconds: number;
  /** The loudest sample at the time of `decoded`, from 0 to 1. */
  readonly loudness: number;
}

interface DecodedSource {
  readonly buffer: { readonly duration: number };
  readonly context: { createAnalyser(): Analyser };
  connect(analyser: Analyser): void;
  start(): void;
}
declare const AudioBufferSourceNode: { readonly prototype: DecodedSource };
declare const decodedSounds: { readonly seconds: number; readonly analyser: Analyser }[];

/** Attaches an analyser to every decoded sound that the page starts with Web Audio from now on. */
export const watchDecoded = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { start } = AudioBufferSourceNode.prototype;
    Object.assign(globalThis, { decodedSounds: [] });
    AudioBufferSourceNode.prototype.start = function () {
      const analyser = this.context.createAnalyser();
      this.connect(analyser);
      decodedSounds.push({ seconds: this.buffer.duration, analyser });
      start.call(this);
    };
  });

/** The sounds that the page has decoded and started since `watchDecoded`, in order. */
export const decoded = (page: Page): Promise<Decoded[]> =>
  page.evaluate(() =>
    decodedSounds.map(({ seconds, analyser }) => {
      const samples = new Float32Array(analyser.fftSize);
      analyser.getFloatTimeDomainData(samples);
      return { seconds, loudness: samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0) };
    }),
  );
