/**
 * The number of something that was counted from 1 upwards, as addresses and forms carry it; null for anything else, because
 * whoever types an address may type whatever he likes, and a database takes only numbers that it can hold.
 */
export const numberOf = (text: unknown): number | null =>
  typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
