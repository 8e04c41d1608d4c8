import express, { type Express, type RequestHandler } from 'express';
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import webhooks from 'twilio/lib/webhooks/webhooks.js';
import { account } from '../../tests/support/twilio-account.ts';

const action = `${account.publicUrl}/twilio/turn/topics?n=2`;
const sounds = `${account.publicUrl}/audio`;

/** A server like those in Twilio's examples: Express parses the form, and VoiceResponse builds every answer. */
function sampleApp(...checks: readonly RequestHandler[]): Express {
  const app = express();
  app.use(express.urlencoded({ extended: false }));
  app.post(['/twilio/voice', '/twilio/turn/:state'], ...checks, (request, response) => {
    const twiml = new VoiceResponse();
    const gather = twiml.gather({
      input: ['dtmf'],
      numDigits: 1,
      finishOnKey: '',
      timeout: 7,
      action,
      method: 'POST',
      actionOnEmptyResult: true,
    });
    gather.play(`${sounds}/topic-${request.body.Digits ?? 'menu'}.wav`);
    twiml.redirect({ method: 'POST' }, action);
    response.type('text/xml').send(twiml.toString());
  });
  return app;
}

export const sample = (): Express => sampleApp();

/** The server of `sample`, with Twilio's own signature check. */
export function sampleSigned(): Express {
  const { protocol, host } = new URL(account.publicUrl);
  return sampleApp(webhooks.webhook({ protocol: protocol.slice(0, -1), host }, account.authTokens[0]));
}
