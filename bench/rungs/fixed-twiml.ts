import { account } from '../../tests/support/twilio-account.ts';

const action = `${account.publicUrl}/twilio/turn/WzEsIjAxMjM0NTY3ODkiLDAsInRvcGljcyIsImVuIiwwXQ?n=2`;

/** One answer of the line, ready made: what the rungs say that do not think. As long as a real one. */
export const fixedTwiml =
  '<?xml version="1.0" encoding="UTF-8"?><Response><Gather input="dtmf" numDigits="1" finishOnKey="" timeout="7"' +
  ` action="${action}" method="POST" actionOnEmptyResult="true">` +
  `<Play>${account.publicUrl}/audio/${'0123456789abcdef'.repeat(4)}.wav</Play></Gather>` +
  `<Redirect method="POST">${action}</Redirect></Response>`;
