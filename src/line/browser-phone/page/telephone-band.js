/** The edges of the voice band of the telephone network, in hertz (ITU-T G.712). */
const band = { from: 300, to: 3400 };

/** The Q factors of two filters. In series, the two form a fourth-order Butterworth filter. */
const qualities = [0.5412, 1.3066];

/** Seconds of the cross-fade: short enough to seem instant, long enough not to click. */
const fade = 0.02;

/**
 * A simulated telephone line. Until it is switched on, the input passes unchanged.
 * @param {BaseAudioContext} context
 * @returns {{ input: AudioNode, output: AudioNode, setOn: (isOn: boolean) => void }}
 */
export function createTelephoneBand(context) {
  const input = new GainNode(context);
  const asItIs = new GainNode(context, { gain: 1 });
  const narrow = new GainNode(context, { gain: 0 });
  const output = new GainNode(context);
  const filters = [
    ...qualities.map((q) => new BiquadFilterNode(context, { type: 'highpass', frequency: band.from, Q: decibels(q) })),
    ...qualities.map((q) => new BiquadFilterNode(context, { type: 'lowpass', frequency: band.to, Q: decibels(q) })),
  ];
  /** @type {AudioNode} */
  let last = input;
  for (const filter of filters) last = last.connect(filter);
  last.connect(narrow).connect(output);
  input.connect(asItIs).connect(output);

  return {
    input,
    output,
    setOn(isOn) {
      const at = context.currentTime + fade;
      for (const [node, gain] of /** @type {const} */ ([
        [narrow, isOn ? 1 : 0],
        [asItIs, isOn ? 0 : 1],
      ])) {
        node.gain.setValueAtTime(node.gain.value, context.currentTime);
        node.gain.linearRampToValueAtTime(gain, at);
      }
    },
  };
}

/** Web Audio expects Q in decibels for these two filter types. @param {number} ratio */
const decibels = (ratio) => 20 * Math.log10(ratio);
