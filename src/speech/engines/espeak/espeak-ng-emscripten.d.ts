/** The package has no types; these are the parts used here. */
declare module '@echogarden/espeak-ng-emscripten' {
  export interface Speaker {
    /** Returns 0 on success. Otherwise the speaker keeps its previous voice. */
    set_voice(name: string): number;
    /** Words per minute, at least 80. */
    set_rate(wordsPerMinute: number): void;
    set_volume(percent: number): void;
    list_voices(): { readonly identifier: string }[];
    get_samplerate(): number;
    /**
     * Passes chunks of 16-bit samples to `onSound`, and returns after the last one. If `onSound` returns `true`, the
     * synthesis stops.
     */
    synthesize(text: string, onSound: (samples: Int16Array) => boolean): void;
    synthesize_ipa(text: string): { readonly code: number; readonly ipa: string };
  }
  export default function load(): Promise<{ readonly eSpeakNGWorker: new () => Speaker }>;
}
