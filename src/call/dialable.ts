/** Why the line may not dial a telephone number. */
export type NotDialable = 'not-e164' | 'not-japan' | 'emergency' | 'premium' | 'short';

/**
 * The emergency numbers: 110 for the police, 118 for the coast guard, 119 for fire and ambulance. A call to them
 * through a distant exchange reaches the wrong command room, or none. So callers are told to hang up and dial these
 * numbers themselves. Numbers with +81 in front of these digits are refused for the same reason.
 */
const emergency = /^(?:\+81)?(?:110|118|119)$/;

/** Short numbers, such as `#7119`: services of two to six digits, which work only from the caller's own telephone. */
const shortCode = /^[#*]?\d{2,6}$/;

const e164 = /^\+[1-9]\d{1,14}$/;

/**
 * Whether a text is a telephone number of any country in E.164 form, with seven digits or more. Shorter numbers are
 * services.
 */
export const isTelephoneNumber = (text: string): boolean => /^\+[1-9]\d{6,14}$/.test(text);

/**
 * A Japanese telephone number as dialled within Japan: with 0 instead of the country code. Other numbers stay as they
 * are.
 */
export const asDialledHere = (number: string): string => number.replace(/^\+81/, '0');

/** Information services billed to the caller: 0990 and 0180. */
const premium = /^\+81(?:990|180)/;

/**
 * Japanese numbers have nine digits after the country code. Mobile, IP and the longer toll-free numbers have ten: their
 * first digit is 5 to 9, and their second is 0. 010 is not an area code but the international prefix.
 * Source: Japan's telephone numbering plan, https://www.soumu.go.jp/main_sosiki/joho_tsusin/top/tel_number/
 */
const japanese = /^\+81(?!10)(?:[1-9]\d{8}|[5-9]0\d{8})$/;

/**
 * Returns why a telephone number must never be dialled, or null if it may be dialled. Only ordinary Japanese numbers in
 * E.164 form pass. Whatever the line's data say, no transfer can reach an emergency service, a premium number or
 * another country.
 */
export function whyNotDialable(number: string): NotDialable | null {
  if (emergency.test(number)) {
    return 'emergency';
  }
  if (shortCode.test(number)) {
    return 'short';
  }
  if (!e164.test(number) || number.startsWith('+810')) {
    return 'not-e164';
  }
  if (!number.startsWith('+81')) {
    return 'not-japan';
  }
  if (premium.test(number)) {
    return 'premium';
  }
  if (number.length < '+81'.length + 9) {
    return 'short';
  }
  return japanese.test(number) ? null : 'not-japan';
}
