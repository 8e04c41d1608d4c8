/** The edges of the voice band of the telephone network, in hertz (ITU-T G.712). */
const band = { from: 300, to: 3400 };

/** The qualities of two filters in a row that together make one Butterworth filter of the fourth order. */
const qualities = [0.5412, 1.3066];

/** Seconds in which one sound passes into the other, short enough for an instant and long enough not to click. */
const fade = 0.02;

/**
 * A stretch of telephone line, which can be left out. What comes in is heard as it is until it is switched on.
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

/** For these two kinds of filter Web Audio reads Q in decibels. @param {number} ratio */
const decibels = (ratio) => 20 * Math.log10(ratio);
