/** The package has no types; these are the parts used here. */
declare module '@echogarden/espeak-ng-emscripten' {
  export interface Speaker {
    /** Answers 0 on success. After anything else the speaker goes on with the voice it had before. */
    set_voice(name: string): number;
    /** Words a minute, never less than 80. */
    set_rate(wordsPerMinute: number): void;
    set_volume(percent: number): void;
    get_samplerate(): number;
    /** Calls back with 16-bit samples, stretch by stretch, before it returns; `true` from the callback stops it. */
    synthesize(text: string, onSound: (samples: Int16Array) => boolean): void;
    synthesize_ipa(text: string): { readonly code: number; readonly ipa: string };
  }
  export default function load(): Promise<{ readonly eSpeakNGWorker: new () => Speaker }>;
}
