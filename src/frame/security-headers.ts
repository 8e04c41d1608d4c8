import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Allows only our own origin (and images as `data:`, sounds as `blob:`), no inline scripts or styles, no evaluated code, and no
 * embedding in frames. This also blocks what htmx could evaluate (filters, `js:` values, `hx-on`). Version 4 of htmx has no setting
 * of its own that forbids evaluation.
 * @param isSecure false on plain http, where upgrading requests would keep scripts from loading
 */
export const securityHeaders = (isSecure: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'media-src': ["'self'", 'blob:'],
        'img-src': ["'self'", 'data:'],
        'object-src': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
        ...(isSecure && { 'upgrade-insecure-requests': [] }),
      },
    },
    strictTransportSecurity: isSecure,
    // Error pages need the referrer to link back. Other hosts never get it, so the secret in a sign-in link does not leak.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
