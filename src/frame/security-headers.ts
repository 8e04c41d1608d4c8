import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Sets the security headers. Pages may load files only from our own origin, apart from images as `data:` and sounds as
 * `blob:`. Inline scripts and styles, evaluated code and embedding in frames are forbidden. This also blocks what htmx
 * could evaluate (filters, `js:` values, `hx-on`). Version 4 of htmx has no setting of its own that forbids evaluation.
 * @param isSecure false on plain http. The headers then do not tell browsers to upgrade requests to https, because
 * browsers that did so could not load the scripts
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
    // Error pages need the referrer to link back. Other hosts never get it, so the secret in a sign-in link does not
    // leak.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
