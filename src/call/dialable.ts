/** Why a number may not be dialled by the line. */
export type NotDialable = 'not-e164' | 'not-japan' | 'emergency' | 'premium' | 'short';

/**
 * Police, coast guard, fire and ambulance. A call handed on by an exchange far away reaches the wrong command room, or
 * none: callers are told to hang up and dial for themselves. Written with +81 they are still the same three numbers.
 */
const emergency = /^(?:\+81)?(?:110|118|119)$/;

/** Services of two to six digits, `#7119` and its like included; they exist only for the caller's own telephone. */
const shortCode = /^[#*]?\d{2,6}$/;

const e164 = /^\+[1-9]\d{1,14}$/;

/** Information services billed to whoever calls: 0990 and 0180. */
const premium = /^\+81(?:990|180)/;

/**
 * Nine digits after the country code, or ten where the second is a zero: mobile, IP and the longer toll-free numbers.
 * 010 is no area but the way out of the country.
 * Source: Japan's telephone numbering plan, https://www.soumu.go.jp/main_sosiki/joho_tsusin/top/tel_number/
 */
const japanese = /^\+81(?!10)(?:[1-9]\d{8}|[5-9]0\d{8})$/;

/**
 * Tells why a number must never be dialled, or null where it may be. Only ordinary numbers in Japan, written in E.164
 * form, pass: whatever the line's data say, no transfer can reach an emergency service, a premium number or abroad.
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
