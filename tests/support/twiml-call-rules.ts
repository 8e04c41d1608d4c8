import { elementsIn, everyElement, parseXml, textOf, type XmlElement } from './xml-tree.ts';

interface CallRuleOptions {
  /**
   * Whether the agent hears the document before being connected to the caller. Only such a document may end with a Say
   * or Play.
   */
  readonly whisper?: boolean;
}

function isAbsolute(address: string | undefined): boolean {
  return address !== undefined && /^https?:\/\/[^\s/]+\/\S*$/.test(address) && URL.canParse(address);
}

function requireValue(element: XmlElement, attribute: string, value: string): string[] {
  return element.attributes.get(attribute) === value ? [] : [`<${element.name}> lacks ${attribute}="${value}".`];
}

function requireAddress(element: XmlElement, address: string | undefined, what: string): string[] {
  return isAbsolute(address) ? [] : [`The ${what} of <${element.name}> is not an absolute http or https address.`];
}

function checkGather(gather: XmlElement, next: XmlElement | undefined): string[] {
  return [
    ...requireValue(gather, 'numDigits', '1'),
    ...requireValue(gather, 'finishOnKey', ''),
    ...requireValue(gather, 'actionOnEmptyResult', 'true'),
    ...requireValue(gather, 'method', 'POST'),
    ...requireAddress(gather, gather.attributes.get('action'), 'action'),
    ...(next?.name === 'Redirect' ? [] : ['<Gather> is not followed by <Redirect>.']),
  ];
}

function checkDial(dial: XmlElement, isLast: boolean): string[] {
  return [
    ...requireValue(dial, 'method', 'POST'),
    ...requireAddress(dial, dial.attributes.get('action'), 'action'),
    ...['timeLimit', 'callerId'].flatMap((name) => (dial.attributes.has(name) ? [] : [`<Dial> lacks ${name}.`])),
    ...(isLast ? [] : ['<Dial> is not the last element.']),
    ...elementsIn(dial).flatMap((callee) =>
      callee.attributes.has('url')
        ? [...requireValue(callee, 'method', 'POST'), ...requireAddress(callee, callee.attributes.get('url'), 'url')]
        : [],
    ),
  ];
}

function checkRedirect(redirect: XmlElement, previous: XmlElement | undefined, isLast: boolean): string[] {
  return [
    ...requireValue(redirect, 'method', 'POST'),
    ...requireAddress(redirect, textOf(redirect), 'text'),
    ...(previous?.name === 'Gather' ? [] : ['<Redirect> does not follow a <Gather>.']),
    ...(isLast ? [] : ['<Redirect> is not the last element.']),
  ];
}

function checkSay(say: XmlElement): string[] {
  const locale = /^Google\.([a-z]+-[A-Z]+)-/.exec(say.attributes.get('voice') ?? '')?.[1];
  const language = say.attributes.get('language');
  return [
    ...(encodeURIComponent(textOf(say)).length > 4500 ? ['A <Say> is longer than 4,500 URL-encoded characters.'] : []),
    ...(locale === undefined || locale === language ? [] : [`A voice of ${locale} is to speak ${language}.`]),
  ];
}

function checkVerb(verbs: readonly XmlElement[], verb: XmlElement, index: number): string[] {
  const isLast = index === verbs.length - 1;
  switch (verb.name) {
    case 'Gather':
      return checkGather(verb, verbs[index + 1]);
    case 'Dial':
      return checkDial(verb, isLast);
    case 'Redirect':
      return checkRedirect(verb, verbs[index - 1], isLast);
    case 'Hangup':
      return isLast ? [] : ['<Hangup> is not the last element.'];
    default:
      return [];
  }
}

function checkEnd(verbs: readonly XmlElement[], whisper: boolean): string[] {
  if (whisper) {
    return verbs.some((verb) => verb.name === 'Dial') ? ['A whisper may not dial.'] : [];
  }
  const last = verbs.at(-1)?.name;
  return last === 'Redirect' || last === 'Dial' || last === 'Hangup' || last === 'Gather'
    ? []
    : [`The document ends with ${last === undefined ? 'nothing' : `<${last}>`}: the call would be cut off.`];
}

/**
 * Checks a document against the line's own rules, which go beyond Twilio's. No caller may be cut off, and no key press
 * may be lost. Twilio must send every next webhook to an absolute address by POST.
 * @returns a sentence for each violation
 */
export function checkCallRules(xml: string, options: CallRuleOptions = {}): string[] {
  const parsed = parseXml(xml);
  if ('problem' in parsed) {
    return [parsed.problem];
  }
  const verbs = elementsIn(parsed.root);
  return [
    ...(Buffer.byteLength(xml) > 64_000 ? ['The document is larger than 64 kB.'] : []),
    ...verbs.flatMap((verb, index) => checkVerb(verbs, verb, index)),
    ...everyElement(parsed.root).flatMap((element) => (element.name === 'Say' ? checkSay(element) : [])),
    ...checkEnd(verbs, options.whisper === true),
  ];
}
