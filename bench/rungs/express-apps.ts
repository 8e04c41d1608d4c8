import express, { type Express } from 'express';
import { account } from '../../tests/support/twilio-account.ts';
import { fixedTwiml, isSigned } from './raw.ts';

/** Express with a single route and a fixed answer. */
export function expressHello(): Express {
  const app = express();
  app.get('/', (_request, response) => {
    response.type('text/xml').send(fixedTwiml);
  });
  return app;
}

/** Express with its own form parser, one HMAC for the signature, and a fixed answer. */
export function expressHmac(): Express {
  const app = express();
  app.use(express.urlencoded({ extended: false }));
  app.post(['/twilio/voice', '/twilio/turn/:state'], (request, response) => {
    const address = account.publicUrl + request.originalUrl;
    if (isSigned(address, request.body, request.headers['x-twilio-signature'])) {
      response.type('text/xml').send(fixedTwiml);
    } else {
      response.status(403).send('forged');
    }
  });
  return app;
}
