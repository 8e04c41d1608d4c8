import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type ElementRule, readTwimlTypes, type TwimlTypes, type ValueRule } from './twiml-types.ts';
import { elementsIn, parseXml, type XmlElement } from './xml-tree.ts';

export { checkCallRules } from './twiml-call-rules.ts';

const declarations = createRequire(import.meta.url).resolve('twilio/lib/twiml/VoiceResponse.d.ts');

/** The rules, read from the installed twilio package. An update of the package also updates the rules. */
export const twimlTypes: TwimlTypes = readTwimlTypes(readFileSync(declarations, 'utf8'));

/** What is wrong with a value, as the end of a sentence; null if it is valid. */
function checkValue(rule: ValueRule, value: string): string | null {
  switch (rule.kind) {
    case 'string':
      return null;
    case 'number':
      return /^\d+$/.test(value) ? null : 'is not a whole number';
    case 'boolean':
      return value === 'true' || value === 'false' ? null : 'is neither true nor false';
    case 'one-of':
      return rule.values.has(value) ? null : `is not in ${rule.name}`;
    case 'list':
      return value.split(' ').reduce<string | null>((problem, word) => problem ?? checkValue(rule.of, word), null);
  }
}

function checkAttributes(element: XmlElement, rule: ElementRule): string[] {
  return [...element.attributes].flatMap(([name, value]) => {
    const known = rule.attributes.get(name);
    if (known === undefined) {
      return [`<${element.name}> has no attribute ${name}.`];
    }
    const problem = checkValue(known, value);
    return problem === null ? [] : [`${name}="${value}" of <${element.name}> ${problem}.`];
  });
}

function isElementAnywhere(name: string): boolean {
  return [...twimlTypes.values()].some((elements) => elements.has(name));
}

function checkElement(element: XmlElement, rule: ElementRule): string[] {
  const allowed = twimlTypes.get(rule.className);
  const hasText = element.children.some((child) => typeof child === 'string' && child.trim() !== '');
  const textProblems = hasText && !rule.takesText ? [`<${element.name}> may hold no text.`] : [];
  const childProblems = elementsIn(element).flatMap((child) => {
    const childRule = allowed?.get(child.name);
    if (childRule !== undefined) {
      return checkElement(child, childRule);
    }
    return isElementAnywhere(child.name)
      ? [`<${child.name}> is not allowed inside <${element.name}>.`]
      : [`There is no element <${child.name}>.`];
  });
  return [...checkAttributes(element, rule), ...textProblems, ...childProblems];
}

/** Checks a document against Twilio's own types. @returns a sentence for each violation */
export function checkTwiml(xml: string): string[] {
  const parsed = parseXml(xml);
  if ('problem' in parsed) {
    return [parsed.problem];
  }
  if (parsed.root.name !== 'Response') {
    return [`The root element is <${parsed.root.name}> instead of <Response>.`];
  }
  return checkElement(parsed.root, { className: 'VoiceResponse', attributes: new Map(), takesText: false });
}
